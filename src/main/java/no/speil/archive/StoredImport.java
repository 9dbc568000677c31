package no.speil.archive;

import java.util.List;
import no.speil.corpus.Coded;
import org.jspecify.annotations.Nullable;

/**
 * An import of translated texts that somebody has looked at, and what became of it; or words that
 * were replaced in all texts at once.
 *
 * @param by who has uploaded it
 * @param millis when, since the epoch
 * @param files as uploaded; without content once they are imported
 * @param documents that it has changed
 * @param replaced the words that others have taken the place of; null for an import
 */
public record StoredImport(
    String id,
    String by,
    long millis,
    Stage stage,
    List<File> files,
    List<Document> documents,
    @Nullable String replaced) {
  public StoredImport {
    files = List.copyOf(files);
    documents = List.copyOf(documents);
  }

  /** An import that somebody looks at. */
  public static StoredImport of(String id, String by, long millis, List<File> files) {
    return new StoredImport(id, by, millis, Stage.UPLOADED, files, List.of(), null);
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
    return new StoredImport(id, by, millis, Stage.IMPORTED, emptied(), changed, replaced);
  }

  /** The same when it is taken back. */
  public StoredImport undone() {
    return new StoredImport(id, by, millis, Stage.UNDONE, emptied(), documents, replaced);
  }

  private List<File> emptied() {
    return files.stream().map(file -> new File(file.name(), new byte[0])).toList();
  }
}
