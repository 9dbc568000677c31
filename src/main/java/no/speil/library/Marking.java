package no.speil.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.ActionRefused.NotNow;
import no.speil.library.ActionRefused.NotNow.Reason;
import no.speil.tracking.Comment;
import no.speil.tracking.Confirm;
import no.speil.tracking.Event;
import no.speil.tracking.Mark;
import no.speil.tracking.Omit;
import no.speil.tracking.ReviewRule;
import no.speil.tracking.Signature;
import no.speil.tracking.Snapshot;
import no.speil.tracking.TrackedSection;
import no.speil.tracking.Version;

/** What people say of sections, without changing a text. */
final class Marking {
  private final Desk desk;
  private final Catalogue catalogue;

  Marking(Desk desk, Catalogue catalogue) {
    this.desk = desk;
    this.catalogue = catalogue;
  }

  TrackedSection mark(
      DocumentId document, SectionId id, State state, Version expected, Actor actor) {
    return desk.act(
        document,
        id,
        actor,
        (tracked, signature) -> {
          Desk.checkVersion(tracked, expected);
          return marked(tracked, state, signature);
        });
  }

  TrackedSection confirm(DocumentId document, SectionId id, Version expected, Actor actor) {
    return desk.act(
        document,
        id,
        actor,
        (tracked, signature) -> {
          Desk.checkVersion(tracked, expected);
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

  TrackedSection omit(
      DocumentId document, SectionId id, boolean omitted, Version expected, Actor actor) {
    return desk.act(
        document,
        id,
        actor,
        (tracked, signature) -> {
          Desk.checkVersion(tracked, expected);
          Section section = tracked.section();
          if (!section.translation().isEmpty()) {
            throw new NotNow(Reason.HAS_TEXT);
          }
          return new Omit(signature, id, omitted, Snapshot.of(section.original()));
        });
  }

  TrackedSection comment(DocumentId document, SectionId id, String text, Actor actor) {
    return desk.act(document, id, actor, (tracked, signature) -> new Comment(signature, id, text));
  }

  /** Marks several sections with one write; what cannot be marked is answered for, the rest is. */
  List<Answer> markAll(DocumentId document, State state, List<Expected> wanted, Actor actor) {
    return desk.at(
        document,
        loaded -> {
          var refused = new HashMap<SectionId, ActionRefused>();
          var events = new ArrayList<Event>();
          Signature signature = desk.signature(actor, loaded);
          Map<SectionId, TrackedSection> sections = loaded.live().byId();
          for (Expected each : wanted) {
            try {
              TrackedSection tracked = Desk.section(sections.get(each.id()), each.id());
              Desk.checkVersion(tracked, each.version());
              events.add(marked(tracked, state, signature));
            } catch (ActionRefused e) {
              refused.put(each.id(), e);
            }
          }
          Loaded after = events.isEmpty() ? loaded : desk.write(loaded, events);
          Map<SectionId, TrackedSection> now = after.live().byId();
          return wanted.stream()
              .map(
                  each ->
                      refused.containsKey(each.id())
                          ? new Answer(each.id(), null, refused.get(each.id()))
                          : new Answer(each.id(), now.get(each.id()), null))
              .toList();
        });
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
    if (state == State.REVIEWED && !mayReview(tracked, signature.by())) {
      throw new NotNow(Reason.OWN_REVIEW);
    }
    return new Mark(
        signature,
        section.id(),
        state,
        Snapshot.of(section.original()),
        Snapshot.hashOf(section.translation()));
  }

  boolean mayReview(TrackedSection tracked, String person) {
    return ReviewRule.mayReview(
        person, tracked.standing().credit().translated(), catalogue.people());
  }
}
