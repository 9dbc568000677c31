package no.speil.exchange.cite;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A year, a month or a day.
 *
 * @param parts one to three numbers: year, month, day
 */
record PartialDate(List<Integer> parts) {
  private static final Pattern FORM = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

  PartialDate {
    parts = List.copyOf(parts);
  }

  static PartialDate of(LocalDate day) {
    return new PartialDate(List.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
  }

  /** Reads {@code 2015}, {@code 2015-08} or {@code 2015-08-24}; empty for anything else. */
  static Optional<PartialDate> parse(String written) {
    if (!FORM.matcher(written).matches()) {
      return Optional.empty();
    }
    List<Integer> parts = Arrays.stream(written.split("-", -1)).map(Integer::valueOf).toList();
    return isInCalendar(parts) ? Optional.of(new PartialDate(parts)) : Optional.empty();
  }

  /** The parts, joined by that sign, month and day with two digits. */
  String joined(String sign) {
    var joined = new StringBuilder("%04d".formatted(parts.getFirst()));
    parts.stream().skip(1).forEach(part -> joined.append(sign).append("%02d".formatted(part)));
    return joined.toString();
  }

  private static boolean isInCalendar(List<Integer> parts) {
    int month = parts.size() > 1 ? parts.get(1) : 1;
    int day = parts.size() > 2 ? parts.get(2) : 1;
    try {
      return LocalDate.of(parts.getFirst(), month, day).getYear() > 0;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
