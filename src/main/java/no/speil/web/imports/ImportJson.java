package no.speil.web.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.speil.archive.StoredImport;
import no.speil.archive.StoredImport.Stage;
import no.speil.corpus.State;
import no.speil.exchange.unit.ImportStep;
import no.speil.exchange.unit.ImportStep.Kind;
import no.speil.exchange.unit.ImportStep.Reason;
import no.speil.exchange.unit.UnitFiles;
import no.speil.exchange.unit.UnreadableFileException;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.imports.ImportActions.Outcome;
import no.speil.library.imports.UnitImport;
import no.speil.library.imports.UnitImport.DocumentPlan;
import no.speil.library.imports.UnitImport.DocumentResult;
import no.speil.messages.ImportTexts;
import no.speil.messages.Messages;
import no.speil.web.section.BulkActionJson;
import org.jspecify.annotations.Nullable;

/** An import for programs: what it would do, or what it has done. */
sealed interface ImportJson {

  /** What it would do, or has done, by its stage. */
  static ImportJson of(StoredImport stored, UnitImport imports) {
    return stored.stage() == Stage.UPLOADED
        ? Plan.of(stored, imports.plan(stored.files()))
        : new Result(
            stored.id(),
            stored.stage().code(),
            stored.documents().stream().map(ResultDocument::of).toList());
  }

  /** What has just been done. */
  static ImportJson of(StoredImport stored, List<DocumentResult> results) {
    return new Result(
        stored.id(),
        stored.stage().code(),
        results.stream().map(result -> ResultDocument.of(stored.stage(), result)).toList());
  }

  private static Map<String, Long> counts(Stream<ImportStep> steps) {
    var counts = new LinkedHashMap<String, Long>();
    Stream.of(Kind.values()).forEach(kind -> counts.put(kind.code(), 0L));
    steps.forEach(step -> counts.merge(step.kind().code(), 1L, Long::sum));
    return counts;
  }

  /**
   * What it would do.
   *
   * @param counts how many sections each kind of step is for
   * @param problems of files that could not be read
   * @param unknown ids of units, or beginnings of passages, that belong to no section of this
   *     archive
   * @param losses what texts have lost, and why others could not be read, in sentences
   */
  record Plan(
      String id,
      String stage,
      Map<String, Long> counts,
      List<FileProblem> problems,
      List<String> unknown,
      List<String> losses,
      List<PlanDocument> documents)
      implements ImportJson {
    static Plan of(StoredImport stored, UnitImport.Plan plan) {
      return new Plan(
          stored.id(),
          stored.stage().code(),
          ImportJson.counts(plan.documents().stream().flatMap(each -> each.steps().stream())),
          plan.files().stream()
              .filter(file -> file.problem() != null)
              .map(FileProblem::of)
              .toList(),
          plan.unknown(),
          plan.losses().stream().map(Messages.ENGLISH::of).toList(),
          plan.documents().stream().map(PlanDocument::of).toList());
    }
  }

  /**
   * A file that could not be read.
   *
   * @param line from 1; null where it is not about a line
   * @param what is wrong, in a sentence
   */
  record FileProblem(String file, @Nullable Integer line, String reason, String what) {
    static FileProblem of(UnitFiles.Contents file) {
      UnreadableFileException problem = Objects.requireNonNull(file.problem());
      return new FileProblem(
          file.name(),
          problem.line() > 0 ? problem.line() : null,
          problem.reason().code(),
          ImportTexts.problem(Messages.ENGLISH, problem));
    }
  }

  /** A document with what is to be done in it, in its order. */
  record PlanDocument(String id, Map<String, Long> counts, List<PlanStep> steps) {
    static PlanDocument of(DocumentPlan plan) {
      return new PlanDocument(
          plan.document().id().value(),
          ImportJson.counts(plan.steps().stream()),
          plan.steps().stream().map(PlanStep::of).toList());
    }
  }

  /**
   * A section.
   *
   * @param markdown the text for it; empty where nothing is to be done
   * @param state of the text; null where the file says nothing of it
   */
  record PlanStep(
      String section, Kind kind, Reason reason, String markdown, @Nullable State state) {
    static PlanStep of(ImportStep step) {
      return new PlanStep(
          step.section().value(), step.kind(), step.reason(), step.markdown(), step.state());
    }
  }

  /** What it has done. */
  record Result(String id, String stage, List<ResultDocument> documents) implements ImportJson {}

  /**
   * A document.
   *
   * @param outcomes how many sections had which
   * @param problem why nothing was done there; null where something was
   */
  record ResultDocument(
      String id, Map<String, Integer> outcomes, @Nullable Map<String, Object> problem) {
    private static final List<Outcome> OF_IMPORT = List.of(Outcome.SAVED, Outcome.SUGGESTED);
    private static final List<Outcome> OF_UNDO = List.of(Outcome.RESTORED, Outcome.KEPT);

    static ResultDocument of(Stage stage, DocumentResult result) {
      var outcomes = new LinkedHashMap<String, Integer>();
      for (Outcome outcome : stage == Stage.UNDONE ? OF_UNDO : OF_IMPORT) {
        outcomes.put(outcome.code(), result.count(outcome));
      }
      @Nullable ActionRefusedException refused = result.refused();
      return new ResultDocument(
          result.document().value(),
          outcomes,
          refused == null ? null : BulkActionJson.refusal(result.document(), refused));
    }

    static ResultDocument of(StoredImport.Document document) {
      return new ResultDocument(
          document.id(),
          new TreeMap<>(Map.of("saved", document.saved(), "suggested", document.suggested())),
          null);
    }
  }
}
