package no.speil.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import no.speil.exchange.tei.TeiReport;
import no.speil.markdown.RandomMarkdown;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentTeiTest {
  private static final int WILD = Integer.getInteger("speil.seeds", 10);

  @TempDir static Path folder;
  @AutoClose private static TestServer testServer;

  @BeforeAll
  static void serve() throws Exception {
    Path archive = Files.createDirectories(folder.resolve("archive/2016"));
    Path translations = Files.createDirectories(folder.resolve("translations/2016"));
    Files.writeString(
        archive.resolve("rik.md"),
        DocumentEpubTest.RICH.replace(
            "language: nb",
            "language: nn\nsubjects: [rett & vern]\nrights: CC-BY-4.0\nidentifiers: 10.1234/rik"));
    Files.writeString(
        translations.resolve("rik.md"),
        DocumentEpubTest.RICH.replace("language: nb", "language: en\ntranslators: [Ola Nordmann]"));
    Files.writeString(archive.resolve("tom.md"), "---\ntitle: Bare en tittel\n---\n");
    for (int seed = 0; seed < WILD; seed++) {
      Files.writeString(archive.resolve("vill-" + seed + ".md"), RandomMarkdown.text(seed));
    }
    testServer = TestServer.copyOf("letters", folder);
  }

  @Test
  void everyDocumentIsValidTei() throws Exception {
    for (String document :
        new String[] {"2015/brev", "2015/kilde", "2015/vedtak", "2016/rik", "2016/tom"}) {
      assertThat(TeiReport.of(tei(document))).as(document).isEmpty();
    }
  }

  @Test
  void anyMarkdownMakesValidTei() throws Exception {
    var findings = new ArrayList<String>();
    for (int seed = 0; seed < WILD; seed++) {
      for (String finding : TeiReport.of(tei("2016/vill-" + seed))) {
        findings.add(seed + ": " + finding);
      }
    }
    assertThat(findings).isEmpty();
  }

  @Test
  void itsHeaderSaysWhoseTheTextsAreAndWhatMayBeDoneWithThem() throws Exception {
    Document header = xml(tei("2016/rik"));
    assertThat(header.select("titleStmt > title").eachText()).hasSize(2);
    assertThat(header.select("titleStmt > author").eachText())
        .containsExactly("Trine Lise Bryn", "Norsk Folkehjelp");
    assertThat(header.select("editor[role=translator]").text()).isEqualTo("Ola Nordmann");
    assertThat(header.select("publicationStmt > idno").text()).contains("/d/2016/rik?v=");
    assertThat(header.select("sourceDesc licence").attr("target"))
        .isEqualTo("https://creativecommons.org/licenses/by/4.0/");
    assertThat(header.select("sourceDesc idno").text()).isEqualTo("https://doi.org/10.1234/rik");
    assertThat(header.select("language").eachAttr("ident")).containsExactly("nn", "en");
    assertThat(header.select("keywords > term").text()).isEqualTo("rett & vern");
  }

  @Test
  void eachTextHasItsSectionsAndTheyAreLinked() throws Exception {
    Document tei = xml(tei("2015/brev"));
    assertThat(tei.select("group > text").eachAttr("xml:lang")).containsExactly("nb", "en");
    String name = tei.select("group > text:last-child div[n=2]").attr("xml:id");
    String id = name.substring("en-".length());
    assertThat(tei.getElementById("no-" + id)).isNull(); // an id of HTML is no id here
    assertThat(tei.select("[xml:id=no-" + id + "]").text()).startsWith("Styret må gå");
    assertThat(tei.select("[xml:id=en-" + id + "]").text()).startsWith("The board must go");
    assertThat(tei.select("link").eachAttr("target")).contains("#no-%s #en-%1$s".formatted(id));
    assertThat(tei.select("note[type=state][target=#en-" + id + "]").text())
        .isIn("draft", "translated", "reviewed");
    assertThat(tei.select("graphic").attr("url")).startsWith("http://");
  }

  @Test
  void oneLanguageCanBeHadAlone() throws Exception {
    Document tei = xml(testServer.get("/export/2015/brev.tei.xml?side=en").body());
    assertThat(tei.select("group > text").eachAttr("xml:lang")).containsExactly("en");
    assertThat(tei.select("linkGrp")).isEmpty();
    assertThat(tei.select("note[type=freshness]")).isNotEmpty();
  }

  private static String tei(String document) {
    HttpResponse<String> answer = testServer.get("/export/" + document + ".tei.xml");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/tei+xml");
    return answer.body();
  }

  private static Document xml(String tei) {
    return Jsoup.parse(tei, "", Parser.xmlParser());
  }
}
