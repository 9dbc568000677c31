package no.speil.web.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import no.speil.archive.ImportStore;
import no.speil.archive.StoredImport;
import no.speil.archive.StoredImport.Stage;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Role;
import no.speil.exchange.convert.TextConverter;
import no.speil.exchange.unit.ImportStep;
import no.speil.exchange.unit.ImportStep.Kind;
import no.speil.library.actions.Actor;
import no.speil.library.documents.LiveDocument;
import no.speil.library.imports.ImportActions;
import no.speil.library.imports.ImportActions.Outcome;
import no.speil.library.imports.UnitImport;
import no.speil.library.imports.UnitImport.DocumentPlan;
import no.speil.library.imports.UnitImport.DocumentResult;
import no.speil.web.http.Json;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.http.RequestException.NotFound;
import no.speil.web.http.UploadForm;
import no.speil.web.page.PageShell;
import no.speil.web.page.PageUrl;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.section.Submission;
import org.jspecify.annotations.Nullable;

/**
 * Takes files back from translators' tools: first it says what would happen with each section, then
 * it does it, and takes it back where somebody asks.
 */
public final class ImportPage {
  private static final String PATH = "/import";

  /** So many sections are shown one by one; the rest is counted. */
  private static final int MOST_SHOWN = 200;

  private final SiteContext site;

  public ImportPage(SiteContext site) {
    this.site = site;
  }

  private ImportStore store() {
    return new ImportStore(site.library().archive().root());
  }

  private UnitImport imports() {
    return site.library().unitImport();
  }

  /** The form to choose files with. */
  public void show(Context context) {
    show(context, "");
  }

  private void show(Context context, String problem) {
    @Nullable LiveDocument document =
        DocumentId.parse(QueryParams.text(context, "document"))
            .flatMap(site.documents()::findLoadable)
            .orElse(null);
    var view = new FormView(site.shell(context, "import.title"), problem, document);
    site.show(context, "imports/import", view);
  }

  /** Keeps the files of a form, or the one that is the body, and says what would happen. */
  public void upload(Submission submission) {
    Context context = submission.context();
    Actor actor = submission.actor();
    if (!submission.isForm()) {
      StoredImport stored =
          keep(ofDocument(context, List.of(UploadForm.ofProgram(context))), actor);
      Json.write(context.status(201), ImportJson.of(stored, imports()));
      return;
    }
    List<StoredImport.File> files = ofDocument(context, UploadForm.of(context).files());
    if (files.isEmpty()) {
      show(context.status(400), site.messages(context).of("import.no-file"));
    } else {
      Redirects.other(context, address(keep(files, actor).id()).href());
    }
  }

  /** The translation of a whole document is called after it. */
  private static List<StoredImport.File> ofDocument(
      Context context, List<StoredImport.File> files) {
    String document = QueryParams.text(context, "document");
    return files.stream()
        .map(
            file ->
                TextConverter.reads(file.name()) && !document.isEmpty()
                    ? new StoredImport.File(
                        document + "." + TextConverter.ending(file.name()), file.content())
                    : file)
        .toList();
  }

  /** The page of an import. */
  static PageUrl address(String id) {
    return PageUrl.at(PATH + "/" + id);
  }

  private StoredImport keep(List<StoredImport.File> files, Actor actor) {
    StoredImport stored =
        store().begin(actor.name(), site.clock().millis(), StoredImport.Kind.FILES, files);
    store().put(stored);
    return stored;
  }

  /** What would happen, or what has happened. */
  public void look(Submission submission) {
    StoredImport stored = find(submission);
    if (submission.isForm()) {
      show(submission.context(), stored, List.of());
    } else {
      Json.write(submission.context(), ImportJson.of(stored, imports()));
    }
  }

  private void show(Context context, StoredImport stored, List<DocumentResult> kept) {
    PageShell shell = site.shell(context, "import.title");
    if (stored.stage() == Stage.UPLOADED) {
      var view = new PlanView(shell, stored.id(), imports().plan(stored.files()));
      site.show(context, "imports/plan", view);
    } else {
      String next = Redirects.onward(QueryParams.text(context, "next"));
      site.show(context, "imports/done", new DoneView(shell, stored, kept, next));
    }
  }

