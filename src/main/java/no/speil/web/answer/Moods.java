package no.speil.web.answer;

import no.speil.corpus.Freshness;
import no.speil.corpus.State;
import no.speil.search.Status;
import no.speil.tracking.Standing;
import no.speil.web.view.Messages;
import no.speil.web.view.Mood;

/** Says state and freshness in words; two axes, so two words. */
public final class Moods {
  private Moods() {}

  public static Mood of(Messages t, Standing standing) {
    return standing.isLeftOut() ? leftOut(t) : of(t, standing.state(), standing.freshness());
  }

  /** The same as the index knows it. */
  public static Mood of(Messages t, Status status) {
    return status.isLeftOut() ? leftOut(t) : of(t, status.state(), status.freshness());
  }

  private static Mood leftOut(Messages t) {
    return new Mood(State.TRANSLATED.code(), t.of("cell.left-out"), false);
  }

  private static Mood of(Messages t, State state, Freshness freshness) {
    String first = t.of("state." + state.code());
    String words =
        state == State.UNTRANSLATED && freshness != Freshness.STALE
            ? first
            : t.of("mood", first, t.of("freshness." + freshness.code()));
    boolean attention = freshness == Freshness.STALE || freshness == Freshness.ORPHAN;
    return new Mood(state.code(), words, attention);
  }
}
