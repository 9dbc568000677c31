package no.speil.web.mark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Map;
import no.speil.record.CommentEvent;
import no.speil.web.Served;
import no.speil.web.TestServer;
import no.speil.web.page.SiteUrls;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CommentTest {
  private static final String LONG = "Én linje til. ".repeat(1 + CommentEvent.MOST / 14) + "Slutt.";

  @Served private static TestServer testServer;
  private static String id;

  @BeforeAll
  static void serve() {
    id = testServer.section("2015/brev", "Styret må gå").section().id().value();
  }

  @Test
  void aCommentThatIsTooLongIsRefusedAndStaysInItsBox() {
    int before = events();
    HttpResponse<String> answer =
        testServer.post(
            "/s/" + id + "/comments?lang=nb",
            "view=lines&next=%2Fqueue&text=" + SiteUrls.encode(LONG));
    Document page = Jsoup.parse(answer.body());
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(page.select("[role=alert]").text()).contains("10").contains("tegn");
    assertThat(page.select("textarea[name=text]").getLast().wholeText().strip()).isEqualTo(LONG);
    assertThat(page.select("form.refused input[name=next]").attr("value")).isEqualTo("/queue");
    assertThat(page.select("form.refused input[name=view]").attr("value")).isEqualTo("lines");
    assertThat(page.select("form.refused").attr("action")).isEqualTo("/s/" + id + "/comments");
    assertThat(events()).isEqualTo(before);
  }

  @Test
  void programsAreToldHowLongACommentMayBe() throws Exception {
    int before = events();
    HttpResponse<String> answer = comment(LONG);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(new ObjectMapper().readTree(answer.body()).path("detail").asText())
        .isEqualTo(
            "A comment has at most 10000 characters; this one has %d.".formatted(LONG.length()));
    assertThat(events()).isEqualTo(before);
  }

  @Test
  void aCommentOfTheGreatestLengthIsTaken() throws Exception {
    assertThat(comment("å".repeat(CommentEvent.MOST)).statusCode()).isEqualTo(201);
  }

  private static HttpResponse<String> comment(String text) throws Exception {
    return testServer.send(
        "POST",
        "/api/v1/sections/" + id + "/comments",
        new ObjectMapper().writeValueAsString(Map.of("text", text)),
        "Content-Type",
        "application/json");
  }

  private static int events() {
    return testServer.section("2015/brev", "Styret må gå").history().size();
  }
}
