package no.speil.library.documents;

import no.speil.qa.QaWarning;
import no.speil.record.CheckEvent;
import org.jspecify.annotations.Nullable;

/**
 * A failed check of a section's translation as it is saved.
 *
 * @param dismissal by which somebody has said that it is no error; null if nobody has
 */
public record FailedCheck(QaWarning warning, @Nullable CheckEvent dismissal) {
  public boolean isDismissed() {
    return dismissal != null;
  }

  /** The code of the check; at most one failed check of a section has it. */
  public String code() {
    return warning.check().code();
  }
}
