package no.speil.library.actions;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import no.speil.align.identity.Revision;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.library.documents.ActionRefusedException.NotNow.Reason;
import no.speil.library.documents.ActionRefusedException.UnknownDocument;
import no.speil.library.documents.DocumentStore;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.LiveSection;
import no.speil.library.documents.SideFile;
import no.speil.library.search.IdResolver;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.LayoutEvent;
import no.speil.record.LayoutEvent.Cause;
import no.speil.record.SectionVersion;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;

/**
 * Where people act on a document: one at a time, on the document as its files are at that moment,
 * and checked against what the person saw.
 */
public final class ActionRunner {
  /** A clock that is put right goes back by so much at most. */
  private static final Duration SET_BACK = Duration.ofMinutes(5);

  private final Archive archive;
  private final DocumentStore documents;
  private final IdResolver ids;
  private final InFlightActions inFlight;
  private final Clock clock;

  public ActionRunner(
      Archive archive,
      DocumentStore documents,
      IdResolver ids,
      InFlightActions inFlight,
      Clock clock) {
    this.archive = archive;
    this.documents = documents;
    this.ids = ids;
    this.inFlight = inFlight;
    this.clock = clock;
  }

  /** Makes the event of an action on a section, or refuses it; null where it is done already. */
  interface Decision {
    @Nullable Event decide(LiveSection now, EventSignature signature);
  }

  /** Does one thing with a section. */
  LiveSection act(SectionId id, Actor actor, Decision decision) {
    return at(
        id,
        loaded -> {
          Event event = decision.decide(LiveSection.of(loaded, id), signature(actor, loaded));
          return LiveSection.of(event == null ? loaded : write(loaded, List.of(event)), id);
        });
  }

  /** The same with a section that must be as the person saw it. */
  LiveSection act(SectionId id, SectionVersion expected, Actor actor, Decision decision) {
    return act(
        id,
        actor,
        (now, signature) -> {
          checkVersion(now.section(), expected);
          return decision.decide(now, signature);
        });
  }

  /**
   * Does one thing with several sections of a document in one write; what cannot be done is
   * answered for, the rest is.
   *
   * @param isDue whether it is to be done with a section; refuses it where it cannot be
   * @param action does it with those, and answers with the document as it is then
   */
  List<ActionResult> actAll(
      DocumentId document,
      List<ExpectedVersion> wanted,
      Predicate<TrackedSection> isDue,
      BiFunction<LiveDocument, List<TrackedSection>, LiveDocument> action) {
    return at(
        document,
        loaded -> {
          var refused = new HashMap<SectionId, ActionRefusedException>();
          var due = new ArrayList<TrackedSection>();
          for (ExpectedVersion each : wanted) {
            try {
              TrackedSection now = loaded.require(each.id());
              checkVersion(now, each.version());
              if (isDue.test(now)) {
                due.add(now);
              }
            } catch (ActionRefusedException e) {
              refused.put(each.id(), e);
            }
          }
          Map<SectionId, TrackedSection> after =
              (due.isEmpty() ? loaded : action.apply(loaded, due)).byId();
          return wanted.stream()
              .map(ExpectedVersion::id)
              .map(
                  id ->
                      new ActionResult(
                          id, refused.containsKey(id) ? null : after.get(id), refused.get(id)))
              .toList();
        });
  }

  /**
   * Works on the document of a section, if it may be written to.
   *
   * @throws ActionRefusedException as {@link IdResolver#documentOf}, or if it may not be written to
   */
  public <T> T at(SectionId id, Function<LiveDocument, T> work) {
    return at(ids.documentOf(id), work);
  }

  /** Works on a document that may be written to. */
  public <T> T at(DocumentId document, Function<LiveDocument, T> work) {
    if (archive.readOnly()) {
      throw new ActionRefusedException.ReadOnly();
    }
    archive.ensureWritable();
    return documents
        .locks()
        .with(document, () -> inFlight.during(() -> work.apply(writable(document))));
  }

  private LiveDocument writable(DocumentId document) {
    return writable(documents.findToAct(document).orElseThrow(() -> new UnknownDocument(document)));
  }

  /**
   * The document, if it may be written to.
   *
   * @throws NotNow if not
   */
  static LiveDocument writable(LiveDocument loaded) {
    if (loaded.isInConflict()) {
      throw new NotNow(Reason.UNRESOLVED_MERGE);
    }
    if (!loaded.record().writable()) {
      boolean isUnfit = loaded.record().file() == null;
      throw new NotNow(isUnfit ? Reason.UNFIT_RECORD : Reason.NEWER_RECORD);
    }
    return loaded;
  }

  /**
   * Refuses to write a translation whose file cannot be read, or not as it is.
   *
   * @throws NotNow if so
   */
  public void requireWritableTranslation(LiveDocument loaded) {
    SideFile sideFile = loaded.translation();
    if (sideFile != null && !sideFile.writable()) {
      throw new NotNow(Reason.NOT_UTF8);
    }
    if (sideFile == null && archive.hasTranslation(loaded.translationPath())) {
      throw new NotNow(Reason.UNREADABLE);
    }
  }

  public LiveDocument write(LiveDocument loaded, List<Event> events) {
    return stored(() -> ending(loaded, documents.append(loaded, events), events));
  }

  /** Writes a layout that somebody has asked for. */
  LiveDocument write(LiveDocument loaded, Revision revision, Cause cause, Actor actor) {
    EventSignature signature = signature(actor, loaded);
    var event = new LayoutEvent(signature, revision.changed(), revision.removed(), cause, 0);
    return write(loaded, List.of(event));
  }

  /** Writes events and the translation that they lead to. */
  public LiveDocument save(LiveDocument loaded, List<Event> events, String translation) {
    return stored(() -> ending(loaded, documents.save(loaded, events, translation), events));
  }

  /** Ends with the text what the person had claimed of it. */
  private LiveDocument ending(LiveDocument before, LiveDocument after, List<Event> events) {
    List<Event> ends = ClaimActions.ends(before, after, events.getLast().signature());
    return ends.isEmpty() ? after : documents.append(after, ends);
  }

  private static LiveDocument stored(Supplier<LiveDocument> writing) {
    try {
      return writing.get();
    } catch (UncheckedIOException e) {
      throw ActionRefusedException.storage(e);
    }
  }

  /**
   * Of now, by this machine's clock. It counts as done after all that the record holds, whatever
   * the clocks of other machines said, be it in the same millisecond; a clock that was set back a
   * little is not shown to go back.
   */
  public EventSignature signature(Actor actor, LiveDocument loaded) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant last =
        loaded.record().events().stream()
            .filter(event -> !LayoutEvent.isDivision(event)) // a logical clock orders those
            .map(event -> event.signature().order())
            .max(Comparator.naturalOrder())
            .orElse(Instant.MIN);
    boolean isSetBack = now.isBefore(last) && Duration.between(now, last).compareTo(SET_BACK) <= 0;
    Instant at = isSetBack ? last : now;
    Instant order = now.isAfter(last) ? now : last.plusMillis(1);
    return new EventSignature(at, actor.name(), actor.via(), actor.role(), order);
  }

  static void checkVersion(TrackedSection tracked, SectionVersion expected) {
    if (!tracked.version().equals(expected)) {
      throw new ActionRefusedException.StaleVersion(tracked);
    }
  }

  /** What came of one section's part in an action on several: exactly one of the two is there. */
  public record ActionResult(
      SectionId id, @Nullable TrackedSection now, @Nullable ActionRefusedException refused) {}
}
