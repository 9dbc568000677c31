package no.speil.web.page;

import no.speil.corpus.LocalizedText;

/** A text with its language tag; the tag is empty if unknown. */
public record TaggedText(String lang, String text) {
  public static final TaggedText NONE = new TaggedText("", "");

  /** The wording for who reads a page in that language; tagged only where it is another. */
  public static TaggedText in(LocalizedText text, Messages t) {
    String tag = text.tag(t.lang());
    return new TaggedText(tag.equals(t.lang()) ? "" : tag, text.in(t.lang()));
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }
}
