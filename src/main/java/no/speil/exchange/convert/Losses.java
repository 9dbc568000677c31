package no.speil.exchange.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.text.Message;

/** Collects what a text loses when it is converted, and says each thing once. */
final class Losses {
  private final Map<String, Integer> leftOut = new LinkedHashMap<>();
  private final Map<Message, Integer> said = new LinkedHashMap<>();

  /** Counts something that has no counterpart; the words of the key are a noun in the plural. */
  void leftOut(String key) {
    leftOut.merge(key, 1, Integer::sum);
  }

  void say(String key, Object... values) {
    say(Message.of(key, values));
  }

  /** Says a sentence, with the number of times it was said if that is more than one. */
  void say(Message sentence) {
    said.merge(sentence, 1, Integer::sum);
  }

  List<Message> sentences() {
    var all = new ArrayList<Message>();
    said.forEach(
        (sentence, times) ->
            all.add(times == 1 ? sentence : Message.of("convert.times", sentence, times)));
    leftOut.forEach(
        (key, times) -> all.add(Message.of("convert.left-out", Message.of(key), times)));
    return all;
  }
}
