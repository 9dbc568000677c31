package no.speil.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import no.speil.markdown.render.MarkdownRenderer;
import no.speil.web.page.SiteContext;
import org.junit.jupiter.api.Test;

/** OPTIONS tells which methods an address takes (RFC 9110, 9.3.7). */
class OptionsTest {
  @Served private static TestServer testServer;

  @Test
  void everyRouteTellsItsMethods() {
    var site =
        SiteContext.of(testServer.library(), new MarkdownRenderer(), TestServer.local(), null);
    for (Route route : TestServer.routes(site)) {
      String path = route.path().replaceAll("[{<]\\w+[>}]", "1");
      HttpResponse<String> answer =
          testServer.signedOut().send("OPTIONS", path, null, TestServer.asReader());
      assertThat(answer.statusCode()).as(path).isEqualTo(204);
      assertThat(answer.body()).isEmpty();
      assertThat(allowed(answer)).as(path).contains(route.method().name(), "OPTIONS");
      if (route.method().name().equals("GET")) {
        assertThat(allowed(answer)).as(path).contains("HEAD");
      }
    }
  }

  @Test
  void onlyWhatIsThereIsTold() {
    HttpResponse<String> answer = testServer.send("OPTIONS", "/help", null);
    assertThat(allowed(answer)).containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS");
    assertThat(testServer.send("OPTIONS", "/nothing", null).statusCode()).isEqualTo(404);
  }

  @Test
  void aMethodThatIsNotTakenIsRefusedWithThoseThatAre() {
    HttpResponse<String> answer = testServer.send("DELETE", "/help", null);
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(allowed(answer)).containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS");
  }

  private static List<String> allowed(HttpResponse<String> answer) {
    String header = answer.headers().firstValue("Allow").orElseThrow();
    return Arrays.stream(header.split(",", -1)).map(String::strip).toList();
  }
}
