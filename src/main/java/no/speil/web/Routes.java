package no.speil.web;

import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.HEAD;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;
import static no.speil.corpus.Role.KEEPER;
import static no.speil.corpus.Role.READER;
import static no.speil.corpus.Role.REVIEWER;
import static no.speil.corpus.Role.TRANSLATOR;
import static no.speil.web.Route.get;
import static no.speil.web.Route.post;
import static no.speil.web.http.AdmissionControl.Cost.HEAVY;
import static no.speil.web.http.AdmissionControl.Cost.NONE;
import static no.speil.web.http.AdmissionControl.Cost.STREAM;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.util.function.ThrowingConsumer;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.exchange.ExportFormat;
import no.speil.library.actions.Actor;
import no.speil.people.Person;
import no.speil.web.account.AccountPage;
import no.speil.web.account.InvitationPage;
import no.speil.web.account.MailPage;
import no.speil.web.account.OidcSignIn;
import no.speil.web.account.PasskeyHandler;
import no.speil.web.account.PeoplePage;
import no.speil.web.account.SignInPage;
import no.speil.web.admin.ArchiveApi;
import no.speil.web.admin.AuditPage;
import no.speil.web.admin.GitPage;
import no.speil.web.admin.Metrics;
import no.speil.web.admin.MissingWordsPage;
import no.speil.web.admin.ProblemsPage;
import no.speil.web.admin.ProgressPage;
import no.speil.web.align.AlignPage;
import no.speil.web.cite.Citations;
import no.speil.web.cite.CitePage;
import no.speil.web.cite.Signposting;
import no.speil.web.cite.Sitemap;
import no.speil.web.count.CollocatePage;
import no.speil.web.count.CountPage;
import no.speil.web.count.SpreadPage;
import no.speil.web.dts.DtsHandler;
import no.speil.web.edit.EditPage;
import no.speil.web.edit.MemoryApi;
import no.speil.web.edit.TranslationHandler;
import no.speil.web.feed.ActivityPage;
import no.speil.web.feed.Feeds;
import no.speil.web.feed.WordsPage;
import no.speil.web.glossary.GlossaryPage;
import no.speil.web.glossary.TermFileHandler;
import no.speil.web.http.AdmissionControl;
import no.speil.web.http.AdmissionControl.Cost;
import no.speil.web.http.Authenticator;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestBody;
import no.speil.web.http.RequestException.Removed;
import no.speil.web.http.ResponseCaching;
import no.speil.web.imports.DraftHandler;
import no.speil.web.imports.ImportPage;
import no.speil.web.imports.MemoryPage;
import no.speil.web.imports.NewTextsPage;
import no.speil.web.imports.RepetitionHandler;
import no.speil.web.imports.ReplacePage;
import no.speil.web.inbox.MyWorkPage;
import no.speil.web.mark.DocumentActionHandler;
import no.speil.web.mark.SectionActionHandler;
import no.speil.web.oai.OaiHandler;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.queue.QueuePage;
import no.speil.web.read.BrowsePage;
import no.speil.web.read.DocumentPage;
import no.speil.web.read.FileHandler;
import no.speil.web.read.HelpPage;
import no.speil.web.read.HomePage;
import no.speil.web.read.SectionPage;
import no.speil.web.report.ReportPage;
import no.speil.web.search.ExportHandler;
import no.speil.web.search.KwicPage;
import no.speil.web.search.SearchMarkHandler;
import no.speil.web.search.SearchPage;
import no.speil.web.search.SearchUrl;
import no.speil.web.section.Submission;
import no.speil.web.section.ViewMode;
import no.speil.web.word.WordPage;

/** Every address that the server answers, by the package that answers it. */
final class Routes {
  /** More results than a person reads on one page. */
  private static final int MANY_RESULTS = 100;

  /** From here on a document takes long to read and to show. */
  private static final int MANY_SECTIONS = 1_000;

  /** Addresses of former versions. */
  private static final List<String> REMOVED =
      List.of("/s/{section}/similar", "/api/v1/sections/{section}/similar");

  private final SiteContext site;
  private final Metrics metrics;
  private final AdmissionControl admission = AdmissionControl.standard();
  private final List<Route> table;

