package no.speil.corpus;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A year, a month or a day.
 *
 * @param parts one to three numbers: year, month, day
 */
public record PartialDate(List<Integer> parts) {
  private static final Pattern FORM = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

  public static PartialDate of(LocalDate day) {
    return new PartialDate(List.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
  }

  /** Reads {@code 2015}, {@code 2015-08} or {@code 2015-08-24}; empty for anything else. */
  public static Optional<PartialDate> parse(String written) {
    if (!FORM.matcher(written).matches()) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(written + "-01-01".substring(written.length() - 4));
      int known = (written.length() - 1) / 3;
      return day.getYear() == 0
          ? Optional.empty()
          : Optional.of(new PartialDate(of(day).parts().subList(0, known)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The day itself; empty where only its month or year is known. */
  Optional<LocalDate> day() {
    return Optional.of(parts)
        .filter(known -> known.size() == 3)
        .map(known -> LocalDate.of(known.get(0), known.get(1), known.get(2)));
  }

  /** The parts, joined by that sign, month and day with two digits. */
  public String joined(String sign) {
    var joined = new StringBuilder("%04d".formatted(parts.getFirst()));
    parts.stream().skip(1).forEach(part -> joined.append(sign).append("%02d".formatted(part)));
    return joined.toString();
  }
}
