package no.speil.library;

import java.util.List;
import java.util.Optional;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.Section;

/** Tells a keeper of sections that may have been put together wrongly. */
final class Doubts {
  private Doubts() {}

  /**
   * One problem for all of a document.
   *
   * @param path of the translation below {@code translations/}
   */
  static Optional<Problem> about(DocumentId document, String path, List<Section> sections) {
    List<Section> doubtful = sections.stream().filter(Section::isDoubtful).toList();
    if (doubtful.isEmpty()) {
      return Optional.empty();
    }
    String count = doubtful.size() == 1 ? "One section has" : doubtful.size() + " sections have";
    return Optional.of(
        new Problem(
            "translations/" + path,
            doubtful.getFirst().translation().getFirst().source().line(),
            count + " texts of which it is a guess that they belong together.",
            "Confirm or correct the alignment on the page /align/" + document.value() + "."));
  }
}
