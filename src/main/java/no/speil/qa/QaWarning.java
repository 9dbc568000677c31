package no.speil.qa;

import java.util.List;

/**
 * A finding of a check. It is advice only: nothing is refused because of it.
 *
 * @param words that it is about, as they are written, each once; may be empty
 */
public record QaWarning(QaCheck check, List<String> words) {
  public QaWarning {
    words = words.stream().distinct().toList();
  }
}
