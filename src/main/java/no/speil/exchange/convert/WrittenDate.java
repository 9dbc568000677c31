package no.speil.exchange.convert;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Dates as people and programs write them, in Norwegian and English. */
public final class WrittenDate {
  private static final List<Pattern> FORMS =
      Stream.of(
              "(?<y>\\d{4})(?:-(?<m>\\d{2})(?:-(?<d>\\d{2})(?:[Tt ].*)?)?)?",
              "(?<y>\\d{4})[/.](?<m>\\d{1,2})[/.](?<d>\\d{1,2})",
              "(?<d>\\d{1,2})\\. ?(?<m>\\d{1,2})\\. ?(?<y>\\d{4})",
              "(?<d>\\d{1,2})\\.? (?<m>\\p{L}{3,})\\.? (?<y>\\d{4})",
              "(?<m>\\p{L}{3,})\\.? (?<d>\\d{1,2})(?:st|nd|rd|th)?,? (?<y>\\d{4})")
          .map(Pattern::compile)
          .toList();

  /** By their first three letters, which both languages share but for two. */
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "ma", "jun", "jul", "aug", "sep", "o", "nov", "de");

  private WrittenDate() {}

  /** A year, month or day in ISO 8601; empty if the text is no date. */
  public static Optional<String> parse(String written) {
    String text = written.strip();
    return FORMS.stream()
        .map(form -> form.matcher(text))
        .filter(Matcher::matches)
        .findFirst()
        .flatMap(WrittenDate::date);
  }

  private static Optional<String> date(Matcher form) {
    String month = form.group("m");
    String day = form.group("d");
    try {
      var date =
          LocalDate.of(
              Integer.parseInt(form.group("y")),
              month == null ? 1 : month(month),
              day == null ? 1 : Integer.parseInt(day));
      return Optional.of(date.toString().substring(0, month == null ? 4 : day == null ? 7 : 10));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int month(String written) {
    if (Character.isDigit(written.charAt(0))) {
      return Integer.parseInt(written);
    }
    String lower = written.toLowerCase(Locale.ROOT);
    List<String> found = MONTHS.stream().filter(lower::startsWith).toList();
    return found.isEmpty() ? 0 : MONTHS.indexOf(found.getFirst()) + 1; // March comes before May
  }
}
