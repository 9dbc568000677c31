package no.speil.web.page;

/** Words in a language; an empty tag where the language is not known. */
public record TaggedText(String lang, String text) {
  public static final TaggedText NONE = new TaggedText("", "");

  public boolean isEmpty() {
    return text.isEmpty();
  }
}
