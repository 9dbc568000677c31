package no.speil.library.actions;

import static no.speil.record.SuggestEvent.Reason.CONFLICT;
import static no.speil.record.SuggestEvent.Reason.PROPOSED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.corpus.Role;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.corpus.TextHash;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.library.documents.ActionRefusedException.NotNow.Reason;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.LiveSection;
import no.speil.markdown.splice.SpliceException;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.ResolveEvent;
import no.speil.record.ResolveEvent.Outcome;
import no.speil.record.SectionVersion;
import no.speil.record.SuggestEvent;
import no.speil.record.TextSnapshot;
import no.speil.status.CorrectionRule;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;

/** Texts that people save or suggest for sections. */
public final class EditActions {
  private final ActionRunner runner;
  private final MarkActions marks;

  public EditActions(ActionRunner runner, MarkActions marks) {
    this.runner = runner;
    this.marks = marks;
  }

  /**
   * Saves a text as the section's translation. Exactly the section's blocks change; a missing file
   * is made; blank text takes the translation out.
   *
   * @param base what the person saw; its translation must still be there, or be followed only by
   *     that person's own saves. The text counts as made against its original
   * @param options what else is done in the same write
   * @return the section; empty where it had no original and is gone with its text
   * @throws ActionRefusedException if it cannot be saved; text of a stale version is kept as a
   *     suggestion, so that nobody loses typed words
   */
  public Optional<LiveSection> edit(
      SectionId id, String markdown, EditBase base, SaveOptions options, Actor actor) {
    return runner.at(
        id,
        loaded -> {
          TrackedSection now = loaded.require(id);
          if (!isBasedOnWhatIsThere(now, base.version(), actor)) {
            EventSignature signature = runner.signature(actor, loaded);
            runner.write(loaded, List.of(new SuggestEvent(signature, id, markdown, CONFLICT)));
            throw new ActionRefusedException.StaleVersion(now);
          }
          return save(loaded, now, new Typed(markdown, base, null, options), actor);
        });
  }

  /** The same where only the version of what the person saw is known, not its words. */
  public Optional<LiveSection> edit(
      SectionId id, String markdown, SectionVersion seen, Actor actor) {
    return edit(id, markdown, EditBase.of(seen), SaveOptions.NONE, actor);
  }

  /**
   * What a person asks for along with a save.
   *
   * @param state what the text is marked as, if translated or reviewed; it is not where it is
   *     blank, or where the original is another than the person saw
   * @param kept ids of suggestions that {@linkplain #refusedSaves refused saves} of the text were
   *     kept as, which are dismissed, and of drafts by machine that it was made of, which are
   *     accepted
   */
  public record SaveOptions(@Nullable State state, List<String> kept) {
    public static final SaveOptions NONE = new SaveOptions(null, List.of());
  }

  /** The texts of that person that could not be saved and wait as suggestions. */
  public static List<SuggestEvent> refusedSaves(TrackedSection section, Actor actor) {
    return section.openSuggestions().stream()
        .filter(SuggestEvent::isConflict)
        .filter(each -> each.signature().by().equals(actor.name()))
        .toList();
  }

  /** Proposes a text, which stays beside the section's until somebody accepts or dismisses it. */
  public LiveSection suggest(SectionId id, String markdown, Actor actor) {
    return runner.act(
        id, actor, (now, signature) -> new SuggestEvent(signature, id, markdown, PROPOSED));
  }

  /**
   * Makes a suggestion the section's text, whose state it keeps; answers as {@link #edit} does.
   *
   * @param suggestion its {@link SuggestEvent#id}
   * @throws ActionRefusedException if it is not open, or was drafted by a machine, or the section
   *     is not of that version
   */
  public Optional<LiveSection> accept(
      SectionId id, String suggestion, SectionVersion expected, Actor actor) {
    return runner.at(
        id,
        loaded -> {
          TrackedSection now = loaded.require(id);
          SuggestEvent open = open(now, suggestion);
          if (open.isByMachine()) {
            throw new NotNow(Reason.UNREAD_DRAFT);
          }
          ActionRunner.checkVersion(now, expected);
          requireDecider(now, open, actor);
          var options = new SaveOptions(now.sectionStatus().state(), List.of());
          var typed = new Typed(open.text(), EditBase.of(now), suggestion, options);
          return save(loaded, now, typed, actor);
        });
  }

  /** Puts a suggestion aside; it stays in the history. */
  public LiveSection dismiss(SectionId id, String suggestion, Actor actor) {
    return runner.act(
        id,
        actor,
        (now, signature) -> {
          SuggestEvent open = open(now.section(), suggestion);
          requireDecider(now.section(), open, actor);
          return new ResolveEvent(signature, id, open.id(), Outcome.DISMISSED);
        });
  }

  /**
   * A reviewer decides, and so does whoever wrote the translation or the suggestion; of a draft by
   * machine, everybody who translates.
   */
  private static void requireDecider(TrackedSection now, SuggestEvent suggestion, Actor actor) {
    boolean isOwn =
        suggestion.isByMachine()
            || actor.name().equals(suggestion.signature().by())
            || actor.name().equals(now.translator());
    if (!isOwn && !actor.may(Role.REVIEWER)) {
      throw new ActionRefusedException.RoleMissing(Role.REVIEWER);
    }
  }

