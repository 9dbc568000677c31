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
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.exchange.ExportFormat;
import no.speil.web.admin.ArchiveApi;
import no.speil.web.admin.ProblemsPage;
import no.speil.web.admin.ProgressPage;
import no.speil.web.cite.CitePage;
import no.speil.web.cite.Sitemap;
import no.speil.web.feed.ChangesApi;
import no.speil.web.feed.FeedPage;
import no.speil.web.feed.SectionFeedPage;
import no.speil.web.http.AdmissionControl;
import no.speil.web.http.RequestCost;
import no.speil.web.page.SiteContext;
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

/** Every address that the server answers. */
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

  private final SiteContext site;
  private final AdmissionControl admission = AdmissionControl.standard();
  private final List<Route> table;

  Routes(SiteContext site) {
    this.site = site;
    this.table = Stream.of(pages(), forms(), api(), files()).flatMap(Collection::stream).toList();
  }

  private List<Route> pages() {
    var section = new SectionPage(site);
    var cite = new CitePage(site);
    var edit = new EditPage(site);
    return List.of(
        get("/", new HomePage(site)::show),
        get("/search", new SearchPage(site)::show).costing(this::bySize),
        get("/d/<id>", new DocumentPage(site)::show).costing(this::byDocument),
        get("/s/{section}", section::find),
        get("/s/{section}/history", section::history),
        get("/s/{section}/cite", cite::ofSection),
        get("/cite", cite::ofDocument),
        get("/s/{section}/similar", new SimilarPage(site)::show).costing(HEAVY),
        get("/s/{section}/edit", edit::show),
        get("/s/{section}/report", new ReportPage(site)::show),
        get("/edit/<id>", edit::begin).costing(this::byDocument),
        get("/align/<id>", new AlignPage(site)::show).costing(this::byDocument),
        get("/mark/<id>", new MarkPage(site)::show).costing(this::byDocument),
        get("/queue", new QueuePage(site)::show),
        get("/progress", new ProgressPage(site)::show),
        get("/problems", new ProblemsPage(site)::show),
        get("/help", new HelpPage(site)::show),
        get("/kwic", new KwicPage(site)::show).costing(HEAVY));
  }

  private List<Route> forms() {
    var sections = new SectionForms(site);
    var links = new LinkForms(site);
    return List.of(
        post("/s/{section}/state", sections::mark),
        post("/s/{section}/confirm", sections::confirm),
        post("/s/{section}/link", links::link),
        post("/s/{section}/omit", sections::omit),
        post("/d/<id>/link", links::confirm).costing(HEAVY),
        post("/d/<id>/align", links::again).costing(HEAVY),
        post("/s/{section}/comments", sections::comment),
        post("/s/{section}/translation", new EditForm(site)::post),
        post("/s/{section}/suggestions/{suggestion}", new SuggestionForms(site)::resolve),
        post("/s/{section}/report", new ReportPage(site)::post),
        post("/s/{section}/reports/{report}", new ReportForms(site)::settle),
        post("/search/state", new SearchMarkForm(site)::mark).costing(HEAVY),
        post("/d/<id>/state", new MarkPage(site)::mark).costing(HEAVY),
        post("/as", new NameForm(site)::choose));
  }

  private List<Route> api() {
    var documents = new DocumentApi(site);
    var sections = new SectionApi(site);
    var links = new LinkApi(site);
    var suggestions = new SuggestionApi(site);
    var reports = new ReportApi(site);
    var archive = new ArchiveApi(site);
    return List.of(
        get("/api/v1/search", new SearchApi(site)::search).costing(this::bySize),
        get("/api/v1/suggest", new SuggestApi(site)::suggest),
        get("/api/v1/kwic", new KwicApi(site)::list).costing(HEAVY),
        get("/api/v1/documents", documents::list),
        get("/api/v1/documents/<id>", documents::show).costing(this::byDocument),
        post("/api/v1/documents/<id>/state", new MarkApi(site)::mark).costing(HEAVY),
        get("/api/v1/sections/{section}", sections::show),
        get("/api/v1/sections/{section}/history", sections::history),
        get("/api/v1/sections/{section}/similar", new SimilarApi(site)::list).costing(HEAVY),
        get("/api/v1/sections/{section}/sentences", new SentencesApi(site)::list),
        put("/api/v1/sections/{section}/state", sections::mark),
        put("/api/v1/sections/{section}/link", links::link),
        post("/api/v1/sections/{section}/omit", links::omit),
        post("/api/v1/documents/<id>/link", links::confirm).costing(HEAVY),
        post("/api/v1/documents/<id>/align", links::again).costing(HEAVY),
        put("/api/v1/sections/{section}/translation", sections::translate),
        post("/api/v1/sections/{section}/checks", new CheckApi(site)::check),
        post("/api/v1/sections/{section}/confirm", sections::confirm),
        post("/api/v1/sections/{section}/comments", sections::comment),
        post("/api/v1/sections/{section}/suggestions", suggestions::suggest),
        post("/api/v1/sections/{section}/suggestions/{suggestion}", suggestions::resolve),
        get("/api/v1/sections/{section}/reports", reports::ofSection),
        post("/api/v1/sections/{section}/reports", reports::report),
        post("/api/v1/sections/{section}/reports/{report}", reports::settle),
        get("/api/v1/reports", reports::pending),
        get("/api/v1/progress", archive::progress),
        get("/api/v1/problems", archive::problems).costing(HEAVY),
        get("/api/v1/changes", new ChangesApi(site)::list).costing(HEAVY).ofAll(),
        get("/openapi.json", new OpenApi()::serve).costing(NONE),
        get("/healthz", archive::alive).costing(NONE),
        get("/readyz", archive::ready).costing(NONE));
  }

  private List<Route> files() {
    var feeds = new SectionFeedPage(site);
    var sitemap = new Sitemap(site);
    var exports = new ExportHandler(site);
    var cite = new CitePage(site);
    return List.of(
        get("/feed.atom", new FeedPage(site)::show).costing(HEAVY).ofAll(),
        get("/search.atom", feeds::search).ofAll(),
        get("/queue.atom", feeds::queue).ofAll(),
        get("/search.csv", exports.ofSearch(ExportFormat.CSV)).costing(STREAM).ofAll(),
        get("/search.json", exports.ofSearch(ExportFormat.JSON)).costing(STREAM).ofAll(),
        get("/search.tmx", exports.ofSearch(ExportFormat.TMX)).costing(STREAM).ofAll(),
        get("/export/<file>", exports::ofDocument).costing(STREAM).ofAll(),
        get("/cite/<file>", cite::documentFile),
        get("/s/{section}/cite.{format}", cite::sectionFile),
        get("/sitemap.xml", sitemap::index).costing(STREAM).ofAll(),
        get("/sitemap-{part}.xml", sitemap::part).costing(STREAM).ofAll(),
        get("/robots.txt", sitemap::robots),
        get("/files/<path>", new PictureHandler(site)::serve),
        get("/assets/{name}", site.assets()::serve).costing(NONE));
  }

  private static Route get(String path, Handler handler) {
    return new Route(GET, path, handler);
  }

  private static Route post(String path, Handler handler) {
    return new Route(POST, path, handler);
  }

  private static Route put(String path, Handler handler) {
    return new Route(PUT, path, handler);
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
        site.library().sync().requireComplete();
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
            .filter(id -> site.library().catalogue().sectionCount(id) > MANY_SECTIONS)
            .isPresent();
    return large ? RequestCost.HEAVY : RequestCost.LIGHT;
  }
}
