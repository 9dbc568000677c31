package no.speil.archive;

import java.util.List;
import java.util.Objects;
import no.speil.corpus.Coded;
import no.speil.corpus.DocumentId;

/**
 * Texts that were put into many sections at once, or will be, and what became of it.
 *
 * @param by who has uploaded it
 * @param millis when, since the epoch
 * @param files as uploaded; without content once they are imported
 * @param documents that it has changed
 * @param kind where the texts come from
 */
public record StoredImport(
    String id,
    String by,
    long millis,
    Stage stage,
    List<File> files,
    List<Document> documents,
    Kind kind) {
  /** A stored import may lack its kind. */
  public StoredImport {
    kind = Objects.requireNonNullElse(kind, Kind.FILES);
    files = List.copyOf(files);
    documents = List.copyOf(documents);
  }

  /** Where the texts come from. */
  public enum Kind implements Coded {
    /** From other programs. */
    FILES,
    /** New texts, which become files of their own. */
    TEXTS,
    /** From a section with the same original. */
    REPETITION,
    /** From these very sections, in which some words took the place of others. */
    REPLACEMENT
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

  /** The documents that it has changed. */
  public List<DocumentId> changed() {
    return documents.stream().map(document -> new DocumentId(document.id())).toList();
  }

  /** What is left of it once it is imported. */
  public StoredImport imported(List<Document> changed) {
    return new StoredImport(id, by, millis, Stage.IMPORTED, emptied(), changed, kind);
  }

  /** The same when it is taken back. */
  public StoredImport undone() {
    return new StoredImport(id, by, millis, Stage.UNDONE, emptied(), documents, kind);
  }

  private List<File> emptied() {
    return files.stream().map(file -> new File(file.name(), new byte[0])).toList();
  }
}
