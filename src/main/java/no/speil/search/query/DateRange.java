package no.speil.search.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of days, each written as a number such as 20150824; both ends belong to it. A missing end
 * is 0 or the largest integer.
 */
public record DateRange(int first, int last) {
  private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");
  private static final String DOTS = "..";

  /** Reads {@code 2015}, {@code 2015-08} or {@code 2015-08-24}; empty for anything else. */
  public static Optional<DateRange> of(String date) {
    Matcher matcher = DATE.matcher(date.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      int year = Integer.parseInt(matcher.group(1));
      if (matcher.group(2) == null) {
        return Optional.of(new DateRange(year * 10_000 + 101, year * 10_000 + 1231));
      }
      int month = Integer.parseInt(matcher.group(2));
      if (matcher.group(3) == null) {
        int days = YearMonth.of(year, month).lengthOfMonth();
        return Optional.of(new DateRange(day(year, month, 1), day(year, month, days)));
      }
      int day = day(LocalDate.of(year, month, Integer.parseInt(matcher.group(3))));
      return Optional.of(new DateRange(day, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
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

  private static final DateRange ALL = new DateRange(0, Integer.MAX_VALUE);

  private static int day(LocalDate date) {
    return day(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  private static int day(int year, int month, int day) {
    return year * 10_000 + month * 100 + day;
  }
}
