package no.speil.web.admin;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.SectionId;
import no.speil.library.actions.Actor;
import no.speil.library.documents.DocumentStore;
import no.speil.library.documents.OverwrittenTexts;
import no.speil.record.EventSignature;
import no.speil.record.RenameEvent;
import no.speil.web.http.FormData;
import no.speil.web.http.RequestException.NotFound;
import no.speil.web.http.ServerSettings;
import no.speil.web.page.PageNumber;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;

/** Lists the problems that a keeper should fix. */
public final class ProblemsPage {
  private static final int SIZE = 200;
  private static final Pattern OF_A_DOCUMENT =
      Pattern.compile("(?:archive|translations)/(.+)\\.(?:md|jsonl)");

  private final SiteContext site;

  public ProblemsPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    List<Problem> problems = site.problems();
    PageNumber number = PageNumber.of(context, problems.size(), SIZE);
    var view =
        new View(
            site.shell(context, "problems.title"),
            problems.size(),
            number.of(problems),
            context.contextPath(),
            site.git() != null,
            site.settings().told(),
            number.paging("/problems"));
    site.show(context, "admin/problems", view);
  }

  /** A keeper has removed nearly everything on purpose. */
  public void acceptRemovals(Context context) {
    site.library().sync().acceptRemovals();
    site.library().sync().look();
    Redirects.other(context, "/problems");
  }

  /** Settles whose a record is, or what becomes of texts, as a keeper says. */
  public void settle(Context context, Actor actor) {
    FormData form = FormData.of(context);
    DocumentId id = id(form.get("file").replaceAll(OF_A_DOCUMENT.pattern(), "$1"));
    DocumentStore documents = site.documents();
    Instant now = site.clock().instant();
    var signature = new EventSignature(now, actor.name(), actor.via(), actor.role(), now);
    switch (form.get("do")) {
      case "give" -> documents.giveRecord(new RenameEvent(signature, id, id(form.get("to"))));
      case "leave" -> documents.giveRecord(new RenameEvent(signature, id, id));
      case "decline" -> decline(id, actor);
      case "move" ->
          documents.moves().settle(section(form.get("section")), id, id(form.get("to")), signature);
      case "undo" -> documents.undoRename(id, signature);
      default -> documents.keepRecord(id);
    }
    site.library().sync().look();
    Redirects.other(context, form.get("do").equals("undo") ? "/activity" : "/problems");
  }

  private void decline(DocumentId document, Actor actor) {
    site.documents().find(document).stream()
        .flatMap(live -> OverwrittenTexts.open(live.sections()).stream())
        .forEach(each -> site.library().edits().dismiss(each.section(), each.id(), actor));
  }

  private static DocumentId id(String typed) {
    return DocumentId.parse(typed)
        .orElseThrow(() -> new NotFound("There is no document \"" + typed + "\"."));
  }

  private static SectionId section(String typed) {
    return SectionId.parse(typed)
        .orElseThrow(() -> new NotFound("There is no section \"" + typed + "\"."));
  }

  /** The document that a file belongs to; empty if it belongs to none. */
  public static Optional<DocumentId> document(String file) {
    Matcher path = OF_A_DOCUMENT.matcher(file);
    return path.matches() ? DocumentId.parse(path.group(1)) : Optional.empty();
  }

  /**
   * The problems of the archive.
   *
   * @param total on all pages
   * @param base the path below which the site is served
   */
  public record View(
      PageShell shell,
      int total,
      List<Problem> problems,
      String base,
      boolean isInGit,
      List<ServerSettings.Setting> settings,
      Paging paging) {}
}
