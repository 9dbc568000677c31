package no.speil.web.section;

import java.util.EnumMap;
import java.util.Map;
import no.speil.corpus.Freshness;
import no.speil.corpus.Section;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.documents.LiveDocument;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;

/**
 * The state of a document's translation as a whole, so that a page can say it once, and of each
 * section only what differs from it.
 */
public final class OverallState {
  private final LiveDocument document;
  private final State state;

  public OverallState(LiveDocument document) {
    this.document = document;
    var states = new EnumMap<State, Integer>(State.class);
    for (TrackedSection tracked : document.sections()) {
      if (isCounted(tracked) && !tracked.section().translation().isEmpty()) {
        states.merge(tracked.sectionStatus().state(), 1, Integer::sum);
      }
    }
    this.state = mostFrequent(states);
  }

  /** Whether it has words to translate. */
  boolean isCounted(TrackedSection tracked) {
    return tracked.isCounted(document.originalElsewhere());
  }

  private static State mostFrequent(EnumMap<State, Integer> states) {
    return states.entrySet().stream() // ties go to the lower state
        .filter(each -> each.getKey() != State.UNTRANSLATED)
        .reduce((most, each) -> each.getValue() > most.getValue() ? each : most)
        .map(Map.Entry::getKey)
        .orElse(State.UNTRANSLATED);
  }

  /** The state of most sections that have a translation; untranslated if none has. */
  public State state() {
    return state;
  }

  /** Number of sections with that notice. */
  public int count(SectionNotice notice) {
    return (int) document.sections().stream().filter(each -> notice(each) == notice).count();
  }

  /** Number of sections with any notice. */
  public int exceptions() {
    return document.sections().size() - count(SectionNotice.NONE);
  }

  /** The side of the only text that is here; null where both are. */
  public @Nullable Side onlySide() {
    if (state == State.UNTRANSLATED) {
      return Side.ORIGINAL;
    }
    return document.originalElsewhere() || document.original() == null ? Side.TRANSLATION : null;
  }

  /** What a section says of itself: the gravest of what differs. */
  public SectionNotice notice(TrackedSection tracked) {
    Section section = tracked.section();
    Freshness freshness = tracked.sectionStatus().freshness();
    if (tracked.sectionStatus().isLeftOut()) {
      return SectionNotice.LEFT_OUT;
    }
    if (freshness == Freshness.STALE) {
      return SectionNotice.STALE;
    }
    if (freshness == Freshness.ORPHAN) {
      return SectionNotice.ORPHAN;
    }
    if (section.translation().isEmpty()) {
      return state == State.UNTRANSLATED || document.originalElsewhere() || !isCounted(tracked)
          ? SectionNotice.NONE
          : SectionNotice.MISSING;
    }
    if (section.original().isEmpty()
        && !document.originalElsewhere()
        && document.original() != null) {
      return SectionNotice.ADDED;
    }
    if (section.isDoubtful()) {
      return SectionNotice.DOUBTFUL;
    }
    return isCounted(tracked) && tracked.sectionStatus().state().compareTo(state) < 0
        ? SectionNotice.STATE
        : SectionNotice.NONE;
  }
}
