package no.speil.web.page;

import java.util.EnumMap;
import java.util.Map;
import no.speil.corpus.Freshness;
import no.speil.corpus.Section;
import no.speil.corpus.State;
import no.speil.library.documents.LiveDocument;
import no.speil.status.TrackedSection;

/**
 * The state of a document's translation as a whole, so that a page can say it once, and of each
 * section only what differs from it.
 *
 * @param state of most sections that have a translation; untranslated if none has
 * @param translated number of sections with a translation, or left out of it on purpose
 * @param translatable number of sections with something to translate, or a translation
 */
public record OverallState(LiveDocument document, State state, long translated, long translatable) {

  public static OverallState of(LiveDocument document) {
    Map<State, Integer> states = new EnumMap<>(State.class);
    long translated = 0;
    long translatable = 0;
    for (TrackedSection tracked : document.sections()) {
      boolean done = !tracked.section().translation().isEmpty();
      translatable += done || hasOriginal(document, tracked) ? 1 : 0;
      translated += done || tracked.sectionStatus().isLeftOut() ? 1 : 0;
      if (done) {
        states.merge(tracked.sectionStatus().state(), 1, Integer::sum);
      }
    }
    State most = State.UNTRANSLATED;
    for (Map.Entry<State, Integer> entry : states.entrySet()) { // ties go to the lower state
      if (most == State.UNTRANSLATED || entry.getValue() > states.getOrDefault(most, 0)) {
        most = entry.getKey();
      }
    }
    return new OverallState(document, most, translated, translatable);
  }

  private static boolean hasOriginal(LiveDocument document, TrackedSection tracked) {
    return !tracked.section().original().isEmpty() && !document.originalElsewhere();
  }

  /** Number of sections that somebody has reviewed. */
  public long reviewed() {
    return document.sections().stream()
        .filter(tracked -> tracked.sectionStatus().state() == State.REVIEWED)
        .count();
  }

  /** Number of sections with any mark. */
  public long exceptions() {
    return document.sections().size() - count(SectionMark.NONE);
  }

  /** Number of sections with that mark. */
  public long count(SectionMark mark) {
    return document.sections().stream().filter(tracked -> mark(tracked) == mark).count();
  }

  /** What a section says of itself: the gravest of what differs. */
  public SectionMark mark(TrackedSection tracked) {
    Section section = tracked.section();
    Freshness freshness = tracked.sectionStatus().freshness();
    if (tracked.sectionStatus().isLeftOut()) {
      return SectionMark.LEFT_OUT;
    }
    if (freshness == Freshness.STALE) {
      return SectionMark.CHANGED;
    }
    if (freshness == Freshness.ORPHAN) {
      return SectionMark.ORPHAN;
    }
    if (section.translation().isEmpty()) {
      return state == State.UNTRANSLATED || document.originalElsewhere()
          ? SectionMark.NONE
          : SectionMark.MISSING;
    }
    if (section.original().isEmpty()
        && !document.originalElsewhere()
        && document.original() != null) {
      return SectionMark.ADDED;
    }
    if (section.isDoubtful()) {
      return SectionMark.DOUBTFUL;
    }
    return tracked.sectionStatus().state().compareTo(state) < 0
        ? SectionMark.STATE
        : SectionMark.NONE;
  }
}
