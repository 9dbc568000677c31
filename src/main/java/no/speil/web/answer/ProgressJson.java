package no.speil.web.answer;

import no.speil.tracking.Amount;
import no.speil.tracking.Progress;

/** How far something is: sections and words in each state, and of those the stale ones. */
public record ProgressJson(
    Amount untranslated, Amount draft, Amount translated, Amount reviewed, Amount stale) {

  public static ProgressJson of(Progress progress) {
    return new ProgressJson(
        progress.untranslated(),
        progress.draft(),
        progress.translated(),
        progress.reviewed(),
        progress.stale());
  }
}
