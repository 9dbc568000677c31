package no.speil.checking;

import java.util.List;

/**
 * What a check has found. It is advice: nothing is ever refused for it.
 *
 * @param words that it is about, as they are written, each once; may be empty
 */
public record Finding(Check check, List<String> words) {
  public Finding {
    words = words.stream().distinct().toList();
  }
}
