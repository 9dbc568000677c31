package no.speil.qa;

import java.util.List;

/**
 * What a check has found. It is advice: nothing is ever refused for it.
 *
 * @param words that it is about, as they are written, each once; may be empty
 */
public record QaWarning(QaCheck check, List<String> words) {
  public QaWarning {
    words = words.stream().distinct().toList();
  }
}
