package no.speil.library.documents;

import java.util.List;
import java.util.Optional;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.Section;

/** Tells a keeper of sections that may have been put together wrongly. */
final class LowConfidenceProblems {
  private LowConfidenceProblems() {}

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
    return Optional.of(
        Problem.of(
            "translations/" + path,
            doubtful.getFirst().translation().getFirst().source().line(),
            Problem.Kind.GUESSED_PAIRS,
            String.valueOf(doubtful.size()),
            document.value()));
  }
}
