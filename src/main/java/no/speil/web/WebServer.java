package no.speil.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import no.speil.delivery.Outbox;
import no.speil.git.GitSync;
import no.speil.library.Library;
import no.speil.markdown.render.MarkdownRenderer;
import no.speil.people.People;
import no.speil.web.admin.Metrics;
import no.speil.web.http.AccessLog;
import no.speil.web.http.Monitoring;
import no.speil.web.http.RequestBody;
import no.speil.web.http.RequestGuard;
import no.speil.web.http.ResponseCaching;
import no.speil.web.http.ServerSettings;
import no.speil.web.http.UnroutedRequests;
import no.speil.web.inbox.Notifier;
import no.speil.web.page.SiteContext;
import org.eclipse.jetty.ee10.servlet.SessionHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.session.ManagedSession;
import org.jspecify.annotations.Nullable;

/** The archive over HTTP. Does not close the library. */
public final class WebServer implements AutoCloseable {
  private final ServerSettings settings;
  private final Javalin javalin;
  private final @Nullable People people;
  private final Outbox outbox;
  private final Notifier notifier;
  private volatile @Nullable Integer port;

  /**
   * Creates a server that is not started yet.
   *
   * @param monitoring who may read its metrics
   * @param git null where the archive is not kept in git
   */
  public WebServer(
      Library library,
      MarkdownRenderer renderer,
      ServerSettings settings,
      Monitoring monitoring,
      @Nullable GitSync git) {
    this.settings = settings;
    var site = SiteContext.of(library, renderer, settings, git);
    this.people = site.people();
    this.outbox = site.notices().outbox();
    this.notifier = new Notifier(site);
    var guard = new RequestGuard(settings, this::port);
    var metrics = new Metrics(site, monitoring);
    if (git != null) {
      metrics.watch(git);
    }
    var routes = new Routes(site, metrics);
    var errors = new ErrorResponses(site);
    this.javalin =
        Javalin.create(
            config -> {
              configure(config, settings.sitePath());
              watch(config, metrics, monitoring);
              config.routes.before(guard::pass);
              config.routes.after(RequestBody::receiveRest);
              config.routes.after(ResponseCaching::revalidate);
              routes.register(config.routes);
              errors.register(config.routes);
            });
  }

  /**
   * Starts to answer requests.
   *
   * @throws PortInUseException if another program listens there
   */
  public WebServer start() {
    try {
      javalin.start(settings.host(), settings.port());
    } catch (JavalinBindException e) {
      throw new PortInUseException(settings.host(), settings.port(), e);
    }
    port = javalin.port();
    if (settings.mailServer() != null || settings.webhook() != null) {
      notifier.start();
    }
    return this;
  }

  /** The port that it listens on; the actual one if the settings say 0. */
  public int port() {
    Integer known = port;
    return known == null ? javalin.port() : known;
  }

  /** The address to open on this machine. */
  public URI address() {
    String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
    return URI.create("http://" + host + ":" + port() + settings.sitePath());
  }

  /** The address that signs the person at the machine in; empty where people have accounts. */
  public Optional<URI> signInAddress() {
    return people == null
        ? Optional.empty()
        : people.machineToken().map(token -> URI.create(address() + "/sign-in?token=" + token));
  }

  @Override
  public void close() {
    notifier.close();
    javalin.stop();
    outbox.close();
  }

  /**
   * What holds for every server.
   *
   * @param base the path below which all is served; empty for none
   */
  static void configure(JavalinConfig config, String base) {
    var unrouted = new UnroutedRequests(base);
    config.router.contextPath = base.isEmpty() ? "/" : base;
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = true;
    config.http.defaultContentType = "text/plain; charset=utf-8";
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = RequestBody.LIMIT;
    config.router.javaLangErrorHandler(ErrorResponses::answerError);
    // Else a token may be taken for one that came before on the connection, but for its case.
    config.jetty.modifyHttpConfiguration(http -> http.setHeaderCacheCaseSensitive(true));
    config.jetty.modifyServer(
        server -> {
          server.setErrorHandler(unrouted::malformed);
          server.setDefaultHandler(unrouted);
        });
    config.jetty.modifyServletContextHandler(
        handler -> handler.setSessionHandler(new WithoutSessions()));
  }

  private static void watch(JavalinConfig config, Metrics metrics, Monitoring monitoring) {
    config.requestLogger.http(metrics::count);
    Consumer<String> accessLog = monitoring.accessLog();
    if (accessLog != null) {
      config.jetty.modifyServer(server -> server.setRequestLog(new AccessLog(accessLog)));
    }
  }

  /** Without this, Jetty would keep a session for every client without a cookie. */
  private static final class WithoutSessions extends SessionHandler {
    @Override
    public void newSession(
        Request request, String requestedId, Consumer<ManagedSession> onNewSession) {
      throw new IllegalStateException("a session was asked for, and none is ever kept");
    }
  }
}