  Routes(SiteContext site, Metrics metrics) {
    this.site = site;
    this.metrics = metrics;
    this.table =
        Stream.of(
                read(),
                search(),
                work(),
                actions(),
                glossary(),
                cite(),
                feed(),
                report(),
                account(),
                admin())
            .flatMap(List::stream)
            .toList();
  }

  private List<Route> read() {
    var document = new DocumentPage(site);
    var section = new SectionPage(site);
    var help = new HelpPage(site);
    var files = new FileHandler(site);
    return List.of(
        get("/", this::front),
        get("/home", this::home),
        get("/browse", context -> new BrowsePage(site, context).show()),
        get("/d/<id>", document::show).costing(this::byDocument),
        get("/s/{section}", section::find),
        get("/s/{section}/history", section::history),
        get("/help", help::show),
        get("/help/errors", help::errors),
        get("/handbook", help::handbook),
        get("/handbook/{chapter}", help::handbook),
        get("/files/<path>", files::serve).beforeSignIn(),
        get("/copy.zip", files::serveCopy).costing(STREAM),
        get("/assets/{name}", site.assets()::serve).costing(NONE).beforeSignIn(),
        get("/api/v1/documents", document::list),
        get("/api/v1/documents/<id>", document::answer).costing(this::byDocument),
        get("/api/v1/sections/{section}", section::answer),
        get("/api/v1/sections/{section}/history", section::answerHistory),
        get("/api/v1/sections/{section}/sentences", section::sentences),
        get("/favicon.ico", site.assets()::favicon).costing(NONE).beforeSignIn(),
        get("/openapi.json", new OpenApi(this::table)::serve).costing(NONE));
  }

  private void home(Context context) {
    site.show(context, "read/home", HomePage.of(site, context));
  }

  /** The front page: people who work here have one of their own. */
  private void front(Context context) throws IOException {
    if (!site.access().may(context, TRANSLATOR)) {
      home(context);
      return;
    }
    String query = context.queryString();
    ResponseCaching.forbidStoring(context);
    Redirects.other(context, MyWorkPage.PATH + (query == null ? "" : "?" + query));
  }

  private List<Route> search() {
    var search = new SearchPage(site);
    var kwic = new KwicPage(site);
    var collocates = new CollocatePage(site);
    var words = new CountPage(site, CountPage.Kind.WORDS);
    var keywords = new CountPage(site, CountPage.Kind.KEYWORDS);
    var between = new CountPage(site, CountPage.Kind.BETWEEN);
    var spread = new SpreadPage(site);
    var exports = new ExportHandler(site, new Citations(site)::of);
    var word = new WordPage(site);
    return List.of(
        get("/search", search::show).costing(this::bySize),
        get("/kwic", kwic::show).costing(HEAVY),
        get("/kwic.csv", kwic::download).costing(STREAM).ofAll(),
        get("/word", word::find),
        get("/word/<word>", word::show).costing(HEAVY),
        post("/search/state", as(new SearchMarkHandler(site)::mark)).costing(HEAVY).by(KEEPER),
        get("/api/v1/search", search::list).costing(this::bySize),
        get("/api/v1/suggest", search::suggest),
        get("/api/v1/kwic", kwic::list).costing(HEAVY),
        get("/count", words::show).costing(HEAVY),
        get("/count.csv", words::download).costing(HEAVY).ofAll(),
        get("/count/keywords", keywords::show).costing(HEAVY),
        get("/count/keywords.csv", keywords::download).costing(HEAVY).ofAll(),
        get("/count/between", between::show).costing(HEAVY),
        get("/count/between.csv", between::download).costing(HEAVY).ofAll(),
        get("/api/v1/count/between", between::answer).costing(HEAVY),
        get("/count/collocates", collocates::show).costing(HEAVY),
        get("/count/collocates.csv", collocates::download).costing(HEAVY).ofAll(),
        get("/api/v1/count/collocates", collocates::answer).costing(HEAVY),
        get("/count/spread", spread::show).costing(HEAVY),
        get("/count/spread.csv", spread::download).costing(HEAVY).ofAll(),
        get("/api/v1/count/spread", spread::answer).costing(HEAVY),
        get("/api/v1/count/words", words::answer).costing(HEAVY),
        get("/api/v1/count/keyness", keywords::answer).costing(HEAVY),
        get("/api/v1/words/<word>", word::list).costing(HEAVY),
        get("/search.csv", exports.ofSearch(ExportFormat.CSV)).costing(STREAM).ofAll(),
        get("/search.json", exports.ofSearch(ExportFormat.JSON)).costing(STREAM).ofAll(),
        get("/search.tmx", exports.ofSearch(ExportFormat.TMX)).costing(STREAM).ofAll(),
        get("/search.zip", exports::ofSearchAsZip).costing(STREAM).ofAll(),
        get("/opensearch.xml", search::describe).costing(NONE),
        get("/export/<file>", exports::ofDocument).costing(STREAM).ofAll());
  }

