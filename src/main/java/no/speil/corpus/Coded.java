package no.speil.corpus;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A constant that has a code in records, addresses, JSON, message keys and style classes: its name
 * in lower case, with hyphens.
 */
public interface Coded {
  String name();

  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant of that code. */
  static <T extends Coded> Optional<T> parse(T[] constants, String code) {
    return Stream.of(constants).filter(each -> each.code().equals(code)).findFirst();
  }
}
