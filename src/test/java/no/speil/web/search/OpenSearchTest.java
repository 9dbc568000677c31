package no.speil.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class OpenSearchTest {
  @Served private static TestServer testServer;

  @Test
  void aBrowserFindsTheSearchOnEveryPageAndCanUseIt() {
    for (String page : new String[] {"/home?lang=nb", "/d/2015/brev?lang=en", "/help?lang=nb"}) {
      Document html = Jsoup.parse(testServer.get(page).body());
      Element link = html.select("head > link[rel=search]").getFirst();
      assertThat(link.attr("type")).isEqualTo("application/opensearchdescription+xml");
      HttpResponse<String> answer = testServer.get(link.attr("href"));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type"))
          .hasValue("application/opensearchdescription+xml");
      Document description = Jsoup.parse(answer.body(), "", Parser.xmlParser());
      assertThat(description.select("ShortName").text()).isEqualTo(link.attr("title"));
      assertThat(description.select("Language").text()).isEqualTo(html.select("html").attr("lang"));
      String template = description.select("Url[type=text/html]").attr("template");
      String home = testServer.address().toString().replaceFirst("/$", "");
      assertThat(template).isEqualTo(home + "/search?q={searchTerms}");
      String found = template.substring(home.length()).replace("{searchTerms}", "styret");
      assertThat(Jsoup.parse(testServer.get(found).body()).select(".hit, .hits, main").text())
          .contains("Styret");
      String icon = description.select("Image").text().substring(home.length());
      assertThat(testServer.get(icon).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void itIsDescribedInBothLanguagesUnderTheNameOfTheArchive() {
    String name = testServer.archiveName();
    Document english = description("en");
    assertThat(english.select("LongName").text()).isEqualTo(name);
    assertThat(english.select("Description").text())
        .isEqualTo("Search " + name + " in Norwegian and English at once.");
    assertThat(description("nb").select("Description").text())
        .isEqualTo("Søk i " + name + " på norsk og engelsk samtidig.");
  }

  @Test
  void aLongNameIsCutBetweenWords() {
    assertThat(OpenSearch.shortName("Speil")).isEqualTo("Speil");
    assertThat(OpenSearch.shortName("Sixteen letters!")).isEqualTo("Sixteen letters!");
    assertThat(OpenSearch.shortName("Uttalelser fra Amnesty")).isEqualTo("Uttalelser fra");
    assertThat(OpenSearch.shortName("Stortingsforhandlingene")).isEqualTo("Stortingsforhand");
  }

  @Test
  void theIconIsThereForThoseWhoLookForItAtTheUsualAddress() {
    HttpResponse<String> icon = testServer.get("/favicon.ico");
    assertThat(icon.statusCode()).isEqualTo(200);
    assertThat(icon.headers().firstValue("Content-Type")).hasValue("image/vnd.microsoft.icon");
    assertThat(icon.body()).startsWith("\0\0\1\0\1\0  ");
  }

  private static Document description(String lang) {
    String xml = testServer.get("/opensearch.xml?lang=" + lang).body();
    return Jsoup.parse(xml, "", Parser.xmlParser());
  }
}
