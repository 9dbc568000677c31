package no.speil.web;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.HEAD;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.util.List;
import no.speil.exchange.PairFormat;
import no.speil.library.KnownFromTheStart;
import no.speil.library.Library;
import no.speil.markdown.MarkdownRenderer;
import no.speil.web.citing.Citations;
import no.speil.web.citing.CitePage;
import no.speil.web.citing.PinnedPage;
import no.speil.web.citing.Sitemap;
import no.speil.web.desk.AlignPage;
import no.speil.web.desk.Assistance;
import no.speil.web.desk.CheckApi;
import no.speil.web.desk.EditForm;
import no.speil.web.desk.EditPage;
import no.speil.web.desk.LinkApi;
import no.speil.web.desk.LinkForms;
import no.speil.web.desk.MarkApi;
import no.speil.web.desk.MarkPage;
import no.speil.web.desk.NameForm;
import no.speil.web.desk.QueuePage;
import no.speil.web.desk.SectionApi;
import no.speil.web.desk.SectionForms;
import no.speil.web.desk.SuggestionApi;
import no.speil.web.desk.SuggestionForms;
import no.speil.web.following.ChangesApi;
import no.speil.web.following.FeedPage;
import no.speil.web.following.Feeds;
import no.speil.web.following.SectionFeedPage;
import no.speil.web.overview.ArchiveApi;
import no.speil.web.overview.HelpPage;
import no.speil.web.overview.HomePage;
import no.speil.web.overview.ProblemsPage;
import no.speil.web.overview.ProgressPage;
import no.speil.web.reading.DocumentApi;
import no.speil.web.reading.DocumentPage;
import no.speil.web.reading.PictureFiles;
import no.speil.web.reading.SectionPage;
import no.speil.web.reading.SentencesApi;
import no.speil.web.reporting.ReportApi;
import no.speil.web.reporting.ReportForms;
import no.speil.web.reporting.ReportPage;
import no.speil.web.rows.Rows;
import no.speil.web.searching.ExportFiles;
import no.speil.web.searching.KwicApi;
import no.speil.web.searching.KwicPage;
import no.speil.web.searching.SearchApi;
import no.speil.web.searching.SearchMarks;
import no.speil.web.searching.SearchPage;
import no.speil.web.searching.SimilarApi;
import no.speil.web.searching.SimilarPage;
import no.speil.web.searching.SuggestApi;

/** Every address that is answered, on one screen. */
final class Routes {
  /** One address; {@code {name}} stands for one segment of the path and {@code <name>} for many. */
  record Route(HandlerType method, String path, Handler handler) {}

  private final List<Route> table;

