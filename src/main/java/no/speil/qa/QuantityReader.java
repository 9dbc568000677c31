package no.speil.qa;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.text.WordCharacters;

/** Finds the quantities of a text in one language. Thread-safe. */
final class QuantityReader {
  private static final String DATE =
      "(?:(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})"
          + "|(?<one>\\d{1,2})[./] ?(?<other>\\d{1,2})[./] ?(?<end>\\d{4}|\\d{2}))(?!\\d)";
  private static final Pattern DECADE =
      Pattern.compile("(?:-?(?:tallet|talet|tals|tal|åra|årene)|['’]?s)(?!\\p{L})");
  private static final Pattern CENTURY =
      Pattern.compile("(?i)(?:st|nd|rd|th)?\\.?[ -](?:århundre|hundreår|centur)\\p{L}*");
  private static final Pattern NEXT = Pattern.compile("\\.?[ -]?(\\p{L}+)");
  private static final Pattern NEXT_WORD = Pattern.compile("([ -])(\\p{L}+)");
  private static final Pattern CLOCK = Pattern.compile("(?i)(?:kl\\.?|klokka|klokken) ?$");
  private static final Pattern TIME = Pattern.compile("\\d{1,2}[.:][0-5]\\d");
  private static final Pattern MEASURE =
      Pattern.compile(
          "(?i)(?:[-–]\\d+(?:[.,]\\d+)?|,? (?:og|to|til|or|eller|and|mellom) \\d+(?:[.,]\\d+)?)?"
              + "[ -]?(?:km|cm|mm|m|mil|kg|kilo|gram|g|tonn|liter|meter|kilometer|centimeter|grad"
              + "|°|miles?|mph|inch|feet|foot|yard|pound|lbs?|ounce|acre|gallon|degree)");

  /** Units that nobody converts. */
  private static final Pattern UNIT =
      Pattern.compile(
          "([kKMGTP])i?(B|bit|Hz)|(?i:(k|m|g|t|p)(?:ilo|ega|iga|era|eta)(byte|bit|hertz)\\p{L}*)");

  /** Text before a word that makes it certainly a month, though it can be another English word. */
  private static final Pattern MONTHLY =
      Pattern.compile(
          "(?:\\d(?:st|nd|rd|th)?|in|of|since|by|until|till|last|next|early|late|mid|and|to|this)"
              + " ?-?$");

  private static final Set<String> MODAL = Set.of("may", "march");
  private static final Pattern DIGIT_BEFORE = Pattern.compile("\\d ?$");
  private static final Pattern DIGIT_AFTER = Pattern.compile(" ?\\d");

  /** How much of the text before a word or number can change its value. */
  private static final int LONGEST_LEAD = 9;

  private static final String SIGNS = "%‰½¼¾€$£";

  private final Numerals numerals;
  private final Pattern number;

  QuantityReader(Numerals numerals) {
    this.numerals = numerals;
    this.number = Pattern.compile(DATE + "|(?<figures>" + numerals.figures + ")");
  }

  /** The quantities in the order of the text. */
  List<Quantity> read(String text) {
    var found = new ArrayList<Quantity>();
    Matcher next = number.matcher(text);
    for (int at = 0; at < text.length(); ) {
      int end = WordCharacters.LETTERS.end(text, at);
      char first = text.charAt(at);
      if (end > at) { // most are words
        at = word(text, at, end, found);
      } else if (first >= '0' && first <= '9' && next.region(at, text.length()).lookingAt()) {
        at = next.group("figures") == null ? date(next, found) : figures(text, next, found);
      } else {
        if (SIGNS.indexOf(first) >= 0) {
          sign(text, at, at + 1, found);
        }
        at++;
      }
    }
    return found;
  }

  /** Both numbers may be the day or the month: the languages write them in different order. */
  private static int date(Matcher date, List<Quantity> found) {
    boolean standard = date.group("year") != null;
    String year = plain(date.group(standard ? "year" : "end"));
    found.add(new Quantity(date.group(), Set.of(year, "20" + year, "19" + year), true));
    for (String part : List.of(standard ? "month" : "one", standard ? "day" : "other")) {
      String value = plain(date.group(part));
      found.add(new Quantity(date.group(), Set.of(value, "m" + value), true));
    }
    return date.end();
  }

  /** Reads a number in digits, with a following word that changes its value, such as "million". */
  private int figures(String text, Matcher figures, List<Quantity> found) {
    String written = figures.group();
    int to = figures.end();
    BigDecimal worth = numerals.worth(written);
    boolean century = follows(CENTURY, text, to);
    if (century || follows(DECADE, text, to)) {
      found.add(new Quantity(written, age(worth.intValue(), century), true));
      return to;
    }
    String before = before(text, figures.start());
    Matcher next = NEXT.matcher(text).region(to, text.length());
    Optional<BigDecimal> scale = next.lookingAt() ? scale(next.group(1), before) : Optional.empty();
    if (scale.isPresent()) {
      found.add(scaled(written + next.group(), worth, scale.get(), true));
      return next.end();
    }
    boolean measured = follows(MEASURE, text, to);
    found.add(new Quantity(written, values(worth, written, before), true, measured));
    return to;
  }

