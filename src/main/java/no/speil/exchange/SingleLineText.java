package no.speil.exchange;

import no.speil.corpus.text.Normalization;

/** Text on a single line. */
public final class SingleLineText {
  private SingleLineText() {}

  /** Replaces white space and control characters by single spaces. */
  public static String of(String text) {
    String spaced =
        XmlText.permitted(text)
            .codePoints()
            .map(c -> Character.isISOControl(c) || Character.isWhitespace(c) ? ' ' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return Normalization.normalize(spaced).strip();
  }
}
