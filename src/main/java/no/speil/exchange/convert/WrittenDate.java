package no.speil.exchange.convert;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as people and programs write them, in Norwegian and English. */
public final class WrittenDate {
  private static final Pattern ISO =
      Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:[Tt ].*)?)?)?");
  private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4})");
  private static final Pattern DAY_NAMED =
      Pattern.compile("(\\d{1,2})\\.? (\\p{L}{3,})\\.? (\\d{4})");
  private static final Pattern MONTH_NAMED =
      Pattern.compile("(\\p{L}{3,})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})");

  /** By their first three letters, which both languages share but for two. */
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "ma", "jun", "jul", "aug", "sep", "o", "nov", "de");

  private WrittenDate() {}

  /** A year, month or day in ISO 8601; empty if the text is no date. */
  public static Optional<String> parse(String written) {
    String text = written.strip();
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      boolean isDay = iso.group(3) != null;
      String day =
          iso.group(2) == null ? text + "-01-01" : isDay ? text.substring(0, 10) : text + "-01";
      return date(day.substring(0, 4), day.substring(5, 7), day.substring(8))
          .map(found -> isDay ? found : text);
    }
    Matcher matcher = YEAR_FIRST.matcher(text);
    if (matcher.matches()) {
      return date(matcher.group(1), matcher.group(2), matcher.group(3));
    }
    matcher = DAY_FIRST.matcher(text);
    if (matcher.matches()) {
      return date(matcher.group(3), matcher.group(2), matcher.group(1));
    }
    matcher = DAY_NAMED.matcher(text);
    if (matcher.matches()) {
      return date(matcher.group(3), month(matcher.group(2)), matcher.group(1));
    }
    matcher = MONTH_NAMED.matcher(text);
    return matcher.matches()
        ? date(matcher.group(3), month(matcher.group(1)), matcher.group(2))
        : Optional.empty();
  }

  private static String month(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (int i = 0; i < MONTHS.size(); i++) {
      if (lower.startsWith(MONTHS.get(i)) && !(i == 4 && lower.startsWith("mar"))) {
        return Integer.toString(i + 1);
      }
    }
    return "0";
  }

  private static Optional<String> date(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
              .toString());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