  private static boolean follows(Pattern pattern, String text, int from) {
    return pattern.matcher(text).region(from, text.length()).lookingAt();
  }

  private static String before(String text, int to) {
    return text.substring(Math.max(0, to - LONGEST_LEAD), to);
  }

  /** The values of a decade or century: 1800-tallet is the 19th century, 90-åra the 1990s. */
  private static Set<String> age(int number, boolean century) {
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
  private Optional<BigDecimal> scale(String next, String before) {
    String word = next.toLowerCase(Locale.ROOT);
    boolean unit = word.equals("m") || word.equals("k");
    boolean money = before.endsWith("$") || before.endsWith("€") || before.endsWith("£");
    return unit && !money ? Optional.empty() : numerals.scale(word);
  }

  private static Quantity scaled(String written, BigDecimal worth, BigDecimal scale, boolean firm) {
    return new Quantity(written, Set.of(Numerals.plain(worth.multiply(scale))), firm);
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

  /** Reads a word, with the words that form one number with it; returns the offset of its end. */
  private int word(String text, int from, int to, List<Quantity> found) {
    String written = text.substring(from, to);
    String word = written.toLowerCase(Locale.ROOT);
    Set<String> order = numerals.values("order", word);
    if (!order.isEmpty() && !follows(CENTURY, text, to)) {
      found.add(new Quantity(written, order, true));
      return to;
    }
    boolean name = from > 0 && Character.isUpperCase(written.charAt(0));
    for (String kind : List.of("order", "count", "known")) {
      Set<String> values = numerals.values(kind, word);
      if (!values.isEmpty()) {
        boolean firm = kind.equals("count") && !name;
        return number(text, to, new Quantity(written, values, firm), found);
      }
    }
    if (sign(text, from, to, found) || month(text, from, written, word, found)) {
      return to;
    }
    Set<String> scale = word.length() > 2 ? numerals.values("scale", word) : Set.of();
    if (scale.isEmpty()) {
      numerals.compound(word).ifPresent(found::add);
    } else {
      found.add(new Quantity(written, scale, false));
    }
    return to;
  }

  private int number(String text, int to, Quantity first, List<Quantity> found) {
    String written = first.written();
    BigDecimal worth = new BigDecimal(Collections.min(first.values()));
    if (follows(CENTURY, text, to)) {
      found.add(new Quantity(written, age(worth.intValue(), true), false));
      return to;
    }
    Matcher next = NEXT_WORD.matcher(text).region(to, text.length());
    String follower = next.lookingAt() ? next.group(2).toLowerCase(Locale.ROOT) : "";
    Optional<BigDecimal> scale =
        follower.length() > 2 ? numerals.scale(follower) : Optional.empty();
    Set<String> unit = numerals.values("count", follower);
    if (scale.isPresent()) { // a following number may be added to it
      found.add(scaled(written + next.group(), worth, scale.get(), false));
      return next.end();
    }
    if (!unit.isEmpty() && next.group(1).equals("-") && first.firm()) {
      BigDecimal sum = worth.add(new BigDecimal(unit.iterator().next()));
      found.add(new Quantity(written + next.group(), Set.of(Numerals.plain(sum)), true));
      return next.end();
    }
    found.add(first);
    return to;
  }

  /** Reads a month: English months have a capital, and even then "May" can be a verb. */
  private boolean month(String text, int from, String written, String word, List<Quantity> found) {
    Set<String> month = numerals.values("month", word);
    if (!month.isEmpty() && numerals.isMonth(written)) {
      boolean sure = !MODAL.contains(word) || MONTHLY.matcher(before(text, from)).find();
      found.add(new Quantity(written, month, sure));
      return true;
    }
    Set<String> cut = numerals.values("short", word);
    if (!cut.isEmpty()) {
      found.add(new Quantity(written, cut, false));
    }
    return !cut.isEmpty();
  }

  private boolean sign(String text, int from, int to, List<Quantity> found) {
    String written = text.substring(from, to);
    Set<String> known = numerals.values("sign", written.toLowerCase(Locale.ROOT));
    Set<String> values = known.isEmpty() ? unit(written) : known;
    if (!values.isEmpty()) {
      boolean isBesideFigures =
          DIGIT_BEFORE.matcher(before(text, from)).find() || follows(DIGIT_AFTER, text, to);
      found.add(new Quantity(written, values, isBesideFigures));
    }
    return !values.isEmpty();
  }

  /** The initials of a unit with a prefix: GB and gigabytes are gb. */
  private static Set<String> unit(String written) {
    Matcher unit = UNIT.matcher(written);
    if (!unit.matches()) {
      return Set.of();
    }
    int first = unit.group(1) == null ? 3 : 1;
    String initials = unit.group(first) + unit.group(first + 1).charAt(0);
    return Set.of(initials.toLowerCase(Locale.ROOT));
  }

  private static String plain(String figures) {
    return Numerals.plain(new BigDecimal(figures));
  }
}
