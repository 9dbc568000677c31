package no.speil.markdown.parse;

import com.vladsch.flexmark.util.misc.CharPredicate;
import com.vladsch.flexmark.util.sequence.SequenceUtils;
import java.util.List;
import no.speil.corpus.text.Normalization;

/** White space between blocks: everything that {@code Normalization} folds. */
public final class Whitespace {
  private static final CharPredicate SPACE = c -> Normalization.isSpace((char) c);

  private Whitespace() {}

  public static boolean is(String text, int from, int to) {
    return skip(text, from, to) >= to;
  }

  /** The first offset at or after {@code from} that is not blank, at most {@code to}. */
  public static int skip(String text, int from, int to) {
    return from + SequenceUtils.countLeading(text, SPACE, from, to);
  }

  /** The offset just after the last character before {@code to} that is not blank. */
  public static int trim(String text, int from, int to) {
    return to - SequenceUtils.countTrailing(text, SPACE, from, to);
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
