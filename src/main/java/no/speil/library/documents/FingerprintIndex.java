package no.speil.library.documents;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** Those of the documents that were found for the most blocks, for {@code least} or more. */
  static List<DocumentId> foundMost(Stream<DocumentId> found, int least, int most) {
    return found
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(each -> each.getValue() >= least)
        .sorted(Map.Entry.<DocumentId, Long>comparingByValue().reversed())
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether it knows every document. */
  default boolean isComplete() {
    return true;
  }
}
