package no.speil.corpus.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Normalises text so that equal texts are equal strings: NFC, white space folded to single spaces,
 * no page marks.
 */
public final class Normalization {
  private Normalization() {}

  /** The normalised form of one block's Markdown source. */
  public static String normalize(String markdown) {
    return fold(compose(PageMark.without(markdown)));
  }

  /** The normalised form of a run of blocks, from those of its blocks. */
  public static String ofRun(List<String> normalized) {
    return String.join("\n\n", normalized);
  }

  /** The text in NFC. */
  public static String compose(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** The text as it is compared where case and the form of Unicode do not matter. */
  public static String caseless(String text) {
    return compose(text).toLowerCase(Locale.ROOT);
  }

  /** The text with every run of white space made one space, and none at the ends. */
  public static String fold(String text) {
    var folded = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        gap = true;
        continue;
      }
      if (gap && !folded.isEmpty()) {
        folded.append(' ');
      }
      gap = false;
      folded.append(c);
    }
    return folded.toString();
  }

  /** That offset in a text, or the one before it where it would halve a character. */
  public static int onCharacter(String text, int at) {
    boolean isInside =
        at > 0
            && at < text.length()
            && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    return isInside ? at - 1 : at;
  }

  /** White space of any kind, and the byte order mark. */
  public static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }
}