  private List<Route> work() {
    var edit = new EditPage(site);
    var translation = new TranslationHandler(site);
    var mine = new MyWorkPage(site);
    var drafts = new DraftHandler(site);
    var texts = new NewTextsPage(site);
    var replace = new ReplacePage(site);
    return List.of(
        get("/queue", as(new QueuePage(site)::show)).by(TRANSLATOR),
        get(MyWorkPage.PATH, as(mine::show)).by(TRANSLATOR),
        get("/inbox", context -> Redirects.moved(context, MyWorkPage.PATH)).by(TRANSLATOR),
        get("/api/v1/inbox", as(mine::list)).by(TRANSLATOR),
        get("/edit/<id>", edit::show).costing(this::byDocument).by(TRANSLATOR),
        get("/s/{section}/edit", edit::find).by(TRANSLATOR),
        get("/align/<id>", new AlignPage(site)::show).costing(this::byDocument),
        get("/mark/<id>", new DocumentActionHandler(site)::show)
            .costing(this::byDocument)
            .by(KEEPER),
        get("/new-texts", texts::show).by(KEEPER),
        post("/new-texts", as(texts::upload)).uploading().costing(HEAVY).by(KEEPER),
        get("/new-texts/{import}", texts::look).costing(HEAVY).by(KEEPER),
        post("/new-texts/{import}", as(texts::write)).costing(HEAVY).by(KEEPER),
        get("/replace", replace::show).costing(HEAVY).by(TRANSLATOR),
        post("/replace", as(replace::replace)).costing(HEAVY).by(TRANSLATOR),
        get("/draft/<id>", drafts::show).by(TRANSLATOR),
        post("/draft/<id>", drafts::start).costing(this::byDocument).by(TRANSLATOR),
        get("/api/v1/sections/{section}/repetitions", new RepetitionHandler(site)::list)
            .by(TRANSLATOR),
        get("/api/v1/sections/{section}/memory", new MemoryApi(site)::list).by(TRANSLATOR),
        post("/api/v1/sections/{section}/checks", edit::check).by(TRANSLATOR),
        post("/api/v1/markdown", edit::convert).by(TRANSLATOR),
        post("/api/v1/sections/{section}/suggestions", submitted(translation::suggestFromApi))
            .by(TRANSLATOR));
  }

  /** What people do by forms and programs do by JSON. */
  private List<Route> actions() {
    var sections = new SectionActionHandler(site);
    var translation = new TranslationHandler(site);
    var align = new AlignPage(site);
    var documents = new DocumentActionHandler(site);
    var imports = new ImportPage(site);
    var memories = new MemoryPage(site);
    return Stream.of(
            Stream.of(
                get("/import", imports::show).by(TRANSLATOR),
                get("/memory", memories::show).by(TRANSLATOR)),
            both(POST, "/memory", "/memory", submitted(memories::upload))
                .map(route -> route.uploading().costing(HEAVY)),
            Stream.of(
                    both(GET, "/import/{import}", "/imports/{import}", submitted(imports::look)),
                    both(POST, "/import", "/imports", submitted(imports::upload))
                        .map(Route::uploading),
                    both(POST, "/import/{import}", "/imports/{import}", submitted(imports::decide)))
                .flatMap(Function.identity())
                .map(route -> route.costing(HEAVY)),
            ofSection(PUT, "state", sections::mark),
            ofSection(POST, "confirm", sections::confirm),
            ofSection(POST, "omit", sections::omit),
            ofSection(POST, "move", sections::move),
            ofSection(PUT, "translation", translation::save),
            ofSection(POST, "comments", sections::comment),
            ofSection(POST, "comments/{comment}", sections::resolve),
            ofSection(POST, "checks/{check}", sections::judge),
            ofSection(POST, "suggestions/{suggestion}", translation::resolve),
            ofSection(POST, "repetitions", new RepetitionHandler(site)::fill)
                .map(route -> route.costing(HEAVY)),
            ofSection(POST, "reports/{report}", new ReportPage(site)::settle)
                .map(route -> route.by(REVIEWER)),
            ofSection(PUT, "link", align::link),
            ofDocument("link", align::confirmMany),
            ofDocument("align", align::realign),
            ofDocument("state", documents::mark).map(route -> route.by(KEEPER)),
            ofDocument("claim", documents::claim).map(route -> route.costing(this::byDocument)))
        .flatMap(Function.identity())
        .toList();
  }

