package no.speil.qa;

import java.util.List;
import java.util.Optional;

/**
 * A finding of a check. It is advice only: nothing is refused because of it.
 *
 * @param words that it is about, as they are written, each once; may be empty
 */
public record QaWarning(QaCheck check, List<String> words) {
  public QaWarning {
    words = words.stream().distinct().toList();
  }

  /** A warning about the words; empty if there are none. */
  static Optional<QaWarning> of(QaCheck check, List<String> words) {
    return words.isEmpty() ? Optional.empty() : Optional.of(new QaWarning(check, words));
  }
}
