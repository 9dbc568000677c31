package no.speil.library.actions;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.Role;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.actions.ActionRunner.ActionResult;
import no.speil.library.catalogue.Catalogue;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.library.documents.ActionRefusedException.NotNow.Reason;
import no.speil.library.documents.DocumentChecks;
import no.speil.library.documents.DocumentChecks.FailedCheck;
import no.speil.library.documents.LiveSection;
import no.speil.record.CheckEvent;
import no.speil.record.CheckVerdict;
import no.speil.record.CommentEvent;
import no.speil.record.CommentResolveEvent;
import no.speil.record.CommentResolveEvent.Outcome;
import no.speil.record.ConfirmEvent;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.MarkEvent;
import no.speil.record.OmitEvent;
import no.speil.record.SectionVersion;
import no.speil.record.TextSnapshot;
import no.speil.status.ReviewRule;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;

/** What people say of sections, without changing a text. */
public final class MarkActions {
  private final ActionRunner runner;
  private final Catalogue catalogue;

  public MarkActions(ActionRunner runner, Catalogue catalogue) {
    this.runner = runner;
    this.catalogue = catalogue;
  }

  /**
   * Says what has been done with a section.
   *
   * @throws ActionRefusedException if it cannot be said, or not of that version
   */
  public LiveSection mark(SectionId id, State state, SectionVersion expected, Actor actor) {
    return runner.act(
        id,
        expected,
        actor,
        (now, signature) -> {
          requireMarkable(now.section(), state, actor);
          return marked(now.section(), state, signature);
        });
  }

  /**
   * Says that a translation still holds for its original as it is now.
   *
   * @throws ActionRefusedException if it cannot be said, or not of that version
   */
  public LiveSection confirm(SectionId id, SectionVersion expected, Actor actor) {
    return runner.act(
        id,
        expected,
        actor,
        (now, signature) -> {
          Section section = now.section().section();
          if (section.translation().isEmpty()) {
            throw new NotNow(Reason.NO_TEXT);
          }
          return new ConfirmEvent(
              signature,
              id,
              TextSnapshot.of(section.original()),
              TextSnapshot.hashOf(section.translation()));
        });
  }

  /**
   * Says that a passage of the original is left out of the translation on purpose, or is not after
   * all.
   *
   * @throws ActionRefusedException if it is translated, or not of that version
   */
  public LiveSection omit(SectionId id, boolean omitted, SectionVersion expected, Actor actor) {
    return runner.act(
        id,
        expected,
        actor,
        (now, signature) -> {
          Section section = now.section().section();
          if (!section.translation().isEmpty()) {
            throw new NotNow(Reason.HAS_TEXT);
          }
          return new OmitEvent(signature, id, omitted, TextSnapshot.of(section.original()));
        });
  }

  /** Adds a comment to a section's history. */
  public LiveSection comment(SectionId id, String text, Actor actor) {
    return runner.act(id, actor, (now, signature) -> new CommentEvent(signature, id, text));
  }

  /**
   * Says that a comment needs no answer any more, or needs one again.
   *
   * @param comment its {@link CommentEvent#id}
   * @throws ActionRefusedException if the section has no such comment
   */
  public LiveSection resolve(SectionId id, String comment, boolean resolved, Actor actor) {
    return runner.act(
        id,
        actor,
        (now, signature) -> {
          TrackedSection section = now.section();
          if (section.comments().stream().noneMatch(each -> each.id().equals(comment))) {
            throw new NotNow(Reason.NO_COMMENT);
          }
          boolean isOpen =
              section.openComments().stream().anyMatch(each -> each.id().equals(comment));
          Outcome outcome = resolved ? Outcome.RESOLVED : Outcome.OPEN;
          return isOpen == resolved
              ? new CommentResolveEvent(signature, id, comment, outcome)
              : null;
        });
  }

