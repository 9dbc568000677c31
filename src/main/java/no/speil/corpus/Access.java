package no.speil.corpus;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Who may read a text: always people who are signed in, and everybody from a day on.
 *
 * @param from the first day on which everybody may; in UTC
 */
public record Access(LocalDate from) {
  public static final Access EVERYBODY = new Access(LocalDate.MIN);
  public static final Access SIGNED_IN = new Access(LocalDate.MAX);

  /** Reads {@code everybody}, {@code signed-in} or a day; empty for anything else. */
  public static Optional<Access> parse(String written) {
    return switch (written) {
      case "everybody" -> Optional.of(EVERYBODY);
      case "signed-in" -> Optional.of(SIGNED_IN);
      default -> PartialDate.parse(written).flatMap(PartialDate::day).map(Access::new);
    };
  }

  /** The stricter of two. */
  public Access and(Access other) {
    return from.isAfter(other.from) ? this : other;
  }

  public boolean isOpenOn(LocalDate day) {
    return !from.isAfter(day);
  }
}
