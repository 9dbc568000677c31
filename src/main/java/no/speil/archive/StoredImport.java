package no.speil.archive;

import java.util.List;
import no.speil.corpus.Coded;

/**
 * An import of translated texts that somebody has looked at, and what became of it.
 *
 * @param by who has uploaded it
 * @param millis when, since the epoch
 * @param files as uploaded; without content once they are imported
 * @param documents that it has changed
 */
public record StoredImport(
    String id, String by, long millis, Stage stage, List<File> files, List<Document> documents) {
  public StoredImport {
    files = List.copyOf(files);
    documents = List.copyOf(documents);
  }

  /** How far it is. */
  public enum Stage implements Coded {
    /** Nothing is changed yet. */
    UPLOADED,
    IMPORTED,
    UNDONE
  }

  /** An uploaded file. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record File(String name, byte[] content) {}

  /**
   * A document and the numbers of its sections.
   *
   * @param saved how many have another text now
   * @param suggested how many have a suggestion more
   */
  public record Document(String id, int saved, int suggested) {}

  /** What is left of it once it is imported. */
  public StoredImport imported(List<Document> changed) {
    return new StoredImport(id, by, millis, Stage.IMPORTED, emptied(), changed);
  }

  /** The same when it is taken back. */
  public StoredImport undone() {
    return new StoredImport(id, by, millis, Stage.UNDONE, emptied(), documents);
  }

  private List<File> emptied() {
    return files.stream().map(file -> new File(file.name(), new byte[0])).toList();
  }
}
