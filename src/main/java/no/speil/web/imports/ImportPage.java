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
import no.speil.corpus.Side;
import no.speil.exchange.unit.ImportStep;
import no.speil.exchange.unit.ImportStep.Kind;
import no.speil.library.actions.Actor;
import no.speil.library.documents.LiveDocument;
import no.speil.library.imports.ImportActions;
import no.speil.library.imports.ImportActions.Outcome;
import no.speil.library.imports.UnitImport;
import no.speil.library.imports.UnitImport.DocumentPlan;
import no.speil.library.imports.UnitImport.DocumentResult;
import no.speil.messages.ImportTexts;
import no.speil.messages.Messages;
import no.speil.messages.RefusalTexts;
import no.speil.status.grading.Change;
import no.speil.status.grading.DiffPart;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestBody;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.http.RequestException.NotFound;
import no.speil.web.http.UploadForm;
import no.speil.web.page.PageShell;
import no.speil.web.page.Redirects;
import no.speil.web.page.ShortText;
import no.speil.web.page.SiteContext;
import no.speil.web.page.TaggedText;
import no.speil.web.section.ReadingPosition;
import no.speil.web.section.Submission;
import no.speil.web.section.ViewMode;
import org.jspecify.annotations.Nullable;

/**
 * Takes files back from translators' tools: first it says what would happen with each section, then
 * it does it, and takes it back where somebody asks.
 */
public final class ImportPage {
  private static final String PATH = "/import";

  /** So many sections are shown one by one; the rest is counted. */
  private static final int MOST_SHOWN = 200;

