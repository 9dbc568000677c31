package no.speil.qa;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the quantities of a text in one language. Thread-safe. */
final class QuantityReader {
  private static final Pattern DATE =
      Pattern.compile(
          "(?:(\\d{4})-(\\d{2})-(\\d{2})|(\\d{1,2})[./] ?(\\d{1,2})[./] ?(\\d{4}|\\d{2}))(?!\\d)");

  private final DigitReader digitReader;
  private final NumberWordReader words;
  private final Numerals numerals;

  QuantityReader(Numerals numerals) {
    this.numerals = numerals;
    this.digitReader = new DigitReader(numerals);
    this.words = new NumberWordReader(numerals);
  }

  /** The quantities in the order of the text. */
  List<Quantity> read(String text) {
    var found = new ArrayList<Quantity>();
    Matcher date = DATE.matcher(text);
    WordScanner scanner = WordScanner.ofLetters(text);
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == ' ') {
        i++;
      } else if (Character.isDigit(c)) {
        boolean dated = date.region(i, text.length()).lookingAt();
        i = dated ? date(date, found) : digitReader.read(text, i, found);
      } else {
        int end = scanner.endOfRun(i);
        if (end > i) {
          i = word(text, i, end, found);
        } else {
          i = numerals.isSign(c) ? sign(text, i, i + 1, found) : i + 1;
        }
      }
    }
    return found;
  }

  /** Both numbers may be the day or the month: the languages write them in different order. */
  private static int date(Matcher date, List<Quantity> found) {
    boolean standard = date.group(1) != null;
    String year = plain(date.group(standard ? 1 : 6));
    found.add(new Quantity(date.group(), Set.of(year, "20" + year, "19" + year), true));
    for (int group : standard ? new int[] {2, 3} : new int[] {4, 5}) {
      String value = plain(date.group(group));
      found.add(new Quantity(date.group(), Set.of(value, "m" + value), true));
    }
    return date.end();
  }

  private int word(String text, int from, int to, List<Quantity> found) {
    if (!numerals.beginsLikeNumber(text, from, to)) {
      return to;
    }
    String word = text.substring(from, to).toLowerCase(Locale.ROOT);
    if (!numerals.mayBeOfNumber(word)) {
      return to;
    }
    int after = words.read(text, from, to, found);
    return after == to ? sign(text, from, to, found) : after;
  }

  private int sign(String text, int from, int to, List<Quantity> found) {
    String written = text.substring(from, to);
    Set<String> values = numerals.values("sign", written.toLowerCase(Locale.ROOT));
    if (!values.isEmpty()) {
      found.add(new Quantity(written, values, isBesideFigures(text, from, to)));
    }
    return to;
  }

  private static boolean isBesideFigures(String text, int from, int to) {
    String before = text.substring(Math.max(0, from - 2), from).strip();
    String after = text.substring(to, Math.min(text.length(), to + 2)).strip();
    return (!before.isEmpty() && Character.isDigit(before.charAt(before.length() - 1)))
        || (!after.isEmpty() && Character.isDigit(after.charAt(0)));
  }

  private static String plain(String figures) {
    return Numerals.plain(new BigDecimal(figures));
  }
}
