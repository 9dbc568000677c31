package no.speil.library.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import no.speil.archive.StoredImport;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.text.Message;
import no.speil.exchange.convert.TextConverter;
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
  private final TextPlanner texts;

  public UnitImport(DocumentStore store, IdResolver ids, ImportActions actions) {
    this.store = store;
    this.ids = ids;
    this.actions = actions;
    this.texts = new TextPlanner(store);
  }

  /**
   * What an import would do.
   *
   * @param documents that units of the files belong to, in the order of the files
   * @param unknown ids of units, or beginnings of passages, that belong to no section of this
   *     archive
   * @param files as they were read
   * @param losses what texts have lost, and why others could not be read, in sentences
   */
  public record Plan(
      List<DocumentPlan> documents,
      List<String> unknown,
      List<UnitFiles.Contents> files,
      List<Message> losses) {
    /** Whether it would change anything. */
    public boolean changesSomething() {
      return documents.stream()
          .flatMap(document -> document.steps().stream())
          .anyMatch(ImportStep::isChange);
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
      return Collections.frequency(outcomes.values(), outcome);
    }
  }

  /** Looks at the files and changes nothing. */
  public Plan plan(List<StoredImport.File> files) {
    var plan = new Plan(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    var units = new ArrayList<ImportedUnit>();
    for (StoredImport.File file : files) {
      if (TextConverter.reads(file.name())) {
        texts.plan(file, plan);
        continue;
      }
      for (UnitFiles.Contents each : UnitFiles.read(file.name(), file.content())) {
        plan.files().add(each);
        units.addAll(each.units());
      }
    }
    units.stream()
        .filter(unit -> unit.section().isEmpty())
        .map(ImportedUnit::id)
        .distinct()
        .forEach(plan.unknown()::add);
    Map<DocumentId, Map<SectionId, List<ImportedUnit>>> byDocument = new LinkedHashMap<>();
    for (var each : ImportPlanner.bySection(units).entrySet()) {
      SectionId id = each.getKey();
      documentOf(id)
          .map(document -> byDocument.computeIfAbsent(document, it -> new LinkedHashMap<>()))
          .ifPresentOrElse(
              own -> own.put(id, each.getValue()), () -> plan.unknown().add(id.value()));
    }
    for (var each : byDocument.entrySet()) {
      store
          .findLoadable(each.getKey())
          .map(it -> new DocumentPlan(it, ImportPlanner.plan(it.sections(), each.getValue())))
          .ifPresent(plan.documents()::add);
    }
    return plan;
  }

  /** The document that a section is in; empty if it is of another archive, or gone. */
  public Optional<DocumentId> documentOf(SectionId section) {
    try {
      return Optional.of(ids.documentOf(section));
    } catch (ActionRefusedException e) {
      return Optional.empty();
    }
  }

  /**
   * Does what the plan says.
   *
   * @param actor with the import as their way in
   */
  public List<DocumentResult> apply(Plan plan, Actor actor) {
    var texts = new LinkedHashMap<DocumentId, List<ImportedTranslation>>();
    for (DocumentPlan each : plan.documents()) {
      texts
          .computeIfAbsent(each.document().id(), id -> new ArrayList<>())
          .addAll(
              each.steps().stream().filter(ImportStep::isChange).map(UnitImport::text).toList());
    }
    return apply(texts, actor);
  }

  /** Saves or suggests texts, document by document, each as a whole; the same person. */
  public List<DocumentResult> apply(Map<DocumentId, List<ImportedTranslation>> texts, Actor actor) {
    var results = new ArrayList<DocumentResult>();
    texts.forEach(
        (id, own) -> {
          if (!own.isEmpty()) {
            results.add(result(id, () -> actions.apply(id, own, actor)));
          }
        });
    return results;
  }

  private static DocumentResult result(
      DocumentId document, Supplier<Map<SectionId, Outcome>> action) {
    try {
      return new DocumentResult(document, action.get(), null);
    } catch (ActionRefusedException e) {
      return new DocumentResult(document, Map.of(), e);
    }
  }

  private static ImportedTranslation text(ImportStep step) {
    Reason doubt = step.kind() == Kind.SUGGEST ? Reason.ofImport(step.reason()) : null;
    return new ImportedTranslation(
        step.section(), step.now().version(), step.markdown(), step.state(), doubt);
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
