package no.speil.archive;

import java.util.Optional;
import java.util.stream.Stream;
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
    ORIGINAL("archive/", ".md"),
    TRANSLATION("translations/", ".md"),
    RECORD("translations/", ".jsonl");

    private final String folder;
    final String ending;

    Role(String folder, String ending) {
      this.folder = folder;
      this.ending = ending;
    }

    /** By a path below the root; empty for what is neither a text nor a record. */
    public static Optional<Role> of(String path) {
      return Stream.of(values())
          .filter(role -> path.startsWith(role.folder) && path.endsWith(role.ending))
          .findFirst();
    }

    /** The document that such a path names; empty if it can be no document's. */
    public Optional<DocumentId> document(String path) {
      return DocumentId.parse(path.substring(folder.length(), path.length() - ending.length()));
    }
  }
}
