package no.speil.exchange;

import no.speil.corpus.text.Normalization;

/** Words that can begin no line of their own, whatever they hold. */
public final class SingleLineText {
  private SingleLineText() {}

  /** White space and control characters folded to single spaces. */
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
