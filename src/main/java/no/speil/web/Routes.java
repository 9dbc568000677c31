package no.speil.web;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.HEAD;
import static no.speil.web.Route.delete;
import static no.speil.web.Route.get;
import static no.speil.web.Route.post;
import static no.speil.web.Route.put;
import static no.speil.web.http.RequestCost.HEAVY;
import static no.speil.web.http.RequestCost.NONE;
import static no.speil.web.http.RequestCost.STREAM;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
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
import no.speil.web.glossary.GlossaryApi;
import no.speil.web.glossary.GlossaryPage;
import no.speil.web.http.AdmissionControl;
import no.speil.web.http.RequestCost;
import no.speil.web.page.SiteContext;
import no.speil.web.read.DocumentApi;
import no.speil.web.read.DocumentPage;
import no.speil.web.read.HelpPage;
import no.speil.web.read.HomePage;
import no.speil.web.read.SectionApi;
import no.speil.web.read.SectionPage;
import no.speil.web.read.SentencesApi;
import no.speil.web.report.ReportHandler;
import no.speil.web.report.ReportReviewHandler;
import no.speil.web.search.ExportHandler;
import no.speil.web.search.KwicHandler;
import no.speil.web.search.SearchHandler;
import no.speil.web.search.SearchMarkForm;
import no.speil.web.search.SearchUrl;
import no.speil.web.search.SimilarHandler;
import no.speil.web.search.SuggestApi;
import no.speil.web.word.WordHandler;
import no.speil.web.work.AlignPage;
import no.speil.web.work.BulkMarkHandler;
import no.speil.web.work.CheckApi;
import no.speil.web.work.CommentHandler;
import no.speil.web.work.DocumentLinkHandler;
import no.speil.web.work.EditPage;
import no.speil.web.work.LinkHandler;
import no.speil.web.work.MarkHandler;
import no.speil.web.work.QueuePage;
import no.speil.web.work.SuggestionHandler;
import no.speil.web.work.TranslationHandler;

/** Every address that the server answers, by the package that answers it. */
final class Routes {
  /** More results than a person reads on one page. */
  private static final int MANY_RESULTS = 100;

  /** From here on a document takes long to read and to show. */
  private static final int MANY_SECTIONS = 1_000;

  private final SiteContext site;
  private final AdmissionControl admission = AdmissionControl.standard();
  private final List<Route> table;

  Routes(SiteContext site) {
    this.site = site;
    this.table =
        Stream.of(read(), search(), work(), glossary(), cite(), feed(), report(), admin())
            .flatMap(List::stream)
            .toList();
  }

  private List<Route> read() {
    var document = new DocumentPage(site);
    var section = new SectionPage(site);
    var documents = new DocumentApi(site);
    var sections = new SectionApi(site);
    return List.of(
        get("/", new HomePage(site)::show),
        get("/d/<id>", document::show).costing(this::byDocument),
        get("/s/{section}", section::find),
        get("/s/{section}/history", section::history),
        get("/help", new HelpPage(site)::show),
        get("/files/<path>", document::picture),
        get("/assets/{name}", site.assets()::serve).costing(NONE),
        get("/api/v1/documents", documents::list),
        get("/api/v1/documents/<id>", documents::show).costing(this::byDocument),
        get("/api/v1/sections/{section}", sections::show),
        get("/api/v1/sections/{section}/history", sections::history),
        get("/api/v1/sections/{section}/sentences", new SentencesApi(site)::list),
        get("/openapi.json", new OpenApi()::serve).costing(NONE));
  }

  private List<Route> search() {
    var search = new SearchHandler(site);
    var kwic = new KwicHandler(site);
    var similar = new SimilarHandler(site);
    var exports = new ExportHandler(site);
    var word = new WordHandler(site);
    return List.of(
        get("/search", search::show).costing(this::bySize),
        get("/kwic", kwic::show).costing(HEAVY),
        get("/word/<word>", word::show).costing(HEAVY),
        get("/s/{section}/similar", similar::show).costing(HEAVY),
        post("/search/state", new SearchMarkForm(site)::mark).costing(HEAVY),
        get("/api/v1/search", search::list).costing(this::bySize),
        get("/api/v1/suggest", new SuggestApi(site)::suggest),
        get("/api/v1/kwic", kwic::list).costing(HEAVY),
        get("/api/v1/words/<word>", word::list).costing(HEAVY),
        get("/api/v1/sections/{section}/similar", similar::list).costing(HEAVY),
        get("/search.csv", exports.ofSearch(ExportFormat.CSV)).costing(STREAM).ofAll(),
        get("/search.json", exports.ofSearch(ExportFormat.JSON)).costing(STREAM).ofAll(),
        get("/search.tmx", exports.ofSearch(ExportFormat.TMX)).costing(STREAM).ofAll(),
        get("/export/<file>", exports::ofDocument).costing(STREAM).ofAll());
  }

