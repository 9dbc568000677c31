package no.speil.library.documents;

import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.corpus.TextHash;

/** Where documents are found by what their texts say or their records remember. */
public interface FingerprintIndex {
  /** Fifty documents that have or had some of these blocks, those with the most first. */
  default List<DocumentId> alike(List<TextHash> blocks) {
    return alike(blocks, 50);
  }

  /** So many of them. */
  List<DocumentId> alike(List<TextHash> blocks, int most);

  /** Whether it knows every document. */
  default boolean isComplete() {
    return true;
  }
}
