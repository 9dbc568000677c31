package no.speil.corpus;

import java.util.Optional;

/** What people have done with a section, in the order of the work. */
public enum State implements Coded {
  UNTRANSLATED,
  DRAFT,
  TRANSLATED,
  REVIEWED;

  /** Whether the text counts as translated, reviewed or not. */
  public boolean isDone() {
    return compareTo(TRANSLATED) >= 0;
  }

  /** The state of that {@link #code}, or empty. */
  public static Optional<State> parse(String code) {
    return Coded.parse(values(), code);
  }
}