  private List<Route> work() {
    var edit = new EditPage(site);
    var mark = new MarkHandler(site);
    var bulkMark = new BulkMarkHandler(site);
    var translation = new TranslationHandler(site);
    var comment = new CommentHandler(site);
    var suggestion = new SuggestionHandler(site);
    var link = new LinkHandler(site);
    var links = new DocumentLinkHandler(site);
    return List.of(
        get("/queue", new QueuePage(site)::show),
        get("/edit/<id>", edit::begin).costing(this::byDocument),
        get("/s/{section}/edit", edit::show),
        get("/align/<id>", new AlignPage(site)::show).costing(this::byDocument),
        get("/mark/<id>", bulkMark::show).costing(this::byDocument),
        post("/as", site.pageShells()::chooseName),
        // forms
        post("/s/{section}/state", mark::markFromForm),
        post("/s/{section}/confirm", mark::confirmFromForm),
        post("/s/{section}/omit", mark::omitFromForm),
        post("/s/{section}/translation", translation::saveFromForm),
        post("/s/{section}/comments", comment::commentFromForm),
        post("/s/{section}/suggestions/{suggestion}", suggestion::resolveFromForm),
        post("/s/{section}/link", link::linkFromForm),
        post("/d/<id>/link", links::confirmFromForm).costing(HEAVY),
        post("/d/<id>/align", links::realignFromForm).costing(HEAVY),
        post("/d/<id>/state", bulkMark::markFromForm).costing(HEAVY),
        // the same for programs
        put("/api/v1/sections/{section}/state", mark::markFromApi),
        post("/api/v1/sections/{section}/confirm", mark::confirmFromApi),
        post("/api/v1/sections/{section}/omit", mark::omitFromApi),
        put("/api/v1/sections/{section}/translation", translation::saveFromApi),
        post("/api/v1/sections/{section}/checks", new CheckApi(site)::check),
        post("/api/v1/sections/{section}/comments", comment::commentFromApi),
        post("/api/v1/sections/{section}/suggestions", suggestion::suggestFromApi),
        post("/api/v1/sections/{section}/suggestions/{suggestion}", suggestion::resolveFromApi),
        put("/api/v1/sections/{section}/link", link::linkFromApi),
        post("/api/v1/documents/<id>/link", links::confirmFromApi).costing(HEAVY),
        post("/api/v1/documents/<id>/align", links::realignFromApi).costing(HEAVY),
        post("/api/v1/documents/<id>/state", bulkMark::markFromApi).costing(HEAVY));
  }

  private List<Route> glossary() {
    var page = new GlossaryPage(site);
    var api = new GlossaryApi(site);
    return List.of(
        get("/glossary", page::show).costing(HEAVY),
        post("/glossary", page::addFromForm).costing(HEAVY),
        post("/glossary/{line}", page::changeFromForm).costing(HEAVY),
        get("/api/v1/glossary", api::list).costing(HEAVY),
        post("/api/v1/glossary", api::add),
        put("/api/v1/glossary/{line}", api::change),
        delete("/api/v1/glossary/{line}", api::remove));
  }

  private List<Route> cite() {
    var cite = new CitePage(site);
    var sitemap = new Sitemap(site);
    return List.of(
        get("/cite", cite::ofDocument),
        get("/s/{section}/cite", cite::ofSection),
        get("/cite/<file>", cite::documentFile),
        get("/s/{section}/cite.{format}", cite::sectionFile),
        get("/sitemap.xml", sitemap::index).costing(STREAM).ofAll(),
        get("/sitemap-{part}.xml", sitemap::part).costing(STREAM).ofAll(),
        get("/robots.txt", sitemap::robots));
  }

  private List<Route> feed() {
    var sections = new SectionFeedPage(site);
    return List.of(
        get("/feed.atom", new FeedPage(site)::show).costing(HEAVY).ofAll(),
        get("/search.atom", sections::search).ofAll(),
        get("/queue.atom", sections::queue).ofAll(),
        get("/api/v1/changes", new ChangesApi(site)::list).costing(HEAVY).ofAll());
  }

  private List<Route> report() {
    var report = new ReportHandler(site);
    var review = new ReportReviewHandler(site);
    return List.of(
        get("/s/{section}/report", report::show),
        post("/s/{section}/report", report::reportFromForm),
        post("/s/{section}/reports/{report}", review::settleFromForm),
        get("/api/v1/reports", review::pending),
        get("/api/v1/sections/{section}/reports", review::ofSection),
        post("/api/v1/sections/{section}/reports", report::reportFromApi),
        post("/api/v1/sections/{section}/reports/{report}", review::settleFromApi));
  }

  private List<Route> admin() {
    var archive = new ArchiveApi(site);
    return List.of(
        get("/progress", new ProgressPage(site)::show),
        get("/problems", new ProblemsPage(site)::show),
        get("/api/v1/progress", archive::progress),
        get("/api/v1/problems", archive::problems).costing(HEAVY),
        get("/healthz", archive::alive).costing(NONE),
        get("/readyz", archive::ready).costing(NONE));
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
