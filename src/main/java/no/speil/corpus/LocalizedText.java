package no.speil.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A text in one or more languages.
 *
 * @param byTag by language tag; the empty tag where nobody said in which language it is
 */
public record LocalizedText(Map<String, String> byTag) {
  public static final LocalizedText NONE = new LocalizedText(Map.of());

  private static final List<String> NORWEGIAN = List.of("nb", "no", "nn");

  public LocalizedText {
    byTag = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byTag));
  }

  /** The same text for readers of every language. */
  public static LocalizedText of(String text) {
    return text.isEmpty() ? NONE : new LocalizedText(Map.of("", text));
  }

  public boolean isEmpty() {
    return byTag.isEmpty();
  }

  /**
   * The tag of the text for readers of that language: their own, the other written Norwegian, the
   * text of no stated language, else any.
   */
  public String tag(String language) {
    Stream<String> wanted =
        NORWEGIAN.contains(language)
            ? Stream.concat(Stream.of(language), NORWEGIAN.stream())
            : Stream.of(language);
    return Stream.of(wanted, Stream.of(""), byTag.keySet().stream())
        .flatMap(tags -> tags)
        .filter(byTag::containsKey)
        .findFirst()
        .orElse("");
  }

  /** The text for readers of that language; empty where there is none in any. */
  public String in(String language) {
    return byTag.getOrDefault(tag(language), "");
  }
}
