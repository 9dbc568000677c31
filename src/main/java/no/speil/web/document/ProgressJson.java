package no.speil.web.document;

import no.speil.corpus.State;
import no.speil.status.Progress;
import no.speil.status.ProgressCount;

/** Progress: sections and words in each state, and how many are stale. */
public record ProgressJson(
    ProgressCount untranslated,
    ProgressCount draft,
    ProgressCount translated,
    ProgressCount reviewed,
    ProgressCount stale) {

  public static ProgressJson of(Progress progress) {
    return new ProgressJson(
        progress.of(State.UNTRANSLATED),
        progress.of(State.DRAFT),
        progress.of(State.TRANSLATED),
        progress.of(State.REVIEWED),
        progress.stale());
  }
}
