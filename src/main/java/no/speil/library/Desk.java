package no.speil.library;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.library.ActionRefused.NotNow;
import no.speil.library.ActionRefused.NotNow.Reason;
import no.speil.tracking.Event;
import no.speil.tracking.Signature;
import no.speil.tracking.TrackedSection;
import no.speil.tracking.Version;
import org.jspecify.annotations.Nullable;

/**
 * Where people act on a document: one at a time, on the document as its files are at that moment,
 * and checked against what the person saw.
 */
final class Desk {
  private final Archive archive;
  private final Stacks stacks;
  private final Underway underway;
  private final Clock clock;

  Desk(Archive archive, Stacks stacks, Underway underway, Clock clock) {
    this.archive = archive;
    this.stacks = stacks;
    this.underway = underway;
    this.clock = clock;
  }

  /** Makes the event of an action on a section as it is now, or refuses it. */
  interface Decision {
    Event decide(TrackedSection now, Signature signature);
  }

  /** Does one thing with a section. */
  TrackedSection act(DocumentId document, SectionId id, Actor actor, Decision decision) {
    return at(
        document,
        loaded -> {
          Event event = decision.decide(section(loaded, id), signature(actor, loaded));
          return section(write(loaded, List.of(event)), id);
        });
  }

  /** Works on a document that may be written to. */
  <T> T at(DocumentId document, Function<Loaded, T> work) {
    if (archive.readOnly()) {
      throw new ActionRefused.ReadOnly();
    }
    return stacks.locks().with(document, () -> underway.during(() -> atHand(document, work)));
  }

  private <T> T atHand(DocumentId document, Function<Loaded, T> work) {
    Loaded loaded =
        stacks.fetch(document).orElseThrow(() -> new ActionRefused.UnknownDocument(document));
    if (!loaded.record().writable()) {
      throw new NotNow(Reason.NEWER_RECORD);
    }
    return work.apply(loaded);
  }

  Loaded write(Loaded loaded, List<Event> events) {
    try {
      return stacks.append(loaded, events);
    } catch (UncheckedIOException e) {
      throw new ActionRefused.StorageRefused(e);
    }
  }

  /** Writes a change of the layout down, and reads the document as it is with it. */
  Loaded relay(Loaded loaded, Event event) {
    try {
      return stacks.relay(loaded, event);
    } catch (UncheckedIOException e) {
      throw new ActionRefused.StorageRefused(e);
    }
  }

  /** Never earlier than what the record ends with, so that a clock set back reorders nothing. */
  Signature signature(Actor actor, Loaded loaded) {
    Instant now = clock.instant();
    Instant last =
        loaded.record().events().stream()
            .map(event -> event.signature().at())
            .max(Comparator.naturalOrder())
            .orElse(now);
    return new Signature(now.isBefore(last) ? last : now, actor.name(), actor.via());
  }

  static void checkVersion(TrackedSection tracked, Version expected) {
    if (!tracked.version().equals(expected)) {
      throw new ActionRefused.StaleVersion(tracked);
    }
  }

  static TrackedSection section(Loaded loaded, SectionId id) {
    return section(loaded.live().section(id).orElse(null), id);
  }

  static TrackedSection section(@Nullable TrackedSection tracked, SectionId id) {
    if (tracked == null) {
      throw new ActionRefused.UnknownSection(id);
    }
    return tracked;
  }
}
