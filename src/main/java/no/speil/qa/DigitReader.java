package no.speil.qa;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers in digits, with a following word that changes their value, such as "million". */
final class DigitReader {
  private static final int LONGEST_WORD = 40;
  private static final Pattern DECADE =
      Pattern.compile("(?:-?(?:tallet|talet|tals|tal|åra|årene)|['’]?s)(?!\\p{L})");
  private static final Pattern CENTURY =
      Pattern.compile("(?i)(?:st|nd|rd|th)?\\.?[ -](?:århundre|hundreår|centur)\\p{L}*");
  private static final Pattern NEXT = Pattern.compile("\\.?[ -]?(\\p{L}+)");
  private static final Pattern CLOCK = Pattern.compile("(?i)(?:kl\\.?|klokka|klokken) ?$");
  private static final Pattern TIME = Pattern.compile("\\d{1,2}[.:][0-5]\\d");
  private static final Pattern MEASURE =
      Pattern.compile(
          "(?i)(?:[-–]\\d+(?:[.,]\\d+)?|,? (?:og|to|til|or|eller|and|mellom) \\d+(?:[.,]\\d+)?)?"
              + "[ -]?(?:km|cm|mm|m|mil|kg|kilo|gram|g|tonn|liter|meter|kilometer|centimeter|grad"
              + "|°|miles?|mph|inch|feet|foot|yard|pound|lbs?|ounce|acre|gallon|degree).*");

  /** Where the word of a century begins at the latest: after "th. ". */
  private static final int LATEST_CENTURY = 4;

  private final Numerals numerals;

  DigitReader(Numerals numerals) {
    this.numerals = numerals;
  }

  /** Reads the number that begins at an offset and returns the offset of its end. */
  int read(String text, int from, List<Quantity> found) {
    Matcher figures = numerals.figures().matcher(text).region(from, text.length());
    if (!figures.lookingAt()) {
      return from + 1;
    }
    int to = figures.end();
    String written = figures.group();
    BigDecimal worth = numerals.worth(written);
    String rest = rest(text, to);
    boolean century = isCentury(rest);
    if (century || isDecade(rest)) {
      found.add(new Quantity(written, age(worth.intValue(), century), true));
      return to;
    }
    Matcher next = NEXT.matcher(rest);
    Optional<BigDecimal> scale = next.lookingAt() ? scale(next, text, from) : Optional.empty();
    if (scale.isPresent()) {
      Set<String> scaled = Set.of(Numerals.plain(worth.multiply(scale.get())));
      found.add(new Quantity(written + next.group(), scaled, true));
      return to + next.end();
    }
    boolean measured = MEASURE.matcher(rest).matches();
    Set<String> values = values(worth, written, text.substring(Math.max(0, from - 9), from));
    found.add(new Quantity(written, values, true, measured));
    return to;
  }

  /** The text after an offset, as much of it as can change a number's value. */
  static String rest(String text, int from) {
    return text.substring(from, Math.min(text.length(), from + LONGEST_WORD));
  }

  static boolean isCentury(String rest) {
    int last = Math.min(LATEST_CENTURY, rest.length() - 1);
    for (int i = 1; i <= last; i++) {
      if ("åhcHC".indexOf(rest.charAt(i)) >= 0 && " -".indexOf(rest.charAt(i - 1)) >= 0) {
        return CENTURY.matcher(rest).lookingAt();
      }
    }
    return false;
  }

  private static boolean isDecade(String rest) {
    return !rest.isEmpty()
        && "-tås'’".indexOf(rest.charAt(0)) >= 0
        && DECADE.matcher(rest).lookingAt();
  }

  /** The values of a decade or century: 1800-tallet is the 19th century, 90-åra the 1990s. */
  static Set<String> age(int number, boolean century) {
    var values = new HashSet<String>(Set.of(String.valueOf(number)));
    if (century) {
      values.add(String.valueOf((number - 1) * 100));
    } else if (number < 100) {
      values.add(String.valueOf(1900 + number));
    } else {
      values.add(String.valueOf(number % 100 == 0 ? number / 100 + 1 : number % 100));
    }
    return values;
  }

  /** "5 m" is five metres, "$5m" is five millions. */
  private Optional<BigDecimal> scale(Matcher next, String text, int from) {
    String word = next.group(1).toLowerCase(Locale.ROOT);
    boolean unit = word.equals("m") || word.equals("k");
    boolean money = from > 0 && "$€£".indexOf(text.charAt(from - 1)) >= 0;
    return unit && !money ? Optional.empty() : numerals.scale(word);
  }

  private static Set<String> values(BigDecimal worth, String written, String before) {
    String plain = Numerals.plain(worth);
    int hour = worth.intValue();
    return hour > 12
            && hour <= 24
            && (TIME.matcher(written).matches() || CLOCK.matcher(before).find())
        ? Set.of(plain, Numerals.plain(worth.subtract(BigDecimal.valueOf(12))))
        : Set.of(plain);
  }
}
