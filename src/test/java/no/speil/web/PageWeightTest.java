package no.speil.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes over the wire for a page and all that it needs to be shown. */
@Tag("slow")
class PageWeightTest {
  private static final int MOST = 100_000;

  @TempDir Path folder;

  /** Bytes as they are and as they are sent. */
  private record Weight(long raw, long sent) {
    Weight plus(Weight other) {
      return new Weight(raw + other.raw, sent + other.sent);
    }
  }

  @Test
  void noPageWeighsMoreThanAHundredKilobytes() throws Exception {
    try (TestServer testServer = ShippedPages.serve(folder);
        HttpClient client = HttpClient.newHttpClient()) {
      var assets = new HashMap<String, Weight>();
      for (String path : ShippedPages.addresses(testServer)) {
        Weight weight = weigh(testServer, client, path);
        Document page = Jsoup.parse(testServer.get(path).body());
        var parts = new TreeSet<String>();
        parts.addAll(page.select("link[rel=stylesheet], link[rel=icon]").eachAttr("href"));
        parts.addAll(page.select("script[src]").eachAttr("src"));
        assertThat(parts).as(path).hasSizeGreaterThan(2).allMatch(it -> it.startsWith("/assets/"));
        for (String part : parts) {
          if (!assets.containsKey(part)) {
            assets.put(part, weigh(testServer, client, part));
          }
          weight = weight.plus(assets.get(part));
        }
        assertThat(weight.sent()).as(path + " " + weight).isLessThan(MOST);
      }
    }
  }

  private static Weight weigh(TestServer testServer, HttpClient client, String path)
      throws Exception {
    String raw = testServer.get(path).body();
    HttpRequest packed =
        HttpRequest.newBuilder(URI.create(testServer.address() + path))
            .header("Accept-Encoding", "gzip")
            .header("Authorization", testServer.authorization())
            .build();
    HttpResponse<byte[]> sent = client.send(packed, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(sent.statusCode()).as(path).isEqualTo(200);
    return new Weight(raw.getBytes(StandardCharsets.UTF_8).length, sent.body().length);
  }
}
