package no.speil.web;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.HEAD;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;
import static no.speil.web.http.RequestCost.HEAVY;
import static no.speil.web.http.RequestCost.NONE;
import static no.speil.web.http.RequestCost.STREAM;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import no.speil.corpus.DocumentId;
import no.speil.exchange.ExportFormat;
import no.speil.library.Library;
import no.speil.library.documents.StarterAligners;
import no.speil.markdown.render.MarkdownRenderer;
import no.speil.web.admin.ArchiveApi;
import no.speil.web.admin.ProblemsPage;
import no.speil.web.admin.ProgressPage;
import no.speil.web.cite.Citations;
import no.speil.web.cite.CitePage;
import no.speil.web.cite.PinnedPage;
import no.speil.web.cite.Sitemap;
import no.speil.web.feed.ChangesApi;
import no.speil.web.feed.FeedPage;
import no.speil.web.feed.FeedResponse;
import no.speil.web.feed.SectionFeedPage;
import no.speil.web.http.AdmissionControl;
import no.speil.web.http.RequestCost;
import no.speil.web.page.SectionRows;
import no.speil.web.read.DocumentApi;
import no.speil.web.read.DocumentPage;
import no.speil.web.read.HelpPage;
import no.speil.web.read.HomePage;
import no.speil.web.read.PictureHandler;
import no.speil.web.read.SectionPage;
import no.speil.web.read.SentencesApi;
import no.speil.web.report.ReportApi;
import no.speil.web.report.ReportForms;
import no.speil.web.report.ReportPage;
import no.speil.web.search.ExportHandler;
import no.speil.web.search.KwicApi;
import no.speil.web.search.KwicPage;
import no.speil.web.search.SearchApi;
import no.speil.web.search.SearchMarkForm;
import no.speil.web.search.SearchPage;
import no.speil.web.search.SearchUrl;
import no.speil.web.search.SimilarApi;
import no.speil.web.search.SimilarPage;
import no.speil.web.search.SuggestApi;
import no.speil.web.work.AidViews;
import no.speil.web.work.AlignPage;
import no.speil.web.work.CheckApi;
import no.speil.web.work.EditForm;
import no.speil.web.work.EditPage;
import no.speil.web.work.LinkApi;
import no.speil.web.work.LinkForms;
import no.speil.web.work.MarkApi;
import no.speil.web.work.MarkPage;
import no.speil.web.work.NameForm;
import no.speil.web.work.QueuePage;
import no.speil.web.work.SectionApi;
import no.speil.web.work.SectionForms;
import no.speil.web.work.SuggestionApi;
import no.speil.web.work.SuggestionForms;

/** Every address that is answered, on one screen. */
final class Routes {
  /**
   * One address; {@code {name}} stands for one segment of the path and {@code <name>} for many.
   *
   * @param cost how much work an answer is; light unless it says otherwise
   * @param whole whether what is answered stands for all of the archive, so that it is not answered
   *     while only some of it has been read
   */
  record Route(
      HandlerType method,
      String path,
      Handler handler,
      Function<Context, RequestCost> cost,
      boolean whole) {
    Route(HandlerType method, String path, Handler handler) {
      this(method, path, handler, context -> RequestCost.LIGHT, false);
    }

    Route costing(RequestCost always) {
      return costing(context -> always);
    }

    Route costing(Function<Context, RequestCost> cost) {
      return new Route(method, path, handler, cost, whole);
    }

    Route ofAll() {
      return new Route(method, path, handler, cost, true);
    }
  }

  /** More results than a page has that somebody reads. */
  private static final int MANY_RESULTS = 100;

  /** Of a document that takes long to read and to show. */
  private static final int MANY_SECTIONS = 1_000;

  private final Library library;
  private final AdmissionControl admission;
  private final List<Route> table;

