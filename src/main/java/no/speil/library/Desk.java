package no.speil.library;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.ActionRefused.NotNow;
import no.speil.library.ActionRefused.NotNow.Reason;
import no.speil.markdown.SwallowingTextException;
import no.speil.tracking.Comment;
import no.speil.tracking.Confirm;
import no.speil.tracking.Edit;
import no.speil.tracking.Event;
import no.speil.tracking.Laid;
import no.speil.tracking.Mark;
import no.speil.tracking.ReviewRule;
import no.speil.tracking.Signature;
import no.speil.tracking.Snapshot;
import no.speil.tracking.Suggest;
import no.speil.tracking.TrackedSection;
import no.speil.tracking.Version;
import org.jspecify.annotations.Nullable;

/** Where people's actions on sections are checked against what they saw, and carried out. */
final class Desk {
  private final Archive archive;
  private final Stacks stacks;
  private final Catalogue catalogue;
  private final Clock clock;

  Desk(Archive archive, Stacks stacks, Catalogue catalogue, Clock clock) {
    this.archive = archive;
    this.stacks = stacks;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  TrackedSection mark(
      DocumentId document, SectionId id, State state, Version expected, Actor actor) {
    return act(
        document,
        id,
        actor,
        (tracked, signature) -> {
          checkVersion(tracked, expected);
          return marked(tracked, state, signature);
        });
  }

  TrackedSection confirm(DocumentId document, SectionId id, Version expected, Actor actor) {
    return act(
        document,
        id,
        actor,
        (tracked, signature) -> {
          checkVersion(tracked, expected);
          Section section = tracked.section();
          if (section.translation().isEmpty()) {
            throw new NotNow(Reason.NO_TEXT);
          }
          return new Confirm(
              signature,
              id,
              Snapshot.of(section.original()),
              Snapshot.hashOf(section.translation()));
        });
  }

  TrackedSection comment(DocumentId document, SectionId id, String text, Actor actor) {
    return act(document, id, actor, (tracked, signature) -> new Comment(signature, id, text));
  }

  /**
   * Saves a text in a section's place. What was refused is kept as a suggestion, so that nobody
   * loses typed words.
   */
  TrackedSection edit(
      DocumentId document, SectionId id, String markdown, Version expected, Actor actor) {
    return stacks
        .locks()
        .with(
            document,
            () -> {
              Loaded loaded = writable(document);
              TrackedSection now = section(loaded.live().section(id).orElse(null), id);
              Leaf leaf = loaded.live().translation();
              if (leaf != null && !leaf.writable()) {
                throw new NotNow(Reason.NOT_UTF8);
              }
              if (!isBasedOnWhatIsThere(now, expected, actor)) {
                write(
                    loaded,
                    List.of(new Suggest(signature(actor, loaded), id, markdown, "conflict")));
                throw new ActionRefused.StaleVersion(now);
              }
              return section(save(loaded, now, markdown, expected, actor), id);
            });
  }

  private @Nullable TrackedSection save(
      Loaded loaded, TrackedSection now, String markdown, Version expected, Actor actor) {
    Section section = now.section();
    if (section.translation().isEmpty() && markdown.isBlank()) {
      throw new NotNow(Reason.NO_TEXT);
    }
    LiveDocument live = loaded.live();
    Signature signature = signature(actor, loaded);
    try {
      Revised revised = Revised.of(live, section, markdown);
      var edit =
          new Edit(
              signature,
              section.id(),
              Basis.of(now, expected),
              Snapshot.of(section.translation()),
              Snapshot.of(revised.run()));
      var laid = new Laid(signature, List.of(revised.placed(live, section)), List.of());
      Loaded after = stacks.save(loaded, List.of(edit, laid), revised.source());
      return after.live().section(section.id()).orElse(null);
    } catch (SwallowingTextException e) {
      throw new ActionRefused.TextRefused(e);
    } catch (UncheckedIOException e) {
      throw new ActionRefused.StorageRefused(e);
    }
  }

  /**
   * Whether the text is the one that the person saw, or one that they have saved themselves since.
   */
  private static boolean isBasedOnWhatIsThere(TrackedSection now, Version expected, Actor actor) {
    String text = now.version().translation();
    List<Event> newestFirst = now.history().reversed();
    for (Event event : newestFirst) {
      if (text.equals(expected.translation())) {
        return true;
      }
      if (event instanceof Edit edit) {
        if (!edit.signature().by().equals(actor.name()) || !text.equals(hex(edit.after()))) {
          return false;
        }
        text = hex(edit.before());
      }
    }
    return text.equals(expected.translation());
  }

  private static String hex(Snapshot snapshot) {
    return snapshot.isEmpty() ? "-" : snapshot.hash().hex();
  }

  /** Marks several sections with one write; what cannot be marked is answered for, the rest is. */
  List<Answer> markAll(DocumentId document, State state, List<Expected> wanted, Actor actor) {
    return stacks
        .locks()
        .with(
            document,
            () -> {
              Loaded loaded = writable(document);
              var refused = new HashMap<SectionId, ActionRefused>();
              var events = new ArrayList<Event>();
              Signature signature = signature(actor, loaded);
              Map<SectionId, TrackedSection> sections = byId(loaded.live());
              for (Expected each : wanted) {
                try {
                  TrackedSection tracked = section(sections.get(each.id()), each.id());
                  checkVersion(tracked, each.version());
                  events.add(marked(tracked, state, signature));
                } catch (ActionRefused e) {
                  refused.put(each.id(), e);
                }
              }
              Loaded after = events.isEmpty() ? loaded : write(loaded, events);
              Map<SectionId, TrackedSection> now = byId(after.live());
              return wanted.stream()
                  .map(
                      each ->
                          refused.containsKey(each.id())
                              ? new Answer(each.id(), null, refused.get(each.id()))
                              : new Answer(each.id(), now.get(each.id()), null))
                  .toList();
            });
  }

  /** Makes the event of an action on a section as it is now, or refuses it. */
  private interface Decision {
    Event decide(TrackedSection now, Signature signature);
  }

  private TrackedSection act(DocumentId document, SectionId id, Actor actor, Decision decision) {
    return stacks
        .locks()
        .with(
            document,
            () -> {
              Loaded loaded = writable(document);
              TrackedSection now = section(loaded.live().section(id).orElse(null), id);
              Event event = decision.decide(now, signature(actor, loaded));
              Loaded after = write(loaded, List.of(event));
              return section(after.live().section(id).orElse(null), id);
            });
  }

  private Loaded writable(DocumentId document) {
    if (archive.readOnly()) {
      throw new ActionRefused.ReadOnly();
    }
    Loaded loaded =
        stacks.fetch(document).orElseThrow(() -> new ActionRefused.UnknownDocument(document));
    if (!loaded.record().writable()) {
      throw new NotNow(Reason.NEWER_RECORD);
    }
    return loaded;
  }

  private Loaded write(Loaded loaded, List<Event> events) {
    try {
      return stacks.append(loaded, events);
    } catch (UncheckedIOException e) {
      throw new ActionRefused.StorageRefused(e);
    }
  }

  private Event marked(TrackedSection tracked, State state, Signature signature) {
    Section section = tracked.section();
    boolean hasText = !section.translation().isEmpty();
    if (hasText && state == State.UNTRANSLATED) {
      throw new NotNow(Reason.HAS_TEXT);
    }
    if (!hasText && state != State.UNTRANSLATED) {
      throw new NotNow(Reason.NO_TEXT);
    }
    if (state == State.REVIEWED
        && !ReviewRule.mayReview(
            signature.by(), tracked.standing().credit().translated(), catalogue.people())) {
      throw new NotNow(Reason.OWN_REVIEW);
    }
    return new Mark(
        signature,
        section.id(),
        state,
        Snapshot.of(section.original()),
        Snapshot.hashOf(section.translation()));
  }

  /** Never earlier than what the record ends with, so that a clock set back reorders nothing. */
  private Signature signature(Actor actor, Loaded loaded) {
    Instant now = clock.instant();
    Instant last =
        loaded.record().events().stream()
            .map(event -> event.signature().at())
            .max(Comparator.naturalOrder())
            .orElse(now);
    return new Signature(now.isBefore(last) ? last : now, actor.name(), actor.via());
  }

  private static void checkVersion(TrackedSection tracked, Version expected) {
    if (!tracked.version().equals(expected)) {
      throw new ActionRefused.StaleVersion(tracked);
    }
  }

  private static TrackedSection section(@Nullable TrackedSection tracked, SectionId id) {
    if (tracked == null) {
      throw new ActionRefused.UnknownSection(id);
    }
    return tracked;
  }

  private static Map<SectionId, TrackedSection> byId(LiveDocument live) {
    var sections = new HashMap<SectionId, TrackedSection>();
    live.sections().forEach(each -> sections.put(each.section().id(), each));
    return sections;
  }
}