  /**
   * A text to save.
   *
   * @param base that it was typed on
   * @param suggestion the suggestion that it is, or null
   * @param options what else is done in the same write
   */
  private record Typed(
      String markdown, EditBase base, @Nullable String suggestion, SaveOptions options) {
    boolean isForOriginalOf(TrackedSection now) {
      return base.version().original().equals(now.version().original());
    }
  }

  private Optional<LiveSection> save(
      LiveDocument loaded, TrackedSection now, Typed typed, Actor actor) {
    Section section = now.section();
    runner.requireWritableTranslation(loaded);
    if (section.translation().isEmpty() && typed.markdown().isBlank()) {
      throw new NotNow(Reason.NO_TEXT);
    }
    try {
      var editor = new TranslationEditor(loaded);
      editor.put(section, typed.markdown());
      if (typed.options().state() == State.REVIEWED
          && typed.isForOriginalOf(now)
          && TextHash.of(editor.run(section.id())).equals(TextHash.of(section.translation()))) {
        return Optional.of(marks.mark(section.id(), State.REVIEWED, now.version(), actor));
      }
      List<Event> events = events(now, typed, editor, actor, runner.signature(actor, loaded));
      LiveDocument saved = runner.save(loaded, events, editor.source());
      return saved.section(section.id()).map(each -> new LiveSection(saved, each));
    } catch (SpliceException e) {
      throw new ActionRefusedException.TextRefused(e);
    }
  }

  /** The edit with the layout that it leads to, and what is done along with it. */
  private List<Event> events(
      TrackedSection now,
      Typed typed,
      TranslationEditor editor,
      Actor actor,
      EventSignature signature) {
    Section section = now.section();
    TextSnapshot original = typed.base().snapshot(now);
    var events = new ArrayList<Event>();
    String suggestion = typed.suggestion();
    if (suggestion != null) {
      events.add(new ResolveEvent(signature, section.id(), suggestion, Outcome.ACCEPTED));
    }
    EditEvent edit = editor.edit(signature, now, original);
    events.add(edit);
    events.addAll(editor.copyAround(section.id(), signature));
    events.add(editor.layout(signature));
    State state = typed.options().state();
    if (state != null && state.isDone() && !edit.after().isEmpty() && typed.isForOriginalOf(now)) {
      State given = state == State.REVIEWED ? reviewed(now, typed, edit, actor) : state;
      events.add(editor.mark(signature, section.id(), given, original));
    }
    List<SuggestEvent> drafts =
        now.openSuggestions().stream().filter(SuggestEvent::isByMachine).toList();
    Stream.concat(refusedSaves(now, actor).stream(), drafts.stream())
        .filter(each -> typed.options().kept().contains(each.id()))
        .map(each -> new ResolveEvent(signature, section.id(), each.id(), outcome(each)))
        .distinct()
        .forEach(events::add);
    return events;
  }

  /** Of a suggestion that a saved text was made of. */
  private static Outcome outcome(SuggestEvent suggestion) {
    return suggestion.isByMachine() ? Outcome.ACCEPTED : Outcome.DISMISSED;
  }

  /**
   * What a text becomes that is to be reviewed at once; an accepted suggestion at least translated.
   *
   * @throws ActionRefusedException if somebody else has to review what the person has typed
   */
  private State reviewed(TrackedSection now, Typed typed, EditEvent edit, Actor actor) {
    EventSignature translated = now.sectionStatus().attribution().translated();
    boolean isCorrection = CorrectionRule.isCorrection(edit.before(), edit.after());
    if (typed.suggestion() != null) {
      return isCorrection && marks.mayReview(translated, actor) ? State.REVIEWED : State.TRANSLATED;
    }
    marks.requireReviewer(
        isCorrection ? translated : edit.signature(),
        actor,
        isCorrection ? Reason.OWN_REVIEW : Reason.NEW_TRANSLATION);
    return State.REVIEWED;
  }

  private static SuggestEvent open(TrackedSection now, String suggestion) {
    return now.openSuggestion(suggestion).orElseThrow(() -> new NotNow(Reason.NO_SUGGESTION));
  }

  /**
   * Whether the text is the one that the person saw, or one that they have saved themselves since.
   */
  private static boolean isBasedOnWhatIsThere(
      TrackedSection now, SectionVersion expected, Actor actor) {
    String text = now.version().translation();
    for (EditEvent edit : Event.all(now.history().reversed(), EditEvent.class).toList()) {
      if (text.equals(expected.translation())) {
        return true;
      }
      if (!edit.by().equals(actor.name()) || !text.equals(hex(edit.after()))) {
        return false;
      }
      text = hex(edit.before());
    }
    return text.equals(expected.translation());
  }

  private static String hex(TextSnapshot snapshot) {
    return snapshot.isEmpty() ? "-" : snapshot.hash().hex();
  }
}
