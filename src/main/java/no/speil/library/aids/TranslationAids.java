package no.speil.library.aids;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.speil.corpus.Side;
import no.speil.corpus.TextRole;
import no.speil.lexicon.GlossaryMatcher.Expected;
import no.speil.library.actions.EditBase;
import no.speil.library.actions.TranslationEditor;
import no.speil.library.documents.DocumentStore;
import no.speil.library.documents.LiveDocument;
import no.speil.library.imports.MemoryFiles;
import no.speil.library.lexicon.ModelTrainer;
import no.speil.markdown.splice.SpliceException;
import no.speil.markdown.visible.VisibleMarkdownReader;
import no.speil.record.TextSnapshot;
import no.speil.search.WordMeaning;
import no.speil.search.index.SectionIndex;
import no.speil.status.TrackedSection;
import no.speil.status.grading.Change;
import no.speil.status.grading.ChangeGrader;

/** What helps to translate a section: memory, words and checks. Thread-safe. */
public final class TranslationAids {
  private static final int MOST_SETTLED = 12;
  private static final int MOST_LEARNED = 12;

  private final SectionIndex index;
  private final ModelTrainer trainer;
  private final TranslationMemory memory;
  private final ChangeGrader grader;

  public TranslationAids(
      SectionIndex index, DocumentStore documents, MemoryFiles files, ModelTrainer trainer) {
    this.index = index;
    this.trainer = trainer;
    this.memory = new TranslationMemory(index, documents, files);
    this.grader = new ChangeGrader(new VisibleMarkdownReader());
  }

  /**
   * What was made of originals like a section's, or like one of its sentences, likest first.
   *
   * @param at a place among the words of the original, whose sentence alone is looked for, beside
   *     the whole; a negative number for the first sentences
   */
  public List<MemoryMatch> remembered(TrackedSection section, int at, int most) {
    return memory.of(section, at, most);
  }

  /** What was made of cells like one of a section's table, then of tables like the whole. */
  public List<MemoryMatch> rememberedOfCell(TrackedSection section, String words, int most) {
    return memory.ofCell(section, words, most);
  }

  /** What the glossary has for words of the original, then what was learned for others. */
  public List<TermSuggestion> words(TrackedSection section, String translation) {
    String original = section.section().words(Side.ORIGINAL);
    var words = new ArrayList<TermSuggestion>();
    var known = new HashSet<String>();
    for (Expected each : trainer.glossary().expected(original, translation, MOST_SETTLED)) {
      words.add(
          new TermSuggestion(each.norwegian(), each.english(), each.note(), true, each.used()));
      known.addAll(List.of(each.norwegian().toLowerCase(Locale.ROOT).split(" ", -1)));
    }
    for (WordMeaning each : index.search(searcher -> searcher.meanings(original, MOST_LEARNED))) {
      if (!known.contains(each.word())) {
        words.add(new TermSuggestion(each.word(), each.translations(), "", false, false));
      }
    }
    return words;
  }

  /**
   * The text as it would be saved: with the markers of the blocks that it translates, and with what
   * it opens closed. As it is where it could not be saved.
   */
  public String saved(LiveDocument document, TrackedSection section, String typed) {
    if (typed.isBlank()) {
      return "";
    }
    try {
      var editor = new TranslationEditor(document);
      editor.put(section.section(), typed);
      return TextSnapshot.markdown(editor.run(section.section().id()));
    } catch (SpliceException e) {
      return typed;
    }
  }

  /** How the original has changed since somebody began to write; empty where it has not. */
  public Optional<Change> changedSince(TrackedSection now, EditBase base) {
    if (base.version().original().equals(now.version().original())) {
      return Optional.empty();
    }
    String older = base.snapshot(now).text();
    TextRole role = TextRole.of(now.section().original());
    return Optional.of(
        older == null
            ? Change.fromUnknown()
            : grader.change(older, now.markdown(Side.ORIGINAL), role));
  }
}
