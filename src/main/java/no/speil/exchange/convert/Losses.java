package no.speil.exchange.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what a text loses when it is converted, and says each thing once. */
final class Losses {
  private final Map<String, Integer> leftOut = new LinkedHashMap<>();
  private final Map<String, Integer> sentences = new LinkedHashMap<>();

  /** Counts something that has no counterpart; a noun in the plural. */
  void leftOut(String what) {
    leftOut.merge(what, 1, Integer::sum);
  }

  /** Says a sentence, with the number of times it was said if that is more than one. */
  void say(String sentence) {
    if (!sentence.isEmpty()) {
      sentences.merge(sentence, 1, Integer::sum);
    }
  }

  List<String> sentences() {
    var all = new ArrayList<String>();
    sentences.forEach(
        (sentence, times) ->
            all.add(times == 1 ? sentence : "%s (%d times)".formatted(sentence, times)));
    leftOut.forEach((what, times) -> all.add("Left out: %s (%d).".formatted(what, times)));
    return all;
  }
}
