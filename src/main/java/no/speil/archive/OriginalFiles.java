package no.speil.archive;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import no.speil.corpus.DocumentId;

/**
 * Changes originals as somebody with an editor does: needs no lock, since a server that runs beside
 * it reads the file as it reads all that is changed there.
 */
public final class OriginalFiles {
  private final Archive archive;

  public OriginalFiles(Archive archive) {
    this.archive = archive;
  }

  /**
   * Replaces an original that is still as it was read.
   *
   * @param seen the file as it was read
   * @return false if it has changed since, or is not UTF-8; it is then as it was
   * @throws FileAccessException if the disk refuses
   */
  public boolean replace(DocumentId id, SourceFile seen, String text) {
    Optional<SourceFile> now = archive.original(id);
    if (!seen.utf8() || now.isEmpty() || now.get().fingerprint() != seen.fingerprint()) {
      return false;
    }
    Path file = archive.originalFile(id);
    try {
      AtomicFile.write(file, text);
      return true;
    } catch (UncheckedIOException e) {
      throw new FileAccessException("writing", seen.path(), FileAccessException.cause(e));
    }
  }
}
