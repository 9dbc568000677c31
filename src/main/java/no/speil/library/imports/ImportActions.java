package no.speil.library.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.corpus.Coded;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.exchange.unit.ImportStep;
import no.speil.library.actions.ActionRunner;
import no.speil.library.actions.Actor;
import no.speil.library.actions.TranslationEditor;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.LiveDocument;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.ResolveEvent;
import no.speil.record.SectionVersion;
import no.speil.record.SuggestEvent;
import no.speil.record.SuggestEvent.Reason;
import no.speil.record.TextSnapshot;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;

/**
 * Texts that come back from other tools, a document's at once: all in one write, or none. The way
 * in of their events names the import, so that it can be taken back as a whole.
 */
public final class ImportActions {
  private static final String VIA = "import:";

  /** The section is another by now than when the import was looked at. */
  private static final Reason CHANGED = Reason.ofImport(ImportStep.Reason.TRANSLATION_CHANGED);

  /** The text would change its neighbours. */
  private static final Reason UNWRITABLE = Reason.ofImport(ImportStep.Reason.UNWRITABLE);

  private final ActionRunner runner;

  public ImportActions(ActionRunner runner) {
    this.runner = runner;
  }

  /**
   * A text for a section.
   *
   * @param expected what it was read against; where the section is another by now, the text becomes
   *     a suggestion
   * @param state what the other tool says of it; null for nothing. It is never set to reviewed,
   *     since who imports a text counts as its translator
   * @param doubt why somebody has to look at it first; null where the text can become the section's
   */
  public record ImportedTranslation(
      SectionId id,
      SectionVersion expected,
      String markdown,
      @Nullable State state,
      @Nullable Reason doubt) {}

  /** What became of a section's text. */
  public enum Outcome implements Coded {
    SAVED,
    SUGGESTED,
    /** Of an import that is taken back: the text is as it was before. */
    RESTORED,
    /** Of an import that is taken back: somebody has changed the text since. */
    KEPT
  }

  /** The person with the import's name as their way in. */
  public static Actor actor(Actor person, String importId) {
    return new Actor(person.name(), VIA + importId, person.role());
  }

  /**
   * Saves and suggests texts for sections of one document.
   *
   * @throws ActionRefusedException if the document may not be written to
   */
  public Map<SectionId, Outcome> apply(
      DocumentId document, List<ImportedTranslation> texts, Actor actor) {
    return runner.at(
        document,
        loaded -> {
          var outcomes = new LinkedHashMap<SectionId, Outcome>();
          EventSignature signature = runner.signature(actor, loaded);
          Map<SectionId, TrackedSection> sections = loaded.byId();
          var edits = new LinkedHashMap<SectionId, NewText>();
          var suggestions = new ArrayList<Event>();
          for (ImportedTranslation text : texts) {
            TrackedSection now = sections.get(text.id());
            if (now == null) {
              continue; // gone since the import was looked at
            }
            outcomes.put(text.id(), Outcome.SUGGESTED);
            boolean isChanged =
                !now.version().equals(text.expected()) || edits.containsKey(text.id());
            if (isChanged || text.doubt() != null) {
              Reason doubt = Objects.requireNonNullElse(text.doubt(), CHANGED);
              suggestions.add(suggestion(signature, text, doubt));
            } else {
              edits.put(
                  text.id(),
                  new NewText(
                      text.markdown(),
                      TextSnapshot.of(now.section().original()),
                      text.state() != null && text.state().isDone(),
                      suggestion(signature, text, UNWRITABLE)));
            }
          }
          write(loaded, edits, suggestions, signature)
              .forEach(id -> outcomes.put(id, Outcome.SAVED));
          return outcomes;
        });
  }

  /**
   * A text that takes the place of a section's.
   *
   * @param original that it was written for
   * @param isTranslated whether it counts as translated
   * @param otherwise what is written down where it cannot be put in, or null
   */
  private record NewText(
      String markdown, TextSnapshot original, boolean isTranslated, @Nullable Event otherwise) {}