  Routes(Library library, MarkdownRenderer renderer, WebParts parts) {
    this.library = library;
    this.admission = parts.admission();
    var rows = new SectionRows(library, renderer, parts.access().othersMayReport());
    var writers = parts.writers();
    var json = parts.json();
    var pages = parts.pages();
    var pageShells = parts.pageShells();
    var citations = new Citations(pageShells, Clock.systemUTC());
    var cite = new CitePage(library, citations, pages, pageShells);
    var document = new DocumentPage(library, rows, citations, pages, pageShells);
    var pinned = new PinnedPage(library, rows, pages, pageShells);
    var section = new SectionPage(library, rows, pinned, pages, pageShells);
    var forms = new SectionForms(library, writers, rows, pages, pageShells);
    var aidViews = new AidViews(library, renderer);
    var edit = new EditPage(library, writers, rows, aidViews, pages, pageShells);
    var editing = new EditForm(library, writers, edit, pageShells, json);
    var checks = new CheckApi(library, writers, aidViews, pageShells, json);
    var suggested = new SuggestionForms(library, writers, edit, pageShells);
    var found = new SearchMarkForm(library, writers, pages, pageShells);
    var mark = new MarkPage(library, writers, pages, pageShells);
    var report = new ReportPage(library, parts.reporters(), rows, pages, pageShells);
    var reports = new ReportApi(library, parts.reporters(), writers, json);
    var sections = new SectionApi(library, writers, json);
    var suggestions = new SuggestionApi(library, writers, json, sections);
    var links = new LinkApi(library, writers, json, sections);
    var sentences = new SentencesApi(library, StarterAligners.sentences(), json);
    var align = new AlignPage(library, pages, pageShells);
    var linking = new LinkForms(library, writers, align, pageShells);
    var documents = new DocumentApi(library, json);
    var marks = new MarkApi(library, writers, json);
    var archive = new ArchiveApi(library, json);
    var feeds = new FeedResponse();
    var news = new SectionFeedPage(library, feeds, parts.access(), pageShells);
    var sitemap = new Sitemap(library, pageShells);
    var exports = new ExportHandler(library, pageShells, Clock.systemUTC());
    table =
        List.of(
            // pages
            new Route(GET, "/", new HomePage(library, pages, pageShells)::show),
            new Route(GET, "/search", new SearchPage(library, found, pages, pageShells)::show)
                .costing(this::bySize),
            new Route(GET, "/d/<id>", document::show).costing(this::byDocument),
            new Route(GET, "/s/{section}", section::find),
            new Route(GET, "/s/{section}/history", section::history),
            new Route(GET, "/s/{section}/cite", cite::ofSection),
            new Route(GET, "/cite", cite::ofDocument),
            new Route(
                    GET,
                    "/s/{section}/similar",
                    new SimilarPage(library, rows, pages, pageShells)::show)
                .costing(HEAVY),
            new Route(GET, "/s/{section}/edit", edit::show),
            new Route(GET, "/s/{section}/report", report::show),
            new Route(GET, "/edit/<id>", edit::begin).costing(this::byDocument),
            new Route(GET, "/align/<id>", align::show).costing(this::byDocument),
            new Route(GET, "/mark/<id>", mark::show).costing(this::byDocument),
            new Route(
                GET,
                "/queue",
                new QueuePage(library, writers, rows, aidViews, pages, pageShells)::show),
            new Route(GET, "/progress", new ProgressPage(library, pages, pageShells)::show),
            new Route(GET, "/problems", new ProblemsPage(library, pages, pageShells)::show),
            new Route(GET, "/help", new HelpPage(pages, pageShells)::show),
            new Route(GET, "/kwic", new KwicPage(library, pages, pageShells)::show).costing(HEAVY),
            // forms
            new Route(POST, "/s/{section}/state", forms::mark),
            new Route(POST, "/s/{section}/confirm", forms::confirm),
            new Route(POST, "/s/{section}/link", linking::link),
            new Route(POST, "/s/{section}/omit", forms::omit),
            new Route(POST, "/d/<id>/link", linking::confirm).costing(HEAVY),
            new Route(POST, "/d/<id>/align", linking::again).costing(HEAVY),
            new Route(POST, "/s/{section}/comments", forms::comment),
            new Route(POST, "/s/{section}/translation", editing::post),
            new Route(POST, "/s/{section}/suggestions/{suggestion}", suggested::resolve),
            new Route(POST, "/s/{section}/report", report::post),
            new Route(
                POST, "/s/{section}/reports/{report}", new ReportForms(library, writers)::settle),
            new Route(POST, "/search/state", found::mark).costing(HEAVY),
            new Route(POST, "/d/<id>/state", mark::mark).costing(HEAVY),
            new Route(POST, "/as", new NameForm(parts.access(), parts.names())::choose),
            // for programs
            new Route(GET, "/api/v1/search", new SearchApi(library, json)::search)
                .costing(this::bySize),
            new Route(GET, "/api/v1/suggest", new SuggestApi(library, json)::suggest),
            new Route(GET, "/api/v1/kwic", new KwicApi(library, json)::list).costing(HEAVY),
            new Route(GET, "/api/v1/documents", documents::list),
            new Route(GET, "/api/v1/documents/<id>", documents::show).costing(this::byDocument),
            new Route(POST, "/api/v1/documents/<id>/state", marks::mark).costing(HEAVY),
            new Route(GET, "/api/v1/sections/{section}", sections::show),
            new Route(GET, "/api/v1/sections/{section}/history", sections::history),
            new Route(
                    GET, "/api/v1/sections/{section}/similar", new SimilarApi(library, json)::list)
                .costing(HEAVY),
            new Route(GET, "/api/v1/sections/{section}/sentences", sentences::list),
            new Route(PUT, "/api/v1/sections/{section}/state", sections::mark),
            new Route(PUT, "/api/v1/sections/{section}/link", links::link),
            new Route(POST, "/api/v1/sections/{section}/omit", links::omit),
            new Route(POST, "/api/v1/documents/<id>/link", links::confirm).costing(HEAVY),
            new Route(POST, "/api/v1/documents/<id>/align", links::again).costing(HEAVY),
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
            new Route(GET, "/api/v1/problems", archive::problems).costing(HEAVY),
            new Route(GET, "/api/v1/changes", new ChangesApi(library, json)::list)
                .costing(HEAVY)
                .ofAll(),
            new Route(GET, "/openapi.json", new OpenApi()::serve).costing(NONE),
            new Route(GET, "/healthz", archive::alive).costing(NONE),
            new Route(GET, "/readyz", archive::ready).costing(NONE),
            // files
            new Route(GET, "/feed.atom", new FeedPage(library, feeds, pageShells)::show)
                .costing(HEAVY)
                .ofAll(),
            new Route(GET, "/search.atom", news::search).ofAll(),
            new Route(GET, "/queue.atom", news::queue).ofAll(),
            new Route(GET, "/search.csv", exports.ofSearch(ExportFormat.CSV))
                .costing(STREAM)
                .ofAll(),
            new Route(GET, "/search.json", exports.ofSearch(ExportFormat.JSON))
                .costing(STREAM)
                .ofAll(),
            new Route(GET, "/search.tmx", exports.ofSearch(ExportFormat.TMX))
                .costing(STREAM)
                .ofAll(),
            new Route(GET, "/export/<file>", exports::ofDocument).costing(STREAM).ofAll(),
            new Route(GET, "/cite/<file>", cite::documentFile),
            new Route(GET, "/s/{section}/cite.{format}", cite::sectionFile),
            new Route(GET, "/sitemap.xml", sitemap::index).costing(STREAM).ofAll(),
            new Route(GET, "/sitemap-{part}.xml", sitemap::part).costing(STREAM).ofAll(),
            new Route(GET, "/robots.txt", sitemap::robots),
            new Route(GET, "/files/<path>", new PictureHandler(library)::serve),
            new Route(GET, "/assets/{name}", parts.assets()::serve).costing(NONE));
  }

  List<Route> table() {
    return table;
  }

  void register(RoutesConfig config) {
    for (Route route : table) {
      Handler handler = handler(route);
      config.addHttpHandler(route.method(), route.path(), handler);
      if (route.method().equals(GET)) {
        config.addHttpHandler(HEAD, route.path(), handler);
      }
    }
  }

  private Handler handler(Route route) {
    return context -> {
      if (route.whole()) {
        library.sync().requireComplete();
      }
      admission.handle(context, route.cost().apply(context), route.handler());
    };
  }

  private RequestCost bySize(Context context) {
    return SearchUrl.of(context).size() > MANY_RESULTS ? RequestCost.HEAVY : RequestCost.LIGHT;
  }

  private RequestCost byDocument(Context context) {
    boolean large =
        DocumentId.parse(context.pathParam("id"))
            .filter(id -> library.catalogue().sectionCount(id) > MANY_SECTIONS)
            .isPresent();
    return large ? RequestCost.HEAVY : RequestCost.LIGHT;
  }
}
