package no.speil.library.documents;

import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.corpus.TextHash;

/** Where documents are found by what their texts say or their records remember. */
public interface FingerprintIndex {
  /** Fifty documents that have or had some of these blocks, those with the most first. */
  default List<DocumentId> alike(List<TextHash> blocks) {
    return alike(blocks, 1, 50);
  }

  /**
   * The same.
   *
   * @param least blocks that a document has or had
   * @param most documents
   */
  List<DocumentId> alike(List<TextHash> blocks, int least, int most);

  /** Whether it knows every document. */
  default boolean isComplete() {
    return true;
  }
}
