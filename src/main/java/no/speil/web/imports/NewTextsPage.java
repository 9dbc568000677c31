package no.speil.web.imports;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import no.speil.archive.Archive;
import no.speil.archive.ImportStore;
import no.speil.archive.StoredImport;
import no.speil.archive.StoredImport.Kind;
import no.speil.archive.StoredImport.Stage;
import no.speil.corpus.DocumentId;
import no.speil.corpus.text.Message;
import no.speil.corpus.text.Normalization;
import no.speil.library.actions.Actor;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.imports.DocumentNames;
import no.speil.library.imports.ImportTarget;
import no.speil.library.imports.ImportTarget.Mode;
import no.speil.library.imports.TextImport;
import no.speil.messages.Messages;
import no.speil.messages.RefusalTexts;
import no.speil.web.http.FormData;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException.NotFound;
import no.speil.web.http.UploadForm;
import no.speil.web.page.PageShell;
import no.speil.web.page.PageUrl;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import org.jspecify.annotations.Nullable;

/**
 * Brings new texts into the archive, with their translations or without: says first what would
 * become of each file, and writes them when a keeper has seen it.
 */
public final class NewTextsPage {
  private static final String PATH = "/new-texts";

  private final SiteContext site;

  public NewTextsPage(SiteContext site) {
    this.site = site;
  }

  private ImportStore store() {
    return new ImportStore(site.library().archive().root());
  }

  /** The form to choose files with. */
  public void show(Context context) {
    show(context, QueryParams.text(context, "folder"), null);
  }

  private void show(Context context, String folder, @Nullable Message problem) {
    PageShell shell = site.shell(context, "new-texts.title");
    site.show(context, "imports/newTexts", new FormView(shell, folder, problem));
  }

  /** Keeps the files of a form. */
  public void upload(Context context, Actor actor) {
    UploadForm form = UploadForm.of(context);
    String typed = form.fields().getOrDefault("folder", "").strip().replaceAll("^/+|/+$", "");
    String folder = Normalization.compose(typed);
    if (form.files().isEmpty()) {
      show(context.status(400), folder, Message.of("import.no-file"));
    } else if (!folder.isEmpty() && !DocumentNames.cleaned(folder).orElse("").equals(folder)) {
      show(context.status(400), folder, Message.of("new-texts.no-folder", folder));
    } else {
      StoredImport stored =
          store().begin(actor.name(), site.clock().millis(), Kind.TEXTS, form.files());
      store().put(stored);
      PageUrl address =
          PageUrl.at(PATH + "/" + stored.id())
              .with("folder", folder)
              .with("update", form.fields().containsKey("update") ? "1" : "");
      Redirects.other(context, address.href());
    }
  }

  /** What would become of the files. */
  public void look(Context context) {
    StoredImport stored = find(context);
    boolean updates = !QueryParams.text(context, "update").isEmpty();
    String folder = QueryParams.text(context, "folder");
    ImportTarget target = run(stored, folder, updates, true);
    PageShell shell = site.shell(context, "new-texts.title");
    var view = new ReportView(shell, stored, folder, updates, target, List.of());
    site.show(context, "imports/newTextsReport", view);
  }

  /** Writes them, and marks their translations if that is wanted. */
  public void write(Context context, Actor actor) {
    StoredImport stored = find(context);
    FormData form = FormData.of(context);
    boolean updates = form.fields().containsKey("update");
    if (stored.stage() != Stage.UPLOADED) { // sent twice
      Redirects.other(context, PATH + "/" + stored.id());
      return;
    }
    ImportTarget target = run(stored, form.get("folder"), updates, false);
    var documents =
        target.documents().stream().map(id -> new StoredImport.Document(id.value(), 0, 0)).toList();
    StoredImport done = stored.imported(documents);
    store().put(done);
    var refused = new ArrayList<String>();
    Messages t = site.messages(context);
    if (form.get("state").equals("translated")) {
      for (DocumentId id : target.documents()) {
        try {
          int marked = site.library().marks().markTranslated(id, actor);
          target.note(id.value(), Message.of("new-texts.marked", marked));
        } catch (ActionRefusedException e) {
          refused.add(t.of("new-texts.not-marked", id.value(), RefusalTexts.of(t, e)));
        }
      }
    }
    PageShell shell = site.shell(context, "new-texts.title");
    var view = new ReportView(shell, done, form.get("folder"), updates, target, refused);
    site.show(context, "imports/newTextsReport", view);
  }

  private StoredImport find(Context context) {
    return store()
        .find(context.pathParam("import"))
        .filter(stored -> stored.kind() == Kind.TEXTS)
        .orElseThrow(() -> new NotFound("There is no such import, or no longer."));
  }

  private ImportTarget run(StoredImport stored, String folder, boolean updates, boolean isDryRun) {
    Archive archive = site.library().archive();
    var target = new ImportTarget(archive, updates ? Mode.UPDATE : Mode.ADD, isDryRun);
    if (stored.stage() == Stage.UPLOADED) {
      new TextImport(target, new DocumentNames("", folder)).run(stored.files());
    }
    return target;
  }

  /**
   * The form to choose files with.
   *
   * @param folder of the archive that they go to; may be empty
   * @param problem with what was sent; null for none
   */
  public record FormView(PageShell shell, String folder, @Nullable Message problem) {}

  /**
   * What would become of the files, or has.
   *
   * @param refused why translations were not marked, in sentences
   */
  public record ReportView(
      PageShell shell,
      StoredImport stored,
      String folder,
      boolean updates,
      ImportTarget target,
      List<String> refused) {}
}
