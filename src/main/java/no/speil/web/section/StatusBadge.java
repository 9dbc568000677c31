package no.speil.web.section;

import no.speil.corpus.Freshness;
import no.speil.corpus.State;
import no.speil.messages.Messages;
import no.speil.search.IndexedStatus;
import no.speil.status.SectionStatus;

/**
 * State and freshness of a section.
 *
 * @param state code, for colour
 * @param words both, in words
 * @param attention whether a reader should take care
 */
public record StatusBadge(String state, String words, boolean attention) {
  public static StatusBadge of(Messages t, SectionStatus status) {
    return of(t, status.isLeftOut(), status.state(), status.freshness());
  }

  /** The same from the index. */
  public static StatusBadge of(Messages t, IndexedStatus status) {
    return of(t, status.isLeftOut(), status.state(), status.freshness());
  }

  private static StatusBadge of(Messages t, boolean isLeftOut, State state, Freshness freshness) {
    if (isLeftOut) {
      return new StatusBadge(State.TRANSLATED.code(), t.of("cell.left-out"), false);
    }
    String first = t.of("state." + state.code());
    String words =
        state == State.UNTRANSLATED && freshness != Freshness.STALE
            ? first
            : t.of("mood", first, t.of("freshness." + freshness.code()));
    boolean attention = freshness == Freshness.STALE || freshness == Freshness.ORPHAN;
    return new StatusBadge(state.code(), words, attention);
  }
}