  Routes(Library library, MarkdownRenderer renderer, Parts parts) {
    var rows = new Rows(library, renderer, parts.access().othersMayReport());
    var writers = parts.writers();
    var json = parts.json();
    var pages = parts.pages();
    var frame = parts.frame();
    var citations = new Citations(frame, Clock.systemUTC());
    var cite = new CitePage(library, citations, pages, frame);
    var document = new DocumentPage(library, rows, citations, pages, frame);
    var pinned = new PinnedPage(library, rows, pages, frame);
    var section = new SectionPage(library, rows, pinned, pages, frame);
    var forms = new SectionForms(library, writers, rows, pages, frame);
    var assistance = new Assistance(library, renderer);
    var edit = new EditPage(library, writers, rows, assistance, pages, frame);
    var editing = new EditForm(library, writers, edit, frame);
    var checks = new CheckApi(library, writers, assistance, frame, json);
    var suggested = new SuggestionForms(library, writers, edit, frame);
    var found = new SearchMarks(library, writers, pages, frame);
    var mark = new MarkPage(library, writers, pages, frame);
    var report = new ReportPage(library, parts.reporters(), rows, pages, frame);
    var reports = new ReportApi(library, parts.reporters(), writers, json);
    var sections = new SectionApi(library, writers, json);
    var suggestions = new SuggestionApi(library, writers, json, sections);
    var links = new LinkApi(library, writers, json, sections);
    var sentences = new SentencesApi(library, KnownFromTheStart.sentences(), json);
    var align = new AlignPage(library, pages, frame);
    var linking = new LinkForms(library, writers, align, frame);
    var documents = new DocumentApi(library, json);
    var marks = new MarkApi(library, writers, json);
    var archive = new ArchiveApi(library, json);
    var feeds = new Feeds();
    var news = new SectionFeedPage(library, feeds, parts.access(), frame);
    var sitemap = new Sitemap(library, frame);
    var exports = new ExportFiles(library, frame, Clock.systemUTC(), ExportFiles.AT_ONCE);
    table =
        List.of(
            // pages
            new Route(GET, "/", new HomePage(library, pages, frame)::show),
            new Route(GET, "/search", new SearchPage(library, found, pages, frame)::show),
            new Route(GET, "/d/<id>", document::show),
            new Route(GET, "/s/{section}", section::find),
            new Route(GET, "/s/{section}/history", section::history),
            new Route(GET, "/s/{section}/cite", cite::ofSection),
            new Route(GET, "/cite", cite::ofDocument),
            new Route(
                GET, "/s/{section}/similar", new SimilarPage(library, rows, pages, frame)::show),
            new Route(GET, "/s/{section}/edit", edit::show),
            new Route(GET, "/s/{section}/report", report::show),
            new Route(GET, "/edit/<id>", edit::begin),
            new Route(GET, "/align/<id>", align::show),
            new Route(GET, "/mark/<id>", mark::show),
            new Route(GET, "/queue", new QueuePage(library, writers, rows, pages, frame)::show),
            new Route(GET, "/progress", new ProgressPage(library, pages, frame)::show),
            new Route(GET, "/problems", new ProblemsPage(library, pages, frame)::show),
            new Route(GET, "/help", new HelpPage(pages, frame)::show),
            new Route(GET, "/kwic", new KwicPage(library, pages, frame)::show),
            // forms
            new Route(POST, "/s/{section}/state", forms::mark),
            new Route(POST, "/s/{section}/confirm", forms::confirm),
            new Route(POST, "/s/{section}/link", linking::link),
            new Route(POST, "/s/{section}/omit", forms::omit),
            new Route(POST, "/d/<id>/link", linking::confirm),
            new Route(POST, "/d/<id>/align", linking::again),
            new Route(POST, "/s/{section}/comments", forms::comment),
            new Route(POST, "/s/{section}/translation", editing::post),
            new Route(POST, "/s/{section}/suggestions/{suggestion}", suggested::resolve),
            new Route(POST, "/s/{section}/report", report::post),
            new Route(
                POST, "/s/{section}/reports/{report}", new ReportForms(library, writers)::settle),
            new Route(POST, "/search/state", found::mark),
            new Route(POST, "/d/<id>/state", mark::mark),
            new Route(POST, "/as", new NameForm(parts.access(), parts.names())::choose),
            // for programs
            new Route(GET, "/api/v1/search", new SearchApi(library, json)::search),
            new Route(GET, "/api/v1/suggest", new SuggestApi(library, json)::suggest),
            new Route(GET, "/api/v1/kwic", new KwicApi(library, json)::list),
            new Route(GET, "/api/v1/documents", documents::list),
            new Route(GET, "/api/v1/documents/<id>", documents::show),
            new Route(POST, "/api/v1/documents/<id>/state", marks::mark),
            new Route(GET, "/api/v1/sections/{section}", sections::show),
            new Route(
                GET, "/api/v1/sections/{section}/similar", new SimilarApi(library, json)::list),
            new Route(GET, "/api/v1/sections/{section}/sentences", sentences::list),
            new Route(PUT, "/api/v1/sections/{section}/state", sections::mark),
            new Route(PUT, "/api/v1/sections/{section}/link", links::link),
            new Route(POST, "/api/v1/sections/{section}/omit", links::omit),
            new Route(POST, "/api/v1/documents/<id>/link", links::confirm),
            new Route(POST, "/api/v1/documents/<id>/align", links::again),
            new Route(PUT, "/api/v1/sections/{section}/translation", sections::translate),
            new Route(POST, "/api/v1/sections/{section}/checks", checks::check),
            new Route(POST, "/api/v1/sections/{section}/confirm", sections::confirm),
            new Route(POST, "/api/v1/sections/{section}/comments", sections::comment),
            new Route(POST, "/api/v1/sections/{section}/suggestions", suggestions::suggest),
            new Route(
                POST, "/api/v1/sections/{section}/suggestions/{suggestion}", suggestions::resolve),
            new Route(GET, "/api/v1/sections/{section}/reports", reports::ofSection),
            new Route(POST, "/api/v1/sections/{section}/reports", reports::report),
            new Route(POST, "/api/v1/sections/{section}/reports/{report}", reports::settle),
            new Route(GET, "/api/v1/reports", reports::pending),
            new Route(GET, "/api/v1/progress", archive::progress),
            new Route(GET, "/api/v1/problems", archive::problems),
            new Route(GET, "/api/v1/changes", new ChangesApi(library, json)::list),
            new Route(GET, "/openapi.json", new OpenApi()::serve),
            new Route(GET, "/healthz", archive::alive),
            new Route(GET, "/readyz", archive::ready),
            // files
            new Route(GET, "/feed.atom", new FeedPage(library, feeds, frame)::show),
            new Route(GET, "/search.atom", news::search),
            new Route(GET, "/queue.atom", news::queue),
            new Route(GET, "/search.csv", exports.ofSearch(PairFormat.CSV)),
            new Route(GET, "/search.json", exports.ofSearch(PairFormat.JSON)),
            new Route(GET, "/search.tmx", exports.ofSearch(PairFormat.TMX)),
            new Route(GET, "/export/<file>", exports::ofDocument),
            new Route(GET, "/cite/<file>", cite::documentFile),
            new Route(GET, "/s/{section}/cite.{format}", cite::sectionFile),
            new Route(GET, "/sitemap.xml", sitemap::index),
            new Route(GET, "/sitemap-{part}.xml", sitemap::part),
            new Route(GET, "/robots.txt", sitemap::robots),
            new Route(GET, "/files/<path>", new PictureFiles(library)::serve),
            new Route(GET, "/assets/{name}", parts.assets()::serve));
  }

  List<Route> table() {
    return table;
  }

  void register(RoutesConfig config) {
    for (Route route : table) {
      config.addHttpHandler(route.method(), route.path(), route.handler());
      if (route.method().equals(GET)) {
        config.addHttpHandler(HEAD, route.path(), route.handler());
      }
    }
  }
}
