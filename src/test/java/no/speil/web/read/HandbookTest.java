package no.speil.web.read;

import static no.speil.web.FormSubmission.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The handbook is there in an archive that is not the handbook's own. */
class HandbookTest {
  @Served private static TestServer testServer;

  @Test
  void helpLeadsToTheHandbookInBothLanguages() {
    for (String lang : List.of("nb", "en")) {
      Document help = page(testServer, "/help?lang=" + lang);
      assertThat(help.select("main a[href=/handbook]")).hasSize(1);
      Document first = page(testServer, "/handbook?lang=" + lang);
      assertThat(first.select("h1").text()).contains("Speil");
      assertThat(first.select("html").attr("lang")).isEqualTo(lang);
      assertThat(first.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
    }
  }

  @Test
  void everyChapterIsThereAndEveryLinkInItLeadsSomewhere() {
    for (String lang : List.of("nb", "en")) {
      List<String> chapters =
          page(testServer, "/handbook?lang=" + lang)
              .select("main a[href^=/handbook/]")
              .eachAttr("href")
              .stream()
              .distinct()
              .toList();
      assertThat(chapters).hasSizeGreaterThan(5);
      for (String chapter : chapters) {
        Document text = page(testServer, chapter + "?lang=" + lang);
        assertThat(text.select("main h1")).as(chapter).hasSize(1);
        assertThat(text.select("main h2")).as(chapter).isNotEmpty();
        for (String address : text.select("main a[href^=/]").eachAttr("href")) {
          assertThat(testServer.get(address).statusCode()).as(address).isEqualTo(200);
        }
      }
    }
  }

  @Test
  void whatIsNoChapterIsNotThere() {
    for (String path : List.of("/handbook/borte", "/handbook/..%2Fnb%2Findex", "/handbook/Index")) {
      assertThat(testServer.get(path).statusCode()).as(path).isIn(400, 404);
    }
  }
}