  private static SuggestEvent suggestion(
      EventSignature signature, ImportedTranslation text, Reason doubt) {
    return new SuggestEvent(signature, text.id(), text.markdown(), doubt);
  }

  /**
   * Puts texts into the translation, with other events in the same write.
   *
   * @return the sections that have their texts now
   */
  private List<SectionId> write(
      LiveDocument loaded,
      Map<SectionId, NewText> texts,
      List<Event> others,
      EventSignature signature) {
    if (!texts.isEmpty()) {
      runner.requireWritableTranslation(loaded);
    }
    var editor = new TranslationEditor(loaded);
    var typed = new LinkedHashMap<SectionId, String>();
    texts.forEach((id, text) -> typed.put(id, text.markdown()));
    Set<SectionId> refused = editor.putAll(typed).keySet();
    var put = new ArrayList<SectionId>();
    var events = new ArrayList<Event>();
    var marks = new ArrayList<Event>();
    for (TrackedSection now : loaded.sections()) {
      SectionId id = now.section().id();
      NewText text = texts.get(id);
      if (text == null) {
        continue;
      }
      if (refused.contains(id)) {
        Stream.ofNullable(text.otherwise()).forEach(others::add);
      } else {
        put.add(id);
        events.add(editor.edit(signature, now, text.original()));
        if (text.isTranslated()) {
          marks.add(editor.mark(signature, id, State.TRANSLATED, text.original()));
        }
      }
    }
    if (!events.isEmpty()) {
      events.add(editor.layout(signature));
      events.addAll(marks);
      events.addAll(others);
      runner.save(loaded, events, editor.source());
    } else if (!others.isEmpty()) {
      runner.write(loaded, others);
    }
    return put;
  }

  /**
   * Takes back what an import did in one document: texts that are still the import's become what
   * they were, and suggestions that nobody has dealt with are dismissed.
   *
   * @return what became of the texts that it had saved
   */
  public Map<SectionId, Outcome> undo(DocumentId document, String importId, Actor actor) {
    return runner.at(
        document,
        loaded -> {
          var outcomes = new LinkedHashMap<SectionId, Outcome>();
          EventSignature signature = runner.signature(actor, loaded);
          var restored = new LinkedHashMap<SectionId, NewText>();
          var dismissals = new ArrayList<Event>();
          for (TrackedSection now : loaded.sections()) {
            SectionId id = now.section().id();
            now.openSuggestions().stream()
                .filter(each -> isOf(each, importId))
                .map(
                    each ->
                        new ResolveEvent(signature, id, each.id(), ResolveEvent.Outcome.DISMISSED))
                .forEach(dismissals::add);
            Event.last(now.history(), EditEvent.class, edit -> isOf(edit, importId))
                .ifPresent(
                    edit -> {
                      outcomes.put(id, Outcome.KEPT);
                      before(now, edit).ifPresent(text -> restored.put(id, text));
                    });
          }
          write(loaded, restored, dismissals, signature)
              .forEach(id -> outcomes.put(id, Outcome.RESTORED));
          return outcomes;
        });
  }

  /** What an edit has replaced, where that is known and its text is still there. */
  private static Optional<NewText> before(TrackedSection now, EditEvent edit) {
    String text = edit.before().isEmpty() ? "" : edit.before().text();
    boolean isStillThere =
        TextSnapshot.hashOf(now.section().translation()).hash().equals(edit.after().hash());
    return isStillThere && text != null
        ? Optional.of(
            new NewText(
                text,
                text.isEmpty() ? edit.original() : now.originalOf(edit.before().hash()),
                now.wasMarked(edit.before().hash()),
                null))
        : Optional.empty();
  }

  /** Whether it was done by that import. */
  public static boolean isOf(Event event, String importId) {
    return event.signature().via().equals(VIA + importId);
  }
}