  private Stream<Route> ofSection(
      HandlerType method, String what, ThrowingConsumer<Submission, IOException> handler) {
    String path = "/{section}/" + what;
    return both(method, "/s" + path, "/sections" + path, submitted(handler));
  }

  private Stream<Route> ofDocument(String what, ThrowingConsumer<Submission, IOException> handler) {
    String path = "/<id>/" + what;
    return both(POST, "/d" + path, "/documents" + path, submitted(handler))
        .map(route -> route.costing(HEAVY));
  }

  /**
   * Two routes of translators for the same action: a page or a form, and the API.
   *
   * @param method of the API's route; the form's is POST unless this is GET
   * @param programs path below /api/v1
   */
  private Stream<Route> both(HandlerType method, String people, String programs, Handler handler) {
    return Stream.of(
            new Route(method.equals(GET) ? GET : POST, people, handler),
            new Route(method, "/api/v1" + programs, handler))
        .map(route -> route.by(TRANSLATOR));
  }

  private List<Route> glossary() {
    var page = new GlossaryPage(site);
    var terms = new TermFileHandler(site);
    return List.of(
        get("/glossary", page::show).costing(HEAVY),
        get("/glossary.tbx", terms::download),
        post("/glossary", page::addFromForm).costing(HEAVY).by(TRANSLATOR),
        post("/glossary/terms", as(terms::upload)).uploading().costing(HEAVY).by(TRANSLATOR),
        post("/api/v1/glossary/terms", as(terms::upload)).uploading().costing(HEAVY).by(TRANSLATOR),
        post("/glossary/{line}", page::changeFromForm).costing(HEAVY).by(TRANSLATOR),
        get("/api/v1/glossary", page::list).costing(HEAVY),
        post("/api/v1/glossary", page::add).by(TRANSLATOR),
        new Route(PUT, "/api/v1/glossary/{line}", page::change).by(TRANSLATOR),
        new Route(DELETE, "/api/v1/glossary/{line}", page::remove).by(TRANSLATOR));
  }

  private List<Route> cite() {
    var cite = new CitePage(site);
    var sitemap = new Sitemap(site);
    var oai = new OaiHandler(site);
    var dts = new DtsHandler(site);
    return List.of(
        get("/cite", cite::ofDocument),
        get("/s/{section}/cite", cite::ofSection),
        get("/cite/<file>", cite::documentFile),
        get("/s/{section}/cite.{format}", cite::sectionFile),
        get(OaiHandler.PATH, oai::answer).costing(HEAVY).ofAll(),
        post(OaiHandler.PATH, oai::answer).costing(HEAVY).ofAll(),
        get(DtsHandler.PATH, dts::enter).costing(NONE),
        get(DtsHandler.PATH + "/collection", dts::collection).ofAll(),
        get(DtsHandler.PATH + "/navigation", dts::navigation),
        get(DtsHandler.PATH + "/document", dts::document).costing(STREAM),
        get("/linkset/<id>", context -> Signposting.show(site, context)),
        get("/sitemap.xml", sitemap::index).costing(STREAM).ofAll(),
        get("/sitemap-{part}.xml", sitemap::part).costing(STREAM).ofAll(),
        get("/robots.txt", sitemap::robots).beforeSignIn());
  }

