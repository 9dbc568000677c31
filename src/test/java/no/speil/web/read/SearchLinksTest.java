package no.speil.web.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SearchLinksTest {
  @Served private static TestServer testServer;

  @BeforeAll
  static void write() throws Exception {
    for (String name : new String[] {"a", "b", "c"}) {
      Path file = testServer.root().resolve("archive/spor-" + name + ".md");
      Files.writeString(file, "# Spor " + name + "\n\nEn fjellvandrer gikk forbi.\n");
    }
    testServer.library().sync().look();
  }

  @Test
  void aHitLeadsBackToTheResultsAndOnToTheNext() {
    Document first = at("/d/spor-a?q=fjellvandrer&sort=archive&hit=0");
    assertThat(first.select(".found-place a").getFirst().text())
        .isEqualTo("‹ 3 results for “fjellvandrer”");
    assertThat(first.select(".found-place a").getFirst().attr("href"))
        .startsWith("/search?q=fjellvandrer");
    assertThat(first.select(".found-place").text()).contains("1 of 3").doesNotContain("previous");
    Document second = follow(first.select(".found-place a").getLast().attr("href"));
    assertThat(second.select("h1").text()).isEqualTo("Spor b");
    assertThat(second.select(".found-place").text()).contains("2 of 3");
    Document third = follow(second.select(".found-place a").getLast().attr("href"));
    assertThat(third.select(".found-place").text()).contains("3 of 3").doesNotContain("next");
    Document back = follow(third.select(".found-place .previous").attr("href"));
    assertThat(back.select("h1").text()).isEqualTo("Spor b");
  }

  @Test
  void theWordsOfTheSearchAreMarkedInTheText() {
    Document page = at("/d/spor-a?q=fjellvandrer&hit=0");
    assertThat(page.select(".rows mark").text()).isEqualTo("fjellvandrer");
    assertThat(page.select("#q").val()).isEqualTo("fjellvandrer");
    assertThat(at("/d/2015/brev?q=menneskerettigheter").select(".translation mark.tr").text())
        .isEqualTo("human rights");
    assertThat(at("/d/spor-a").select("mark")).isEmpty();
  }

  @Test
  void theSearchStaysWhereOneTurnsToAnotherLayout() {
    Document page = at("/d/2015/brev?q=styret&hit=1");
    assertThat(page.select(".views a").eachAttr("href")).allMatch(it -> it.contains("q=styret"));
    assertThat(page.select(".outline a").eachAttr("href")).allMatch(it -> it.contains("q=styret"));
    assertThat(page.select("link[rel=canonical]").attr("href")).doesNotContain("q=");
  }

  @Test
  void aHitThatIsNoMoreStillLeadsBack() {
    Document page = at("/d/spor-a?q=fjellvandrer&hit=77");
    assertThat(page.select(".found-place").text()).isEqualTo("‹ Results for “fjellvandrer”");
    assertThat(at("/d/spor-a?q=finnesikke&hit=0").select(".found-place a")).hasSize(1);
  }

  @Test
  void aTextIsSearchedFromItsOwnPage() {
    assertThat(at("/d/spor-a").select("form.search-within [name=in]").eachAttr("value"))
        .containsOnly("spor-a");
    HttpResponse<String> answer = testServer.get("/search?in=spor-a&q=fjellvandrer");
    assertThat(answer.headers().firstValue("location"))
        .hasValue("/search?q=fjellvandrer%20doc%3Aspor-a");
    assertThat(follow("/search?in=spor-a&q=fjellvandrer").select(".hit")).hasSize(1);
  }

  private static Document follow(String href) {
    HttpResponse<String> answer = testServer.get(href);
    return answer.statusCode() == 303
        ? at(answer.headers().firstValue("location").orElseThrow())
        : Jsoup.parse(answer.body());
  }

  private static Document at(String href) {
    HttpResponse<String> answer = testServer.get(href.replaceAll("#.*", ""));
    assertThat(answer.statusCode()).as(href).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }
}
