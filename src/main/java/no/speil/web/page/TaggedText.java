package no.speil.web.page;

/** A text with its language tag; the tag is empty if unknown. */
public record TaggedText(String lang, String text) {
  public static final TaggedText NONE = new TaggedText("", "");

  public boolean isEmpty() {
    return text.isEmpty();
  }
}