  private List<Route> feed() {
    var feeds = new Feeds(site);
    var activity = new ActivityPage(site);
    var words = new WordsPage(site);
    return List.of(
        get("/activity", activity::show).costing(HEAVY),
        get("/activity/words", words::show).costing(HEAVY).by(TRANSLATOR),
        get("/activity/words.csv", words::download).costing(STREAM).ofAll().by(TRANSLATOR),
        get("/people/{name}", words::show).costing(HEAVY).by(TRANSLATOR),
        get("/people/{name}/words.csv", words::download).costing(STREAM).ofAll().by(TRANSLATOR),
        get("/feed.atom", feeds::events).costing(HEAVY).ofAll(),
        get("/texts.atom", feeds::texts).costing(HEAVY).ofAll(),
        get("/search.atom", feeds::search).ofAll(),
        get("/queue.atom", feeds::queue).ofAll(),
        get(Authenticator.PRIVATE_FEED, as(feeds::inbox)).by(TRANSLATOR),
        get("/api/v1/changes", activity::list).costing(HEAVY).ofAll());
  }

  private List<Route> report() {
    var report = new ReportPage(site);
    return List.of(
        get("/s/{section}/report", report::show),
        post("/s/{section}/report", report::reportFromForm),
        get("/api/v1/reports", report::pending).by(REVIEWER),
        get("/api/v1/sections/{section}/reports", report::ofSection).by(REVIEWER),
        post("/api/v1/sections/{section}/reports", report::reportFromApi));
  }

  private List<Route> account() {
    var signIn = new SignInPage(site);
    var organization = new OidcSignIn(site);
    var invitation = new InvitationPage(site);
    var account = new AccountPage(site);
    var people = new PeoplePage(site);
    var mail = new MailPage(site);
    var passkeys = new PasskeyHandler(site);
    return List.of(
        get("/forgotten", mail::show).beforeSignIn(),
        post("/forgotten", mail::requestPasswordReset).beforeSignIn(),
        get("/digest", mail::offer).beforeSignIn(),
        post("/digest", mail::unsubscribe).beforeSignIn(),
        get("/sign-in", signIn::show).beforeSignIn(),
        post("/sign-in", signIn::signIn).beforeSignIn(),
        post("/sign-in/passkey/challenge", passkeys::ask).beforeSignIn(),
        post("/sign-in/passkey", passkeys::signIn).beforeSignIn(),
        get(OidcSignIn.PATH, organization::begin).beforeSignIn(),
        get(OidcSignIn.BACK, organization::finish).beforeSignIn(),
        post(OidcSignIn.OUT, organization::signOut).beforeSignIn(),
        get("/invitation", invitation::show).beforeSignIn(),
        post("/invitation", invitation::accept).beforeSignIn(),
        get("/.well-known/change-password", context -> Redirects.other(context, "/account"))
            .beforeSignIn(),
        get("/account", somebody(account::show)).bySomebody(),
        post("/account/password", somebody(account.attempt(account::changePassword))).bySomebody(),
        get("/account/mail", somebody(account.attempt(account::confirmMail))).bySomebody(),
        post("/account/mail", somebody(account.attempt(account::changeMail))).bySomebody(),
        post("/account/passkey/challenge", somebody(passkeys::offer)).bySomebody(),
        post("/account/passkey", somebody(account.attempt(account::addPasskey))).bySomebody(),
        post("/account/passkey/only", somebody(account.attempt(account::changePasskeyOnly)))
            .bySomebody(),
        post("/account/passkeys/{passkey}", somebody(account::removePasskey)).bySomebody(),
        post("/account/sessions/{session}", somebody(account::endSession)).bySomebody(),
        post("/account/tokens", somebody(account.attempt(account::addToken))).bySomebody(),
        post("/account/tokens/{token}", somebody(account::endToken)).bySomebody(),
        get("/people", people::show).by(KEEPER),
        post("/people", people.attempt(people::invite)).by(KEEPER),
        post("/people/{name}", people.attempt(people::change)).by(KEEPER));
  }

