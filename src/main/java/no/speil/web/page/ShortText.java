package no.speil.web.page;

/** The beginning of a text, for where the whole would be too long. */
public final class ShortText {
  private ShortText() {}

  /** So many characters at most, then an ellipsis. */
  public static String of(String text, int most) {
    return isCut(text, most) ? beginning(text, most) + "…" : text;
  }

  /** So many characters at most, and no half of one. */
  public static String beginning(String text, int most) {
    if (!isCut(text, most)) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }

  public static boolean isCut(String text, int most) {
    return text.length() > most;
  }
}