  /** Imports, or takes back, and says what was done. */
  public void decide(Submission submission) throws IOException {
    Context context = submission.context();
    StoredImport stored = find(submission);
    DecisionBody body =
        submission.read(DecisionBody.class, form -> new DecisionBody(form.get("do")));
    List<DocumentResult> results = decide(stored, String.valueOf(body.what()), submission.actor());
    StoredImport now = find(submission);
    if (!submission.isForm()) {
      boolean isDone = now.stage() != stored.stage(); // else there was nothing to do
      Json.write(context, isDone ? ImportJson.of(now, results) : ImportJson.of(now, imports()));
      return;
    }
    List<DocumentResult> kept =
        results.stream()
            .filter(result -> result.refused() != null || result.count(Outcome.KEPT) > 0)
            .toList();
    if (kept.isEmpty()) {
      Redirects.other(context, address(stored.id()).href());
    } else {
      show(context, now, kept);
    }
  }

  private List<DocumentResult> decide(StoredImport stored, String wanted, Actor person) {
    return switch (wanted) {
      case "import" -> imported(stored, ImportActions.actor(person, stored.id()));
      case "undo" -> undone(stored, person);
      default -> throw new BadRequest("“do” is import or undo.");
    };
  }

  private List<DocumentResult> imported(StoredImport stored, Actor actor) {
    if (stored.stage() != Stage.UPLOADED) {
      return List.of(); // asked for twice
    }
    UnitImport.Plan plan = imports().plan(stored.files());
    if (!plan.changesSomething()) {
      return List.of();
    }
    List<DocumentResult> results = imports().apply(plan, actor);
    store().put(stored.imported(UnitImport.stored(results)));
    return results;
  }

  private List<DocumentResult> undone(StoredImport stored, Actor person) {
    if (stored.stage() != Stage.IMPORTED) {
      return List.of();
    }
    List<DocumentResult> results = imports().undo(stored.id(), stored.changed(), person);
    store().put(stored.undone());
    return results;
  }

  private StoredImport find(Submission submission) {
    Actor person = submission.actor();
    return store()
        .find(submission.context().pathParam("import"))
        .filter(stored -> stored.kind() != StoredImport.Kind.TEXTS)
        .filter(stored -> stored.by().equals(person.name()) || person.may(Role.KEEPER))
        .orElseThrow(() -> new NotFound("There is no such import, or no longer."));
  }

  /** Body of a decision. */
  record DecisionBody(@JsonProperty("do") @Nullable String what) {}

  /**
   * The form to choose files with.
   *
   * @param problem with those that were sent, in a sentence; may be empty
   * @param document whose whole translation may be among them; null for none
   */
  public record FormView(PageShell shell, String problem, @Nullable LiveDocument document) {
    public static PageUrl address(DocumentId document) {
      return PageUrl.at(PATH).with("document", document.value());
    }
  }

  /** What would happen. */
  public record PlanView(PageShell shell, String id, UnitImport.Plan plan) {
    /** The documents, each with as many steps as there still is room for on the page. */
    public List<Group> groups() {
      var groups = new ArrayList<Group>();
      int room = MOST_SHOWN;
      for (DocumentPlan each : plan.documents()) {
        List<ImportStep> steps =
            each.steps().stream().filter(step -> step.kind() != Kind.NOTHING).toList();
        int shown = Math.min(room, steps.size());
        groups.add(new Group(each, steps.subList(0, shown), steps.size() - shown));
        room -= shown;
      }
      return groups;
    }
  }

  /**
   * What was done.
   *
   * @param kept what could not be done, in sentences
   * @param next where to go on; may be empty
   */
  public record DoneView(
      PageShell shell, StoredImport stored, List<DocumentResult> kept, String next) {}

  /**
   * A document.
   *
   * @param left how many steps are not shown
   */
  public record Group(DocumentPlan plan, List<ImportStep> shown, int left) {}
}
