package no.speil.library.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.corpus.TextHash;
import no.speil.library.actions.Actor;
import no.speil.library.documents.DocumentStore;
import no.speil.library.documents.LiveSection;
import no.speil.library.imports.ImportActions.ImportedTranslation;
import no.speil.library.imports.UnitImport.DocumentResult;
import no.speil.search.index.SectionIndex;
import no.speil.status.TrackedSection;

/**
 * Sections that have the original of a translated one and no translation, found by the index, and
 * filled in all at once. Thread-safe.
 */
public final class Repetitions {
  /** So many are filled in at once; then the rest is offered. */
  private static final int MOST = 50;

  private final SectionIndex index;
  private final DocumentStore documents;
  private final UnitImport imports;

  public Repetitions(SectionIndex index, DocumentStore documents, UnitImport imports) {
    this.index = index;
    this.documents = documents;
    this.imports = imports;
  }

  /** Those of a section; none where it is not translated, or its translation is out of date. */
  public List<LiveSection> of(TrackedSection translated) {
    Section section = translated.section();
    String original = section.words(Side.ORIGINAL);
    if (section.translation().isEmpty()
        || original.isBlank()
        || translated.sectionStatus().freshness() == Freshness.STALE) {
      return List.of();
    }
    return index.search(searcher -> searcher.untranslated(original, MOST)).stream()
        .flatMap(it -> documents.live(it.documentRef().document(), it.section()).stream())
        .filter(each -> isRepetition(each, section))
        .toList();
  }

  private static boolean isRepetition(LiveSection each, Section section) {
    Section other = each.section().section();
    return other.translation().isEmpty()
        && !each.section().sectionStatus().isLeftOut()
        && other.isTitle() == section.isTitle()
        && TextHash.of(other.original()).equals(TextHash.of(section.original()));
  }

  /**
   * Gives them the section's translation, and the state translated where it has that itself.
   *
   * @param actor with an import as their way in, by which all is taken back
   */
  public List<DocumentResult> fill(TrackedSection translated, Actor actor) {
    State state = translated.sectionStatus().state().isDone() ? State.TRANSLATED : State.DRAFT;
    String markdown = translated.markdown(Side.TRANSLATION);
    Map<DocumentId, List<ImportedTranslation>> texts = new LinkedHashMap<>();
    for (LiveSection each : of(translated)) {
      SectionId id = each.section().section().id();
      texts
          .computeIfAbsent(each.document().id(), document -> new ArrayList<>())
          .add(new ImportedTranslation(id, each.section().version(), markdown, state, null));
    }
    return imports.apply(texts, actor);
  }
}
