package no.speil.exchange.convert;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.text.Message;

/**
 * A text of another format as Markdown.
 *
 * @param frontMatter what the file says of the text, as values of the keys that front matter has;
 *     in its order, without keys that have no value
 * @param markdown the body, without front matter
 * @param pictures that the body shows
 * @param losses what could not be kept, each in a sentence for the person who imports it
 */
public record ConvertedText(
    Map<String, List<String>> frontMatter,
    String markdown,
    List<Picture> pictures,
    List<Message> losses) {
  /** The keys that stand before others. */
  private static final List<String> KEYS =
      List.of("title", "description", "language", "date", "authors", "publisher", "source");

  public ConvertedText {
    var ordered = new LinkedHashMap<String, List<String>>();
    for (String key : KEYS) {
      ordered.put(key, frontMatter.getOrDefault(key, List.of()));
    }
    frontMatter.forEach(ordered::putIfAbsent);
    ordered.values().removeIf(values -> values.stream().allMatch(String::isBlank));
    frontMatter = Collections.unmodifiableMap(ordered);
    pictures = List.copyOf(pictures);
    losses = List.copyOf(losses);
  }

  /** An original that is named in its translation only. */
  public static ConvertedText ofOriginal(String title, String date, String source) {
    Map<String, List<String>> values =
        Map.of(
            "title", List.of(title),
            "date", List.of(date),
            "source", List.of(source),
            "language", List.of("no"));
    return new ConvertedText(values, "", List.of(), List.of());
  }

  /** The value of a key as one text; empty if it has none. */
  public String value(String key) {
    return String.join(", ", frontMatter.getOrDefault(key, List.of()));
  }

  /** The same with another value of a key, unless that is empty. */
  public ConvertedText with(String key, String value) {
    var values = new LinkedHashMap<>(frontMatter);
    if (!value.isEmpty()) {
      values.put(key, List.of(value));
    }
    return new ConvertedText(values, markdown, pictures, losses);
  }

  /**
   * A picture that comes with the text.
   *
   * @param name of the file, as the body refers to it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Picture(String name, byte[] bytes) {}
}
