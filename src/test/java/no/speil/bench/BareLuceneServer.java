package no.speil.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
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
    EmptyJavalin.serve(
        config ->
            config.routes.get(
                "/search",
                context ->
                    context
                        .result(json.writeValueAsBytes(bare.answer(context.queryParam("q"))))
                        .contentType("application/json")));
  }
}
