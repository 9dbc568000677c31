package no.speil.corpus.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes one of letters that are written in more than one way. */
public final class LetterFolding {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private LetterFolding() {}

  /** In lower case and without diacritics: "å" is "a", "ø" is "o", "æ" is "ae". */
  public static String toPlainLetters(String word) {
    String plain = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    return plain.toLowerCase(Locale.ROOT).replace('ø', 'o').replace("æ", "ae");
  }

  /**
   * With the letters of today's Norwegian: "aa" is "å", "ä" is "æ", "ö" is "ø".
   *
   * @param lower in lower case
   */
  public static String toNorwegianLetters(String lower) {
    return lower.replace("aa", "å").replace('ä', 'æ').replace('ö', 'ø');
  }
}
