package no.speil.qa;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers and months in words. */
final class NumberWordReader {
  private static final Pattern NEXT = Pattern.compile("([ -])(\\p{L}+)");

  /** Text before a word that makes it certainly a month, though it can be another English word. */
  private static final Pattern MONTHLY =
      Pattern.compile(
          "(?:\\d(?:st|nd|rd|th)?|in|of|since|by|until|till|last|next|early|late|mid|and|to|this)"
              + " ?-?$");

  private static final Set<String> MODAL = Set.of("may", "march");
  private static final int LONGEST_LEAD = 8;

  private final Numerals numerals;

  NumberWordReader(Numerals numerals) {
    this.numerals = numerals;
  }

  /**
   * Reads a word, with the words that form one number with it, and returns the offset of its end.
   */
  int read(String text, int from, int to, List<Quantity> found) {
    String written = text.substring(from, to);
    String word = written.toLowerCase(Locale.ROOT);
    if (!numerals.isListed(word)) {
      numerals.compound(word).ifPresent(found::add);
      return to;
    }
    Set<String> count = numerals.values("count", word);
    if (!count.isEmpty()) {
      boolean name = from > 0 && Character.isUpperCase(written.charAt(0));
      return number(text, from, to, new Quantity(written, count, !name), found);
    }
    Set<String> known = numerals.values("known", word);
    if (!known.isEmpty()) {
      return number(text, from, to, new Quantity(written, known, false), found);
    }
    if (!month(text, from, written, word, found)) {
      Set<String> scale = word.length() > 2 ? numerals.values("scale", word) : Set.of();
      if (scale.isEmpty()) {
        numerals.compound(word).ifPresent(found::add);
      } else {
        found.add(new Quantity(written, scale, false));
      }
    }
    return to;
  }

  private int number(String text, int from, int to, Quantity first, List<Quantity> found) {
    String rest = DigitReader.rest(text, to);
    if (DigitReader.isCentury(rest)) {
      found.add(
          new Quantity(first.written(), DigitReader.age(worth(first).intValue(), true), false));
      return to;
    }
    if (!mayGoOn(rest)) {
      found.add(first);
      return to;
    }
    Matcher next = NEXT.matcher(rest);
    String follower = next.lookingAt() ? next.group(2).toLowerCase(Locale.ROOT) : "";
    Optional<BigDecimal> scale =
        follower.length() > 2 ? numerals.scale(follower) : Optional.empty();
    Set<String> unit = numerals.values("count", follower);
    if (scale.isPresent()) { // a following number may be added to it
      Set<String> product = Set.of(Numerals.plain(worth(first).multiply(scale.get())));
      found.add(new Quantity(text.substring(from, to) + next.group(), product, false));
      return to + next.end();
    }
    if (!unit.isEmpty() && next.group(1).equals("-") && first.firm()) {
      var sum = worth(first).add(new BigDecimal(unit.iterator().next()));
      String whole = text.substring(from, to) + next.group();
      found.add(new Quantity(whole, Set.of(Numerals.plain(sum)), true));
      return to + next.end();
    }
    found.add(first);
    return to;
  }

  /** Whether a word follows that may be of the number. */
  private boolean mayGoOn(String rest) {
    return rest.length() > 1
        && (rest.charAt(0) == ' ' || rest.charAt(0) == '-')
        && numerals.beginsLikeNumber(rest, 1, rest.length());
  }

  private static BigDecimal worth(Quantity quantity) {
    return new BigDecimal(Collections.min(quantity.values()));
  }

  /** Reads a month: English months have a capital, and even then "May" can be a verb. */
  private boolean month(String text, int from, String written, String word, List<Quantity> found) {
    Set<String> month = numerals.values("month", word);
    if (!month.isEmpty() && numerals.isMonth(written)) {
      String lead = text.substring(Math.max(0, from - LONGEST_LEAD), from);
      boolean sure = !MODAL.contains(word) || MONTHLY.matcher(lead).find();
      found.add(new Quantity(written, month, sure));
      return true;
    }
    Set<String> cut = numerals.values("short", word);
    if (!cut.isEmpty()) {
      found.add(new Quantity(written, cut, false));
    }
    return !cut.isEmpty();
  }
}
