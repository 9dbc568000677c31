package no.speil.status;

import java.time.Instant;
import java.util.Optional;
import no.speil.corpus.Freshness;
import no.speil.corpus.Task;
import no.speil.status.grading.Change;

/** Decides what is to be done with a section. */
public final class TaskRule {
  private TaskRule() {}

  /** The time of the last pending report; empty if there is none. */
  public static Optional<Instant> reported(TrackedSection tracked) {
    return tracked.pendingReports().stream()
        .map(report -> report.report().signature().at())
        .reduce((earlier, later) -> later);
  }

  /**
   * The task of the section's translation, apart from reports; empty if it is done, kept without an
   * original, or has no words to translate.
   *
   * @param originalElsewhere whether the document's original is held elsewhere
   * @param hasOriginal whether the document has one; where all of it is gone, that is a problem of
   *     the document
   */
  public static Optional<Task> of(
      TrackedSection tracked, boolean originalElsewhere, boolean hasOriginal) {
    if (hasOriginal && tracked.sectionStatus().freshness() == Freshness.ORPHAN) {
      return Optional.of(Task.ORPHAN);
    }
    if (tracked.sectionStatus().isLeftOut()
        || tracked.isKept()
        || !tracked.isCounted(originalElsewhere)) {
      return Optional.empty();
    }
    Change change = tracked.sectionStatus().change();
    if (tracked.sectionStatus().freshness() == Freshness.STALE && change != null) {
      return Optional.of(
          switch (change.grade()) {
            case FACTS -> Task.FACTS;
            case WORDING -> Task.WORDING;
            case TYPOGRAPHY, MARKUP -> Task.TYPOGRAPHY;
          });
    }
    return switch (tracked.sectionStatus().state()) {
      case UNTRANSLATED -> Optional.of(Task.UNTRANSLATED);
      case DRAFT -> Optional.of(Task.DRAFT);
      case TRANSLATED -> Optional.of(Task.REVIEW);
      case REVIEWED -> Optional.empty();
    };
  }
}
