package no.speil.web.admin;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.SectionId;
import no.speil.library.actions.Actor;
import no.speil.library.documents.DocumentStore;
import no.speil.library.documents.OverwrittenTexts;
import no.speil.messages.Messages;
import no.speil.messages.ProblemLine;
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
import no.speil.web.page.SiteUrls;

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
    Messages t = site.messages(context);
    List<Problem> problems = site.problems();
    PageNumber number = PageNumber.of(context, problems.size(), SIZE);
    List<View.Line> lines =
        number.of(problems).stream()
            .map(
                each ->
                    new View.Line(
                        each,
                        ProblemLine.in(t, each, context.contextPath()),
                        document(each.file())))
            .toList();
    var view =
        new View(
            site.shell(context, "problems.title"),
            problems.size(),
            lines,
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

  /** The page of the document that a file belongs to; empty if it belongs to none. */
  private String document(String file) {
    Matcher path = OF_A_DOCUMENT.matcher(file);
    return path.matches()
        ? DocumentId.parse(path.group(1))
            .filter(site.catalogue()::knows)
            .map(SiteUrls::document)
            .orElse("")
        : "";
  }

  /**
   * The problems of the archive.
   *
   * @param total on all pages
   */
  public record View(
      PageShell shell,
      int total,
      List<Line> problems,
      boolean isInGit,
      List<ServerSettings.Setting> settings,
      Paging paging) {
    /** A problem, also in words, and the page of its document. */
    public record Line(Problem problem, ProblemLine words, String document) {
      /** The last detail, for a record the likeliest document; may be empty. */
      public String other() {
        return problem.details().isEmpty() ? "" : problem.details().getLast();
      }
    }
  }
}
