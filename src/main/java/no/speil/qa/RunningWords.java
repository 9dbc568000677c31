package no.speil.qa;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import no.speil.corpus.VisibleText;
import no.speil.corpus.VisibleText.Break;
import no.speil.corpus.VisibleText.Code;
import no.speil.corpus.VisibleText.Manner;
import no.speil.corpus.VisibleText.Words;

/**
 * The words of a text in order, in lower case, without those of addresses and code. English
 * contractions are expanded.
 */
final class RunningWords {
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}]++(?:['’][\\p{L}\\p{M}]++){0,4}+");

  /** Every address has this, "://" or "@", which are found much sooner than the whole of it. */
  private static final Pattern DOT = Pattern.compile("\\.(?<=\\p{Ll}\\.)\\p{Ll}{2}");

  private static final Pattern ADDRESS =
      Pattern.compile("\\S{0,200}(?:://|@|" + DOT + ")\\S{0,200}");

  /** Begins, as the next, with what a text is searched for quickly. */
  private static final Pattern NUMBER_SIGN = Pattern.compile("No(?<=\\bNo)s?\\.\\s?(?=\\d)");

  /** A month, a name or, at the beginning or in a heading, a verb. */
  private static final Pattern MAY = Pattern.compile("May(?<=\\bMay)\\b");

  private static final Map<String, List<String>> CONTRACTIONS =
      Map.of(
          "cannot", List.of("can", "not"),
          "can't", List.of("can", "not"),
          "won't", List.of("will", "not"),
          "shan't", List.of("shall", "not"));

  private static final Map<String, String> CLITICS =
      Map.of("ll", "will", "d", "would", "ve", "have", "s", "is", "re", "are");

  private RunningWords() {}

  static List<String> english(String prose) {
    String numbered = NUMBER_SIGN.matcher(prose).replaceAll(" ");
    var words = new ArrayList<String>();
    words(MAY.matcher(numbered).replaceAll("maybe"))
        .forEach(word -> words.addAll(expanded(word.replace('’', '\''))));
    return words;
  }

  static List<String> words(String prose) {
    return WORD.matcher(prose).results().map(it -> it.group().toLowerCase(Locale.ROOT)).toList();
  }

  /** The text without addresses, code and struck-out words; blocks and cells are lines. */
  static String prose(VisibleText text) {
    var prose = new StringBuilder();
    for (VisibleText.Piece piece : text.pieces()) {
      switch (piece) {
        case Words words -> prose.append(words.manner() == Manner.STRUCK ? " " : words.text());
        case Code code -> prose.append(' ');
        case Break end -> prose.append(end == Break.LINE ? ' ' : '\n');
        case VisibleText.Item item -> {}
        case VisibleText.Target target -> {}
      }
    }
    boolean mayHaveAddress =
        prose.indexOf("://") >= 0 || prose.indexOf("@") >= 0 || DOT.matcher(prose).find();
    return mayHaveAddress ? ADDRESS.matcher(prose).replaceAll(" ") : prose.toString();
  }

  private static List<String> expanded(String word) {
    List<String> whole = CONTRACTIONS.getOrDefault(word, List.of());
    int mark = word.indexOf('\'');
    if (!whole.isEmpty() || mark <= 0) {
      return whole.isEmpty() ? List.of(word) : whole;
    }
    String clitic = word.substring(mark + 1);
    return word.endsWith("n't")
        ? List.of(word.substring(0, word.length() - 3), "not")
        : List.of(word.substring(0, mark), CLITICS.getOrDefault(clitic, clitic));
  }
}
