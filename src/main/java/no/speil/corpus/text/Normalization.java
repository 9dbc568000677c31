package no.speil.corpus.text;

import java.text.Normalizer;

/**
 * Normalises text so that equal texts are equal strings: NFC, white space folded to single spaces.
 */
public final class Normalization {
  private Normalization() {}

  /** The normalised form of one block's Markdown source. */
  public static String normalize(String markdown) {
    String composed = Normalizer.normalize(markdown, Normalizer.Form.NFC);
    var folded = new StringBuilder(composed.length());
    boolean space = false;
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF') {
        space = true;
        continue;
      }
      if (space && !folded.isEmpty()) {
        folded.append(' ');
      }
      space = false;
      folded.append(c);
    }
    return folded.toString();
  }
}
