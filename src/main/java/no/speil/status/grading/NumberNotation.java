package no.speil.status.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When two ways to write a number or a date mean the same; where that is open they do not. */
final class NumberNotation {
  private static final Pattern SPACE = Pattern.compile("\\s");
  private static final Pattern PART = Pattern.compile("\\d+|\\p{L}+");
  private static final String ATOMS =
      "ein|en|ett|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten"
          + "|seksten|sytten|atten|nitten|tjue|tyve|tretti|tredve|førti|femti|seksti|sytti|åtti"
          + "|nitti|hundre|tusen|og";
  private static final Pattern COMPOUND =
      Pattern.compile(
          "(?:"
              + ATOMS
              + "){2,12}(?:de|ende|te|ande)?|"
              + "(?:tretten|fjorten|femten|seksten|sytten|atten|nitten|tjue|tyve|tretti|tredve|førti"
              + "|femti|seksti|sytti|åtti|nitti|hundre|tusen)(?:de|ende|ande|vis|er)?");

  private NumberNotation() {}

  /** The number without the spaces between its thousands. */
  static String key(String written) {
    return SPACE
        .matcher(written)
        .replaceAll("")
        .replace('−', '-')
        .replace('–', '-')
        .toLowerCase(Locale.ROOT);
  }

  /** Year, month and day where the date has them, however it is written. */
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

  /** Whether the word is put together from words for numbers only: "tjuefem", "hundre". */
  static boolean isNumber(String word) {
    return COMPOUND.matcher(word).matches();
  }
}
