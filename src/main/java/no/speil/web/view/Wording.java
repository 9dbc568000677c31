package no.speil.web.view;

/** Words in a language; an empty tag where the language is not known. */
public record Wording(String lang, String text) {
  public static final Wording NONE = new Wording("", "");

  public boolean isEmpty() {
    return text.isEmpty();
  }
}