  /** Characters of a section's beginning. */
  private static final int BEGINNING = 60;

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
    site.show(context, "imports/import", View.form(site.shell(context, "import.title"), problem));
  }

  /** Keeps the files of a form, or the one that is the body, and says what would happen. */
  public void upload(Submission submission) {
    Context context = submission.context();
    Actor actor = submission.actor();
    if (!submission.isForm()) {
      StoredImport stored = keep(List.of(ofProgram(context)), actor);
      site.answer(context.status(201), ImportJson.of(stored, imports()));
      return;
    }
    List<StoredImport.File> files = UploadForm.of(context).files();
    if (files.isEmpty()) {
      show(context.status(400), site.messages(context).of("import.no-file"));
    } else {
      Redirects.other(context, PATH + "/" + keep(files, actor).id());
    }
  }

  private static StoredImport.File ofProgram(Context context) {
    String name = QueryParams.text(context, "name");
    byte[] content = RequestBody.read(context);
    if (name.isEmpty() || content.length == 0) {
      throw new BadRequest(
          "Send the file as the body, and its name as “name”, such as brev.xlf: its ending says"
              + " what it is.");
    }
    return UploadForm.file(name, content);
  }

  private StoredImport keep(List<StoredImport.File> files, Actor actor) {
    var stored =
        new StoredImport(
            store().newId(), actor.name(), site.clock().millis(), Stage.UPLOADED, files, List.of());
    store().put(stored);
    return stored;
  }

  /** What would happen, or what has happened. */
  public void look(Submission submission) {
    StoredImport stored = find(submission);
    if (submission.isForm()) {
      show(submission.context(), stored, List.of());
    } else {
      site.answer(submission.context(), ImportJson.of(stored, imports()));
    }
  }

  private void show(Context context, StoredImport stored, List<String> kept) {
    PageShell shell = site.shell(context, "import.title");
    site.show(
        context,
        "imports/import",
        stored.stage() == Stage.UPLOADED
            ? plan(shell, stored, imports().plan(stored.files()))
            : done(shell, stored, kept));
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
      site.answer(
          context,
          now.stage() == stored.stage()
              ? ImportJson.of(now, imports()) // nothing to do
              : ImportJson.of(now, results));
      return;
    }
    List<String> kept = kept(site.messages(context), results);
    if (kept.isEmpty()) {
      Redirects.other(context, PATH + "/" + stored.id());
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
    List<DocumentId> documents =
        stored.documents().stream().map(document -> new DocumentId(document.id())).toList();
    List<DocumentResult> results = imports().undo(stored.id(), documents, person);
    store().put(stored.undone());
    return results;
  }

  private StoredImport find(Submission submission) {
    Actor person = submission.actor();
    return store()
        .find(submission.context().pathParam("import"))
        .filter(stored -> stored.by().equals(person.name()) || person.may(Role.KEEPER))
        .orElseThrow(() -> new NotFound("There is no such import, or no longer."));
  }

  /** What could not be done, in sentences. */
  private static List<String> kept(Messages t, List<DocumentResult> results) {
    var kept = new ArrayList<String>();
    for (DocumentResult result : results) {
      if (result.refused() != null) {
        kept.add(result.document() + ": " + RefusalTexts.of(t, result.refused()));
      } else if (result.count(Outcome.KEPT) > 0) {
        kept.add(t.of("import.kept", result.document().value(), result.count(Outcome.KEPT)));
      }
    }
    return kept;
  }

  private static View plan(PageShell shell, StoredImport stored, UnitImport.Plan plan) {
    Messages t = shell.t();
    var groups = new ArrayList<Group>();
    int left = MOST_SHOWN;
    for (DocumentPlan document : plan.documents()) {
      List<ImportStep> steps =
          document.steps().stream().filter(step -> step.kind() != Kind.NOTHING).toList();
      List<Step> shown =
          steps.stream().limit(left).map(step -> new Step(document.document(), step)).toList();
      left -= shown.size();
      groups.add(
          new Group(
              TaggedText.title(document.document(), t.lang()),
              ImportTexts.counts(t, document.steps().stream()),
              shown,
              steps.size() > shown.size() ? t.of("import.more", steps.size() - shown.size()) : ""));
    }
    return new View(
        shell,
        "/import/" + stored.id(),
        Stage.UPLOADED,
        ImportTexts.problems(t, plan),
        ImportTexts.counts(
            t, plan.documents().stream().flatMap(document -> document.steps().stream())),
        groups,
        plan.changesSomething());
  }

  private View done(PageShell shell, StoredImport stored, List<String> kept) {
    Messages t = shell.t();
    int saved = stored.documents().stream().mapToInt(StoredImport.Document::saved).sum();
    int suggested = stored.documents().stream().mapToInt(StoredImport.Document::suggested).sum();
    List<Group> groups =
        stored.documents().stream()
            .map(
                document ->
                    new Group(
                        title(t, document),
                        List.of(
                            t.of("import.saved", document.saved()),
                            t.of("import.suggested", document.suggested())),
                        List.of(),
                        ""))
            .toList();
    return new View(
        shell,
        "/import/" + stored.id(),
        stored.stage(),
        kept,
        List.of(
            t.of("import.documents", stored.documents().size()),
            t.of("import.saved", saved),
            t.of("import.suggested", suggested)),
        groups,
        saved + suggested > 0);
  }

  private TaggedText title(Messages t, StoredImport.Document document) {
    return site.library()
        .documents()
        .findLoadable(new DocumentId(document.id()))
        .map(live -> TaggedText.title(live, t.lang()))
        .orElse(new TaggedText(document.id(), ""));
  }

  /** Body of a decision. */
  record DecisionBody(@JsonProperty("do") @Nullable String what) {}

  /**
   * The page at any stage.
   *
   * @param action where the buttons lead; empty while no file is chosen
   * @param problems what could not be read or done, in sentences
   * @param counts of all documents, in words
   * @param canAct whether there is anything to import, or to take back
   */
  public record View(
      PageShell shell,
      String action,
      Stage stage,
      List<String> problems,
      List<String> counts,
      List<Group> groups,
      boolean canAct) {
    static View form(PageShell shell, String problem) {
      return new View(
          shell,
          "",
          Stage.UPLOADED,
          problem.isEmpty() ? List.of() : List.of(problem),
          List.of(),
          List.of(),
          false);
    }
  }

  /** A document. */
  public record Group(TaggedText title, List<String> counts, List<Step> steps, String more) {}

  /** What is to be done with a section. */
  public record Step(LiveDocument document, ImportStep step) {
    /** Where it stands in its document. */
    public String href() {
      return ReadingPosition.at(document, step.section(), ViewMode.SIDE).row(step.section());
    }

    /** The beginning of its original. */
    public String beginning() {
      return ShortText.beginning(step.now().section().words(Side.ORIGINAL), BEGINNING);
    }

    /** Whether it goes without saying why. */
    public boolean isPlain() {
      return step.kind() == Kind.EDIT && step.reason() == ImportStep.Reason.TRANSLATED;
    }

    /** How it changes the translation. */
    public List<DiffPart> diff() {
      return step.markdown().isEmpty()
          ? List.of()
          : Change.diff(step.now().markdown(Side.TRANSLATION), step.markdown());
    }
  }
}
