package no.speil.bench;

import io.javalin.Javalin;

/** The least that a server of this kind can be: what its start takes, no start can do without. */
final class EmptyJavalin {
  private EmptyJavalin() {}

  public static void main(String[] args) {
    Javalin server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.concurrency.useVirtualThreads = true;
                  config.jetty.host = "127.0.0.1";
                  config.jetty.port = 0;
                  config.routes.get("/healthz", context -> context.result("alive"));
                })
            .start();
    System.out.println("Empty server at http://127.0.0.1:" + server.port());
  }
}
