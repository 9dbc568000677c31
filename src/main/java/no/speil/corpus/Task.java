package no.speil.corpus;

import java.util.Locale;
import java.util.Optional;

/** What is to be done with a section, in the order in which it should be done. */
public enum Task {
  /** Facts in the original have changed since it was translated. */
  FACTS(1),
  /** The original's wording has changed. */
  WORDING(2),
  /** There is no translation. */
  UNTRANSLATED(3),
  /** There is a translation that nobody has said is done. */
  DRAFT(4),
  /** The original's typography has changed. */
  TYPOGRAPHY(5),
  /** It is translated and waits for a review. */
  REVIEW(6);

  private final int order;

  Task(int order) {
    this.order = order;
  }

  /** Ascending from the most urgent. */
  public int order() {
    return order;
  }

  /** The name in queries and JSON: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The task of that {@link #code}, or empty. */
  public static Optional<Task> parse(String code) {
    for (Task task : values()) {
      if (task.code().equals(code)) {
        return Optional.of(task);
      }
    }
    return Optional.empty();
  }
}
