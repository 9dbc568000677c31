package no.speil.bench;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.util.function.Consumer;

/** The least that a server of this kind can be: what its start takes, no start can do without. */
final class EmptyJavalin {
  private EmptyJavalin() {}

  public static void main(String[] args) {
    serve(config -> config.routes.get("/healthz", context -> context.result("alive")));
  }

  /** Serves that on a free port, set up as Speil is, and prints the address. */
  static void serve(Consumer<JavalinConfig> routes) {
    Javalin server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.concurrency.useVirtualThreads = true;
                  config.jetty.host = "127.0.0.1";
                  config.jetty.port = 0;
                  routes.accept(config);
                })
            .start();
    System.out.println("Bare server at http://127.0.0.1:" + server.port());
  }
}
