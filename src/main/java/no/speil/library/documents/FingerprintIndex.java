package no.speil.library.documents;

import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.corpus.TextHash;

/** Where documents are found by what their texts say or their records remember. */
public interface FingerprintIndex {
  /** Documents that have or had some of these blocks, those with the most first. */
  List<DocumentId> alike(List<TextHash> blocks);

  /** Whether it knows every document. */
  default boolean isComplete() {
    return true;
  }
}
