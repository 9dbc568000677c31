package no.speil.search.query;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.speil.corpus.PartialDate;

/**
 * A range of days, each written as a number such as 20150824; both ends belong to it. A missing end
 * is 0 or the largest integer.
 */
public record DateRange(int first, int last) {
  private static final DateRange ALL = new DateRange(0, Integer.MAX_VALUE);
  private static final Pattern ONE_DIGIT = Pattern.compile("(?<=-)(\\d)(?!\\d)");
  private static final String DOTS = "..";

  /** Reads {@code 2015}, {@code 2015-08} or {@code 2015-08-24}; empty for anything else. */
  public static Optional<DateRange> of(String date) {
    return PartialDate.parse(ONE_DIGIT.matcher(date.strip()).replaceAll("0$1"))
        .map(PartialDate::parts)
        .map(known -> new DateRange(day(known, 1, 1), day(known, 12, lastDay(known))));
  }

  private static int lastDay(List<Integer> known) {
    return known.size() == 2 ? YearMonth.of(known.get(0), known.get(1)).lengthOfMonth() : 31;
  }

  /** The date as a number; a missing month or day is the given one. */
  private static int day(List<Integer> known, int month, int day) {
    return known.getFirst() * 10_000
        + (known.size() > 1 ? known.get(1) : month) * 100
        + (known.size() > 2 ? known.get(2) : day);
  }

  /** Reads also {@code 2014..2016} (in either order), {@code 2014..} and {@code ..2016}. */
  static Optional<DateRange> range(String written) {
    int dots = written.indexOf(DOTS);
    if (dots < 0) {
      return of(written);
    }
    String from = written.substring(0, dots);
    String to = written.substring(dots + DOTS.length());
    if (from.isEmpty() && to.isEmpty()) {
      return Optional.empty();
    }
    Optional<DateRange> start = from.isEmpty() ? Optional.of(ALL) : of(from);
    Optional<DateRange> end = to.isEmpty() ? Optional.of(ALL) : of(to);
    return start.flatMap(a -> end.map(b -> a.joined(b)));
  }

  private DateRange joined(DateRange other) {
    return first <= other.last
        ? new DateRange(first, other.last)
        : new DateRange(other.first, last);
  }
}
