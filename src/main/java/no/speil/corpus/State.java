package no.speil.corpus;

import java.util.Locale;
import java.util.Optional;

/** What people have done with a section, in the order of the work. */
public enum State {
  UNTRANSLATED,
  DRAFT,
  TRANSLATED,
  REVIEWED;

  /** The name in records, queries and JSON: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of that {@link #code}, or empty. */
  public static Optional<State> parse(String code) {
    for (State state : values()) {
      if (state.code().equals(code)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
