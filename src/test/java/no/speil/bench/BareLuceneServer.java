package no.speil.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Bare Lucene over HTTP: what it takes to answer a search, no server of this kind can do without.
 */
final class BareLuceneServer {
  private BareLuceneServer() {}

  /** The folder of an index by {@link BareLucene}. */
  public static void main(String[] args) throws IOException {
    BareLucene.Searching bare = new BareLucene(Path.of(args[0])).searching();
    var json = new ObjectMapper();
    Javalin server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.concurrency.useVirtualThreads = true;
                  config.jetty.host = "127.0.0.1";
                  config.jetty.port = 0;
                  config.routes.get(
                      "/search",
                      context ->
                          context
                              .result(json.writeValueAsBytes(bare.answer(context.queryParam("q"))))
                              .contentType("application/json"));
                })
            .start();
    System.out.println("Bare Lucene at http://127.0.0.1:" + server.port());
  }
}
