package no.speil.library.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import no.speil.archive.StoredImport;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.exchange.unit.ImportPlanner;
import no.speil.exchange.unit.ImportStep;
import no.speil.exchange.unit.ImportStep.Kind;
import no.speil.exchange.unit.ImportedUnit;
import no.speil.exchange.unit.UnitFiles;
import no.speil.library.actions.Actor;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.DocumentStore;
import no.speil.library.documents.LiveDocument;
import no.speil.library.imports.ImportActions.ImportedTranslation;
import no.speil.library.imports.ImportActions.Outcome;
import no.speil.library.search.IdResolver;
import no.speil.record.SuggestEvent.Reason;
import org.jspecify.annotations.Nullable;

/** Imports texts that translators' tools have written: says what would happen, and does it. */
public final class UnitImport {
  private final DocumentStore store;
  private final IdResolver ids;
  private final ImportActions actions;

  public UnitImport(DocumentStore store, IdResolver ids, ImportActions actions) {
    this.store = store;
    this.ids = ids;
    this.actions = actions;
  }

  /**
   * What an import would do.
   *
   * @param documents that units of the files belong to, in the order of the files
   * @param unknown ids of units that belong to no section of this archive
   * @param files as they were read
   */
  public record Plan(
      List<DocumentPlan> documents, List<String> unknown, List<UnitFiles.Contents> files) {

    /** How many sections are of that kind. */
    public long count(Kind kind) {
      return documents.stream()
          .flatMap(document -> document.steps().stream())
          .filter(step -> step.kind() == kind)
          .count();
    }

    /** Whether it would change anything. */
    public boolean changesSomething() {
      return count(Kind.EDIT) + count(Kind.SUGGEST) > 0;
    }
  }

  /** The steps in a document. */
  public record DocumentPlan(LiveDocument document, List<ImportStep> steps) {}

  /**
   * What became of a document's part of an import.
   *
   * @param refused why nothing was done there; null if it was done
   */
  public record DocumentResult(
      DocumentId document,
      Map<SectionId, Outcome> outcomes,
      @Nullable ActionRefusedException refused) {
    /** How many sections had that outcome. */
    public int count(Outcome outcome) {
      return (int) outcomes.values().stream().filter(each -> each == outcome).count();
    }
  }

  /** Looks at the files and changes nothing. */
  public Plan plan(List<StoredImport.File> files) {
    var contents = new ArrayList<UnitFiles.Contents>();
    var units = new ArrayList<ImportedUnit>();
    var unknown = new ArrayList<String>();
    for (StoredImport.File file : files) {
      for (UnitFiles.Contents each : UnitFiles.read(file.name(), file.content())) {
        contents.add(each);
        units.addAll(each.units());
      }
    }
    units.stream()
        .filter(unit -> unit.section().isEmpty())
        .map(ImportedUnit::id)
        .distinct()
        .forEach(unknown::add);
    Map<DocumentId, Map<SectionId, List<ImportedUnit>>> byDocument = new LinkedHashMap<>();
    ImportPlanner.bySection(units)
        .forEach(
            (section, own) -> {
              Optional<DocumentId> document = documentOf(section);
              if (document.isEmpty()) {
                unknown.add(section.value());
              } else {
                byDocument
                    .computeIfAbsent(document.get(), id -> new LinkedHashMap<>())
                    .put(section, own);
              }
            });
    var documents = new ArrayList<DocumentPlan>();
    byDocument.forEach(
        (id, own) ->
            store
                .findLoadable(id)
                .map(
                    document ->
                        new DocumentPlan(document, ImportPlanner.plan(document.sections(), own)))
                .ifPresent(documents::add));
    return new Plan(documents, unknown, contents);
  }

  private Optional<DocumentId> documentOf(SectionId section) {
    try {
      return Optional.of(ids.documentOf(section));
    } catch (ActionRefusedException e) {
      return Optional.empty(); // of another archive, or gone
    }
  }

  /**
   * Does what the plan says, document by document, each as a whole.
   *
   * @param actor with the import as their way in
   */
  public List<DocumentResult> apply(Plan plan, Actor actor) {
    var results = new ArrayList<DocumentResult>();
    for (DocumentPlan each : plan.documents()) {
      DocumentId id = each.document().id();
      List<ImportedTranslation> texts =
          each.steps().stream().flatMap(step -> text(step).stream()).toList();
      if (!texts.isEmpty()) {
        results.add(result(id, () -> actions.apply(id, texts, actor)));
      }
    }
    return results;
  }

  static DocumentResult result(DocumentId document, Supplier<Map<SectionId, Outcome>> action) {
    try {
      return new DocumentResult(document, action.get(), null);
    } catch (ActionRefusedException e) {
      return new DocumentResult(document, Map.of(), e);
    }
  }

  private static Optional<ImportedTranslation> text(ImportStep step) {
    boolean isSuggestion = step.kind() == Kind.SUGGEST;
    if (step.kind() != Kind.EDIT && !isSuggestion) {
      return Optional.empty();
    }
    return Optional.of(
        new ImportedTranslation(
            step.section(),
            step.now().version(),
            step.markdown(),
            step.state(),
            isSuggestion ? Reason.ofImport(step.reason()) : null));
  }

  /** Takes an import back in these documents. */
  public List<DocumentResult> undo(String importId, List<DocumentId> documents, Actor actor) {
    return documents.stream()
        .map(id -> result(id, () -> actions.undo(id, importId, actor)))
        .toList();
  }

  /** What is written down of results. */
  public static List<StoredImport.Document> stored(List<DocumentResult> results) {
    return results.stream()
        .filter(result -> result.refused() == null)
        .map(
            result ->
                new StoredImport.Document(
                    result.document().value(),
                    result.count(Outcome.SAVED),
                    result.count(Outcome.SUGGESTED)))
        .toList();
  }
}
