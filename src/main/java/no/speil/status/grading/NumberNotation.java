package no.speil.status.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.text.NumberWords;

/** Finds out whether two notations of a number or a date mean the same; in doubt they do not. */
final class NumberNotation {
  private static final Pattern SPACE = Pattern.compile("\\s");
  private static final Pattern PART = Pattern.compile("\\d+|\\p{L}+");
  private static final String ATOMS =
      String.join("|", NumberWords.NORWEGIAN.keySet()) + "|ein|en|ett|hundre|tusen|og";
  private static final Pattern COMPOUND =
      Pattern.compile(
          "(?:"
              + ATOMS
              + "){2,12}(?:de|ende|te|ande)?|"
              + "(?:tretten|fjorten|femten|seksten|sytten|atten|nitten|tjue|tyve|tretti|tredve|førti"
              + "|femti|seksti|sytti|åtti|nitti|hundre|tusen)(?:de|ende|ande|vis|er)?");

  private NumberNotation() {}

  /** The number without spaces between thousands and with a plain minus sign. */
  static String key(String written) {
    return SPACE
        .matcher(written)
        .replaceAll("")
        .replace('−', '-')
        .replace('–', '-')
        .toLowerCase(Locale.ROOT);
  }

  /** Year, month and day as far as the date has them, in any notation. */
  static String dateKey(String written) {
    List<Integer> parts = new ArrayList<>();
    Matcher part = PART.matcher(written.toLowerCase(Locale.ROOT));
    while (part.find()) {
      Integer month = GradingVocabulary.NORWEGIAN.value(part.group());
      parts.add(month == null ? Integer.valueOf(part.group()) : month);
    }
    if (parts.getFirst() > 31) {
      parts = parts.reversed();
    }
    return "date" + parts;
  }

  /** Whether the word consists of number words only: "tjuefem", "hundre". */
  static boolean isNumber(String word) {
    return COMPOUND.matcher(word).matches();
  }
}
