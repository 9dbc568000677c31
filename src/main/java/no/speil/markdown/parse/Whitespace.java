package no.speil.markdown.parse;

import java.util.List;
import no.speil.corpus.text.Normalization;

/** White space between blocks: everything that {@code Normalization} folds. */
public final class Whitespace {
  private Whitespace() {}

  public static boolean is(String text, int from, int to) {
    return skip(text, from, to) >= to;
  }

  /** The first offset at or after {@code from} that is not blank, at most {@code to}. */
  public static int skip(String text, int from, int to) {
    int i = from;
    while (i < to && Normalization.isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** The offset just after the last character before {@code to} that is not blank. */
  public static int trim(String text, int from, int to) {
    int i = to;
    while (i > from && Normalization.isSpace(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  /** The text with every run of white space made one space, and none at the ends. */
  public static String fold(CharSequence text) {
    return Normalization.fold(text.toString());
  }

  /** Texts in that form, without those that are empty. */
  public static List<String> foldAll(List<String> texts) {
    return texts.stream().map(Whitespace::fold).filter(text -> !text.isEmpty()).toList();
  }
}