  /**
   * Says why a failed check is no error. That holds for what the check says now, as long as both
   * texts stay as they are.
   *
   * @param check its code
   * @param reason null to take that back
   * @throws ActionRefusedException if it does not fail, or the section is not of that version
   */
  public LiveSection dismiss(
      SectionId id, String check, @Nullable String reason, SectionVersion expected, Actor actor) {
    return runner.act(
        id,
        expected,
        actor,
        (now, signature) -> {
          FailedCheck failed =
              new DocumentChecks(now.document())
                  .of(now.section()).stream()
                      .filter(each -> each.code().equals(check))
                      .findFirst()
                      .orElseThrow(() -> new NotNow(Reason.NO_CHECK));
          return failed.isDismissed() == (reason != null)
              ? null
              : new CheckEvent(
                  signature,
                  id,
                  new CheckVerdict(check, failed.warning().words(), reason),
                  TextSnapshot.hashOf(now.section().section().original()),
                  TextSnapshot.hashOf(now.section().section().translation()));
        });
  }

  /** Marks several sections with one write; what cannot be marked is answered for, the rest is. */
  public List<ActionResult> markAll(
      DocumentId document, State state, List<ExpectedVersion> wanted, Actor actor) {
    return runner.actAll(
        document,
        wanted,
        tracked -> {
          requireMarkable(tracked, state, actor);
          return true;
        },
        (loaded, sections) -> {
          EventSignature signature = runner.signature(actor, loaded);
          return runner.write(
              loaded, sections.stream().map(each -> marked(each, state, signature)).toList());
        });
  }

  /**
   * Marks what is no more than a draft in a document as translated, as it is now; not where the
   * original has changed since somebody saw it.
   *
   * @return how many sections
   * @throws ActionRefusedException if there is no such document, or it may not be written to
   */
  public int markTranslated(DocumentId document, Actor actor) {
    return runner.at(
        document,
        loaded -> {
          List<TrackedSection> drafts =
              loaded.sections().stream()
                  .filter(each -> each.sectionStatus().state() == State.DRAFT)
                  .filter(each -> each.sectionStatus().freshness() != Freshness.STALE)
                  .filter(each -> !each.section().translation().isEmpty())
                  .toList();
          if (!drafts.isEmpty()) {
            EventSignature signature = runner.signature(actor, loaded);
            runner.write(
                loaded,
                drafts.stream().map(each -> marked(each, State.TRANSLATED, signature)).toList());
          }
          return drafts.size();
        });
  }

  private void requireMarkable(TrackedSection tracked, State state, Actor actor) {
    boolean hasText = !tracked.section().translation().isEmpty();
    if (hasText == (state == State.UNTRANSLATED)) {
      throw new NotNow(hasText ? Reason.HAS_TEXT : Reason.NO_TEXT);
    }
    if (state == State.REVIEWED) {
      requireReviewer(tracked.sectionStatus().attribution().translated(), actor, Reason.OWN_REVIEW);
    }
  }

  /**
   * Refuses a review of a text of that translator.
   *
   * @param otherwise why, where the person would review their own
   */
  void requireReviewer(@Nullable EventSignature translated, Actor actor, Reason otherwise) {
    if (!actor.may(Role.REVIEWER)) {
      throw new ActionRefusedException.RoleMissing(Role.REVIEWER);
    }
    if (!mayReview(translated, actor)) {
      throw new NotNow(otherwise);
    }
  }

  private static Event marked(TrackedSection tracked, State state, EventSignature signature) {
    Section section = tracked.section();
    return new MarkEvent(
        signature,
        section.id(),
        state,
        TextSnapshot.of(section.original()),
        TextSnapshot.hashOf(section.translation()));
  }

  /** The states that a person can give at least one of translated sections, the usual one first. */
  public List<State> states(List<TrackedSection> sections, Actor person) {
    return Arrays.stream(State.values())
        .filter(state -> state != State.UNTRANSLATED)
        .filter(
            state ->
                state != State.REVIEWED
                    || sections.stream().anyMatch(each -> mayReview(each, person)))
        .sorted(Comparator.comparing(state -> !state.isDone()))
        .toList();
  }

  /**
   * Whether that person may mark the section reviewed: its translator may not, unless nobody has an
   * account and they work alone.
   */
  public boolean mayReview(TrackedSection tracked, Actor person) {
    return mayReview(tracked.sectionStatus().attribution().translated(), person);
  }

  boolean mayReview(@Nullable EventSignature translated, Actor person) {
    return person.role() == null
        ? ReviewRule.mayReviewAlone(person.name(), translated, catalogue.people())
        : person.may(Role.REVIEWER) && ReviewRule.mayReview(person.name(), translated);
  }
}
