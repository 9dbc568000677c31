package no.speil.archive;

import no.speil.corpus.DocumentId;

/**
 * A file of the archive that a walk has met.
 *
 * @param id the document that its path names
 * @param path below its folder, as the catalogue calls it
 */
public record ArchiveFile(Role role, DocumentId id, String path, FileStamp stamp) {
  /** What a file is to its document. */
  public enum Role {
    ORIGINAL,
    TRANSLATION,
    RECORD
  }
}