  private List<Route> admin() {
    var archive = new ArchiveApi(site);
    var problems = new ProblemsPage(site);
    var git = new GitPage(site);
    var missingWords = new MissingWordsPage(site);
    return List.of(
        get("/progress", new ProgressPage(site)::show),
        get("/problems", problems::show).by(KEEPER),
        post("/problems/removals", problems::acceptRemovals).by(KEEPER),
        post("/problems/records", as(problems::settle)).by(KEEPER),
        get("/audit", new AuditPage(site)::show).by(KEEPER),
        get("/missing-words", missingWords::show).by(KEEPER),
        get("/missing-words.csv", missingWords::download).costing(STREAM).by(KEEPER),
        post("/missing-words", missingWords::change).by(KEEPER),
        get("/git", git::show).by(KEEPER),
        post("/git", as(git::act)).by(KEEPER),
        post("/hooks/git", git::hook).uploading().beforeSignIn(),
        get("/api/v1/progress", archive::progress),
        get("/api/v1/problems", archive::problems).costing(HEAVY).by(KEEPER),
        get("/metrics", metrics::show).costing(NONE).beforeSignIn(),
        get("/healthz", archive::alive).costing(NONE).beforeSignIn(),
        get("/readyz", archive::ready).costing(NONE).beforeSignIn());
  }

  List<Route> table() {
    return table;
  }

  void register(RoutesConfig config) {
    REMOVED.forEach(path -> config.addHttpHandler(GET, path, Routes::answerRemoved));
    List<Route> open = new Routes(site.publicPart(), metrics).table;
    for (int i = 0; i < table.size(); i++) {
      Route route = table.get(i);
      Handler handler = ErrorResponses.withErrors(handler(route, open.get(i)));
      config.addHttpHandler(route.method(), route.path(), handler);
      if (route.method().equals(GET)) {
        config.addHttpHandler(HEAD, route.path(), handler);
      }
    }
  }

  /** Hands in who acts. */
  private Handler as(BiConsumer<Context, Actor> handler) {
    return context -> handler.accept(context, site.access().writer(context));
  }

  /** Hands in who is signed in. */
  private Handler somebody(BiConsumer<Context, Person> handler) {
    return context -> handler.accept(context, site.access().requirePerson(context));
  }

  /** Hands in who acts, with what the request sends. */
  private Handler submitted(ThrowingConsumer<Submission, IOException> handler) {
    return context -> handler.accept(new Submission(site, context, site.access().writer(context)));
  }

  private static void answerRemoved(Context context) {
    throw new Removed();
  }

  /**
   * @param open the same about what everybody may read, for those who are not signed in
   */
  private Handler handler(Route route, Route open) {
    return context -> {
      if (RequestBody.mayCome(context) && site.access().may(context, TRANSLATOR)) {
        RequestBody.allow(context, route.uploads() ? RequestBody.UPLOAD_LIMIT : RequestBody.LIMIT);
      }
      if (route.uploads() && route.role() == READER) {
        RequestBody.allow(context, RequestBody.LIMIT); // what a forge posts names many files
      }
      RequestBody.receive(context); // a malformed one is refused whoever sends it
      if (route.role() != READER || route.signedIn()) {
        ResponseCaching.forbidStoring(context);
      }
      site.access().require(context, route.role());
      boolean isStranger = site.access().person(context).isEmpty();
      if (route.signedIn()
          || (isStranger && !route.toStrangers() && site.library().publicPart().isClosed())) {
        site.access().requirePerson(context);
      }
      Route seen = isStranger ? open : route;
      Cost cost = seen.cost().apply(context);
      if (cost != NONE) {
        site.library().sync().requireKnown();
      }
      if (route.whole()) {
        site.library().sync().requireComplete();
      }
      admission.handle(context, cost, seen.handler());
    };
  }

  private Cost bySize(Context context) {
    return SearchUrl.of(context).size() > MANY_RESULTS ? Cost.HEAVY : Cost.LIGHT;
  }

  private Cost byDocument(Context context) {
    boolean large =
        DocumentId.parse(context.pathParam("id"))
            .flatMap(site.catalogue()::summary)
            .filter(document -> document.entry().sections() > MANY_SECTIONS)
            .isPresent();
    boolean readsFiles = QueryParams.text(context, "view").equals(ViewMode.EVIDENCE.code());
    return large || readsFiles ? Cost.HEAVY : Cost.LIGHT;
  }
}
