package no.speil.web.page;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The words for the kind of a text: common kinds in the language of the page, others as they are
 * written.
 */
public final class KindLabels {
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("letter", "letter"),
          Map.entry("brev", "letter"),
          Map.entry("statement", "statement"),
          Map.entry("uttalelse", "statement"),
          Map.entry("fråsegn", "statement"),
          Map.entry("speech", "speech"),
          Map.entry("tale", "speech"),
          Map.entry("article", "article"),
          Map.entry("artikkel", "article"),
          Map.entry("book", "book"),
          Map.entry("bok", "book"),
          Map.entry("report", "report"),
          Map.entry("rapport", "report"),
          Map.entry("minutes", "minutes"),
          Map.entry("referat", "minutes"),
          Map.entry("handbook", "handbook"),
          Map.entry("håndbok", "handbook"),
          Map.entry("handbok", "handbook"));

  public static final Set<String> KNOWN = Set.copyOf(CODES.values());

  private KindLabels() {}

  public static String of(Messages t, String kind) {
    return of(t, kind, "").text();
  }

  /**
   * The same with its language tag.
   *
   * @param lang of the text that says so
   */
  public static TaggedText of(Messages t, String kind, String lang) {
    String code = CODES.get(kind.strip().toLowerCase(Locale.ROOT));
    return code == null ? new TaggedText(lang, kind) : new TaggedText("", t.of("kind." + code));
  }
}
