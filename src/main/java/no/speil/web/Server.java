package no.speil.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import no.speil.library.Library;
import no.speil.markdown.MarkdownRenderer;
import no.speil.web.request.Body;
import no.speil.web.visitor.Gate;
import no.speil.web.visitor.Hosts;
import no.speil.web.visitor.Settings;
import org.jspecify.annotations.Nullable;

/** The archive over HTTP. Does not own the library, which lives longer. */
public final class Server implements AutoCloseable {
  private final Settings settings;
  private final Javalin javalin;
  private volatile @Nullable Integer port;

  /** Makes a server that does not answer yet. */
  public Server(Library library, MarkdownRenderer renderer, Settings settings) {
    this.settings = settings;
    var parts = Parts.of(settings, library.readOnly());
    var gate = new Gate(new Hosts(settings, this::port));
    var routes = new Routes(library, renderer, parts);
    var errors = new Errors(parts.json(), parts.pages(), parts.frame());
    this.javalin =
        Javalin.create(
            config -> {
              configure(config);
              config.routes.before(gate::pass);
              routes.register(config.routes);
              errors.register(config.routes);
            });
  }

  /**
   * Begins to answer.
   *
   * @throws PortTaken if another program listens there
   */
  public Server start() {
    try {
      javalin.start(settings.host(), settings.port());
    } catch (JavalinBindException e) {
      throw new PortTaken(settings.host(), settings.port(), e);
    }
    port = javalin.port();
    return this;
  }

  /** The port it listens on, also where any was asked for. */
  public int port() {
    Integer known = port;
    return known == null ? javalin.port() : known;
  }

  /** The address to open on this machine. */
  public URI address() {
    String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
    return URI.create("http://" + host + ":" + port());
  }

  @Override
  public void close() {
    javalin.stop();
  }

  private static void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = true;
    config.http.defaultContentType = "text/plain; charset=utf-8";
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = Body.LIMIT;
    config.jetty.modifyServer(server -> server.setErrorHandler(Malformed::answer));
  }
}
