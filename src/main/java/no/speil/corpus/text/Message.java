package no.speil.corpus.text;

import java.util.List;

/**
 * Something to tell people, whichever language they read.
 *
 * @param key of its words
 * @param values that they name: texts, numbers, or messages that become a part of this one
 */
public record Message(String key, List<Object> values) {
  public Message {
    values = List.copyOf(values);
  }

  public static Message of(String key, Object... values) {
    return new Message(key, List.of(values));
  }
}
