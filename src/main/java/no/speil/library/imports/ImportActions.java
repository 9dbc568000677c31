package no.speil.library.imports;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.speil.corpus.Coded;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.actions.ActionRunner;
import no.speil.library.actions.Actor;
import no.speil.library.actions.TranslationEditor;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.DocumentStore;
import no.speil.library.documents.LoadedDocument;
import no.speil.markdown.splice.SpliceException;
import no.speil.record.ConfirmEvent;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.MarkEvent;
import no.speil.record.ResolveEvent;
import no.speil.record.SectionVersion;
import no.speil.record.SuggestEvent;
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
  private static final String CHANGED = "import-translation-changed";

  /** The text would change its neighbours. */
  private static final String UNWRITABLE = "import-unwritable";

  private final ActionRunner actionRunner;
  private final DocumentStore documentStore;

  public ImportActions(ActionRunner actionRunner, DocumentStore documentStore) {
    this.actionRunner = actionRunner;
    this.documentStore = documentStore;
  }

  /**
   * A text for a section.
   *
   * @param expected what it was read against; where the section is another by now, the text becomes
   *     a suggestion
   * @param state what the other tool says of it; null for nothing. It is never set to reviewed,
   *     since who imports a text counts as its translator
   * @param doubt why somebody has to look at it first, as it is written down; empty where the text
   *     can become the section's
   */
  public record ImportedTranslation(
      SectionId id,
      SectionVersion expected,
      String markdown,
      @Nullable State state,
      String doubt) {}

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
    return actionRunner.at(
        document,
        loaded -> {
          var outcomes = new LinkedHashMap<SectionId, Outcome>();
          EventSignature signature = actionRunner.signature(actor, loaded);
          Map<SectionId, TrackedSection> sections = loaded.live().byId();
          var edits = new LinkedHashMap<SectionId, ImportedTranslation>();
          var suggestions = new ArrayList<Event>();
          for (ImportedTranslation text : texts) {
            TrackedSection now = sections.get(text.id());
            if (now == null) {
              continue; // gone since the import was looked at
            }
            if (!text.doubt().isEmpty()) {
              suggestions.add(suggestion(signature, text, text.doubt()));
              outcomes.put(text.id(), Outcome.SUGGESTED);
            } else if (!now.version().equals(text.expected())) {
              suggestions.add(suggestion(signature, text, CHANGED));
              outcomes.put(text.id(), Outcome.SUGGESTED);
            } else {
              edits.put(text.id(), text);
            }
          }
          save(loaded, edits, suggestions, signature, outcomes);
          return outcomes;
        });
  }

  private void save(
      LoadedDocument loaded,
      Map<SectionId, ImportedTranslation> texts,
      List<Event> suggestions,
      EventSignature signature,
      Map<SectionId, Outcome> outcomes) {
    if (!texts.isEmpty()) {
      actionRunner.requireWritableTranslation(loaded);
    }
    var editor = new TranslationEditor(loaded.live());
    var typed = new LinkedHashMap<SectionId, String>();
    texts.forEach((id, text) -> typed.put(id, text.markdown()));
    Map<SectionId, SpliceException> refused = editor.putAll(typed);
    var edits = new ArrayList<Event>();
    var marks = new ArrayList<Event>();
    for (TrackedSection now : loaded.live().sections()) {
      SectionId id = now.section().id();
      ImportedTranslation text = texts.get(id);
      if (text == null) {
        continue;
      }
      if (refused.containsKey(id)) {
        suggestions.add(suggestion(signature, text, UNWRITABLE));
        outcomes.put(id, Outcome.SUGGESTED);
        continue;
      }
      outcomes.put(id, Outcome.SAVED);
      edits.add(edit(now, TextSnapshot.of(now.section().original()), editor, signature));
      if (text.state() == State.TRANSLATED || text.state() == State.REVIEWED) {
        marks.add(
            mark(
                now,
                TextSnapshot.of(now.section().original()),
                editor,
                State.TRANSLATED,
                signature));
      }
    }
    write(loaded, editor, edits, marks, suggestions, signature);
  }

  private static SuggestEvent suggestion(
      EventSignature signature, ImportedTranslation text, String doubt) {
    return new SuggestEvent(signature, text.id(), text.markdown(), doubt);
  }

  private static EditEvent edit(
      TrackedSection now,
      TextSnapshot original,
      TranslationEditor editor,
      EventSignature signature) {
    return new EditEvent(
        signature,
        now.section().id(),
        original,
        TextSnapshot.of(now.section().translation()),
        TextSnapshot.of(editor.run(now.section().id())));
  }

  private static MarkEvent mark(
      TrackedSection now,
      TextSnapshot original,
      TranslationEditor editor,
      State state,
      EventSignature signature) {
    return new MarkEvent(
        signature,
        now.section().id(),
        state,
        original,
        TextSnapshot.hashOf(editor.run(now.section().id())));
  }

  private void write(
      LoadedDocument loaded,
      TranslationEditor editor,
      List<Event> edits,
      List<Event> marks,
      List<Event> others,
      EventSignature signature) {
    var events = new ArrayList<>(edits);
    if (edits.isEmpty()) {
      if (!others.isEmpty()) {
        actionRunner.write(loaded, others);
      }
      return;
    }
    events.add(editor.layout(signature));
    events.addAll(marks);
    events.addAll(others);
    try {
      documentStore.save(loaded, events, editor.source());
    } catch (UncheckedIOException e) {
      throw ActionRefusedException.storage(e);
    }
  }

  /**
   * Takes back what an import did in one document: texts that are still the import's become what
   * they were, and suggestions that nobody has dealt with are dismissed.
   *
   * @return what became of the texts that it had saved
   */
  public Map<SectionId, Outcome> undo(DocumentId document, String importId, Actor actor) {
    return actionRunner.at(
        document,
        loaded -> {
          var outcomes = new LinkedHashMap<SectionId, Outcome>();
          EventSignature signature = actionRunner.signature(actor, loaded);
          Map<SectionId, EditEvent> saved = new LinkedHashMap<>();
          var dismissals = new ArrayList<Event>();
          for (TrackedSection now : loaded.live().sections()) {
            SectionId id = now.section().id();
            now.openSuggestions().stream()
                .filter(each -> isOf(each, importId))
                .map(
                    each ->
                        new ResolveEvent(signature, id, each.id(), ResolveEvent.Outcome.DISMISSED))
                .forEach(dismissals::add);
            lastEdit(now, importId).ifPresent(edit -> saved.put(id, edit));
          }
          restore(loaded, saved, dismissals, signature, outcomes);
          return outcomes;
        });
  }

  private void restore(
      LoadedDocument loaded,
      Map<SectionId, EditEvent> saved,
      List<Event> dismissals,
      EventSignature signature,
      Map<SectionId, Outcome> outcomes) {
    var texts = new LinkedHashMap<SectionId, String>();
    for (TrackedSection now : loaded.live().sections()) {
      EditEvent edit = saved.get(now.section().id());
      if (edit != null) {
        String before = edit.before().isEmpty() ? "" : edit.before().text();
        boolean isStillThere =
            TextSnapshot.hashOf(now.section().translation()).hash().equals(edit.after().hash());
        if (isStillThere && before != null) {
          texts.put(now.section().id(), before);
        } else {
          outcomes.put(now.section().id(), Outcome.KEPT);
        }
      }
    }
    if (!texts.isEmpty()) {
      actionRunner.requireWritableTranslation(loaded);
    }
    var editor = new TranslationEditor(loaded.live());
    Map<SectionId, SpliceException> refused = editor.putAll(texts);
    var edits = new ArrayList<Event>();
    var marks = new ArrayList<Event>();
    for (TrackedSection now : loaded.live().sections()) {
      SectionId id = now.section().id();
      EditEvent edit = saved.get(id);
      if (edit == null || !texts.containsKey(id)) {
        continue;
      }
      outcomes.put(id, refused.containsKey(id) ? Outcome.KEPT : Outcome.RESTORED);
      if (!refused.containsKey(id)) {
        TextSnapshot original = originalOf(now, edit.before());
        edits.add(edit(now, original, editor, signature));
        markBefore(now, edit)
            .map(state -> mark(now, original, editor, state, signature))
            .ifPresent(marks::add);
      }
    }
    write(loaded, editor, edits, marks, dismissals, signature);
  }

  /** The original that a text was written or vouched for; empty where nobody did. */
  private static TextSnapshot originalOf(TrackedSection now, TextSnapshot text) {
    TextSnapshot found = TextSnapshot.of(List.of());
    for (Event event : now.history()) {
      if (event instanceof EditEvent edit && edit.after().hash().equals(text.hash())) {
        found = edit.original();
      } else if (event instanceof MarkEvent mark && mark.translation().hash().equals(text.hash())) {
        found = mark.original();
      } else if (event instanceof ConfirmEvent confirm
          && confirm.translation().hash().equals(text.hash())) {
        found = confirm.original();
      }
    }
    return found;
  }

  /** The state that the text had before; a review counts for what a translator may say. */
  private static Optional<State> markBefore(TrackedSection now, EditEvent edit) {
    return now.history().stream()
        .filter(MarkEvent.class::isInstance)
        .map(MarkEvent.class::cast)
        .filter(mark -> mark.translation().hash().equals(edit.before().hash()))
        .reduce((earlier, later) -> later)
        .map(MarkEvent::state)
        .filter(state -> state == State.TRANSLATED || state == State.REVIEWED)
        .map(state -> State.TRANSLATED);
  }

  private static Optional<EditEvent> lastEdit(TrackedSection now, String importId) {
    return now.history().stream()
        .filter(EditEvent.class::isInstance)
        .map(EditEvent.class::cast)
        .filter(edit -> isOf(edit, importId))
        .reduce((earlier, later) -> later);
  }

  /** Whether it was done by that import. */
  public static boolean isOf(Event event, String importId) {
    return event.signature().via().equals(VIA + importId);
  }
}
