package no.speil.web.imports;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.SectionId;
import no.speil.exchange.unit.DraftRequest;
import no.speil.exchange.unit.ImportPlanner;
import no.speil.exchange.unit.ImportStep;
import no.speil.exchange.unit.ImportedUnit;
import no.speil.exchange.unit.SectionUnits;
import no.speil.exchange.unit.TextUnit;
import no.speil.exchange.unit.TranslateCommand;
import no.speil.exchange.unit.UnitDocument;
import no.speil.library.actions.Actor;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.LiveDocument;
import no.speil.library.exports.DraftContexts;
import no.speil.library.exports.UnitDocuments;
import no.speil.library.imports.ImportActions.ImportedTranslation;
import no.speil.messages.RefusalTexts;
import no.speil.record.EventSignature;
import no.speil.record.SuggestEvent;
import no.speil.record.SuggestEvent.Reason;
import no.speil.status.TrackedSection;
import no.speil.web.http.PathParams;
import no.speil.web.http.RequestException.NotFound;
import no.speil.web.page.PageShell;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the keeper's command draft what a document lacks or what has changed, one document after
 * another. What it writes becomes suggestions by the program, and says that a machine wrote it.
 */
public final class DraftHandler {
  private static final Logger LOG = LoggerFactory.getLogger(DraftHandler.class);

  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private static final Actor PROGRAM = new Actor(EventSignature.PROGRAM, Reason.MACHINE.code());

  private final SiteContext site;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("drafts").factory());
  private final Map<DocumentId, Run> runs = new ConcurrentHashMap<>();

  public DraftHandler(SiteContext site) {
    this.site = site;
  }

  /**
   * The work on a document.
   *
   * @param failure why it ended early; empty if it did not
   */
  public record Run(int wanted, int drafted, boolean isDone, String failure) {}

  /** Begins to draft a document, unless it is being drafted. */
  public void start(Context context) {
    LiveDocument document = site.document(PathParams.document(context));
    TranslateCommand translator = required();
    Map<TextUnit, TrackedSection> units = wanted(document);
    synchronized (runs) {
      Run last = runs.get(document.id());
      if (last == null || last.isDone()) {
        runs.put(document.id(), new Run(units.size(), 0, false, ""));
        worker.execute(() -> draft(translator, document, units));
      }
    }
    Redirects.other(context, SiteUrls.draft(document.id()));
  }

  /** How far it is. */
  public void show(Context context) {
    required();
    LiveDocument document = site.document(PathParams.document(context));
    Run run = runs.getOrDefault(document.id(), new Run(0, 0, true, ""));
    var view = new View(site.shell(context, "draft.title"), document, run);
    site.show(context, "imports/draft", view);
  }

  private TranslateCommand required() {
    List<String> command = site.settings().translateCommand();
    if (command.isEmpty()) {
      throw new NotFound("No command drafts translations here; see --translate-command.");
    }
    return new TranslateCommand(command, PATIENCE);
  }

  /** The texts of sections without a translation, or with one of an older original. */
  private static Map<TextUnit, TrackedSection> wanted(LiveDocument document) {
    var units = new LinkedHashMap<TextUnit, TrackedSection>();
    for (TrackedSection section : document.sections()) {
      boolean isStale = section.sectionStatus().freshness() == Freshness.STALE;
      if ((section.section().translation().isEmpty() || isStale) && !isDrafted(section)) {
        SectionUnits.of(section).units().stream()
            .filter(TextUnit::translatable)
            .forEach(unit -> units.put(unit, section));
      }
    }
    return units;
  }

  /** Whether a draft waits that was made of the original as it is. */
  private static boolean isDrafted(TrackedSection section) {
    Instant revised = section.revised();
    return section.openSuggestions().stream()
        .filter(SuggestEvent::isByMachine)
        .anyMatch(each -> revised == null || !each.signature().at().isBefore(revised));
  }

  private void draft(
      TranslateCommand translator, LiveDocument document, Map<TextUnit, TrackedSection> units) {
    var answers = new ArrayList<ImportedUnit>();
    String failure = "";
    int kept = 0;
    try {
      try {
        UnitDocument languages = UnitDocuments.of(document);
        var requests = new ArrayList<DraftRequest>();
        units.forEach(
            (unit, section) ->
                requests.add(
                    new DraftRequest(
                        unit, DraftContexts.of(site.library().aids(), document, section))));
        translator.translate(
            requests,
            languages.source(),
            languages.target(),
            answer -> {
              answers.add(answer);
              runs.put(document.id(), new Run(units.size(), answers.size(), false, ""));
            });
      } finally {
        kept = keep(document, answers);
      }
    } catch (TranslateCommand.Failure | ActionRefusedException e) {
      failure = RefusalTexts.english(e);
      LOG.warn("drafts of {}: {}", document.id(), failure);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failure = "The server was stopped.";
    } catch (RuntimeException e) {
      failure = "It failed; the log says why.";
      LOG.error("drafting {} failed", document.id(), e);
    }
    runs.put(document.id(), new Run(units.size(), kept, true, failure));
  }

  /** Suggests what there is, also where the rest has failed. */
  private int keep(LiveDocument document, List<ImportedUnit> answers) {
    Map<SectionId, List<ImportedUnit>> bySection = ImportPlanner.bySection(answers);
    List<ImportedTranslation> texts =
        ImportPlanner.plan(document.sections(), bySection).stream()
            .filter(step -> bySection.containsKey(step.section()))
            .filter(step -> !step.markdown().isEmpty())
            .map(DraftHandler::text)
            .toList();
    return texts.isEmpty()
        ? 0
        : site.library().imports().apply(document.id(), texts, PROGRAM).size();
  }

  private static ImportedTranslation text(ImportStep step) {
    return new ImportedTranslation(
        step.section(), step.now().version(), step.markdown(), null, Reason.MACHINE);
  }

  /** The page. */
  public record View(PageShell shell, LiveDocument document, Run run) {}
}
