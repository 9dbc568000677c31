package no.speil.web.cite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import no.speil.library.actions.Actor;
import no.speil.status.TrackedSection;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;

class CitePageTest {
  private static final String BOARD = "Styret må gå";

  @TempDir static Path folder;
  @AutoClose private static TestServer testServer;

  @BeforeAll
  static void serve() throws Exception {
    Path archive = Files.createDirectories(folder.resolve("archive/2016"));
    Files.writeString(
        archive.resolve("slem.bib.md"),
        """
        ---
        title: '</script><script>alert("æ")</script>} @misc{x,'
        description: '"><img src=x>'
        authors: ['Nordmann, Kari', '"><b>']
        language: nb
        ---

        Tekst.
        """);
    testServer = TestServer.copyOf("letters", folder);
  }

  @Test
  void everyFormIsOnThePageAndInAFileOfItsOwn() {
    for (String page : List.of("/cite?document=2015%2Fbrev", "/s/" + id() + "/cite")) {
      Document html = page(page);
      assertThat(html.select("textarea")).hasSize(4);
      for (String code : List.of("txt", "bib", "ris", "csl.json")) {
        var form = html.getElementById("cite-" + code);
        String href = html.select("a[href$=." + code + "]").attr("href");
        assertThat(form).isNotNull();
        assertThat(testServer.get(href).body().strip().replace("\r\n", "\n"))
            .as(href)
            .isEqualTo(form == null ? "" : form.wholeText().strip().replace("\r\n", "\n"));
      }
    }
  }

  @Test
  void aTranslationWithoutATitleIsCitedByTheOriginals(@TempDir Path other) throws Exception {
    Path archive = Files.createDirectories(other.resolve("archive"));
    Files.writeString(archive.resolve("halv.md"), "---\ntitle: Tilgang\n---\n\n## Kunder\n");
    Path translations = Files.createDirectories(other.resolve("translations"));
    Files.writeString(translations.resolve("halv.md"), "## Customers\n");
    try (TestServer served = TestServer.copyOf("letters", other)) {
      assertThat(served.get("/cite/halv.txt").body()).startsWith("Tilgang. ");
      assertThat(served.get("/cite/halv.ris").body()).contains("TI  - Tilgang", "LA  - en");
    }
  }

  @Test
  void filesSayWhatTheyAre() {
    assertThat(type("/cite/2015/brev.txt")).isEqualTo("text/plain;charset=utf-8");
    assertThat(type("/cite/2015/brev.bib")).isEqualTo("application/x-bibtex; charset=utf-8");
    assertThat(type("/cite/2015/brev.ris"))
        .isEqualTo("application/x-research-info-systems; charset=utf-8");
    assertThat(type("/cite/2015/brev.csl.json"))
        .isEqualTo("application/vnd.citationstyles.csl+json");
    assertThat(testServer.get("/cite/2016/slem.bib.bib").body()).startsWith("@misc{slem-bib-");
    assertThat(testServer.get("/cite/%C3%A6%C3%B8%C3%A5/%C3%86rlig%20talt.ris").body())
        .contains("ID  - aerlig-talt-");
    assertThat(testServer.get("/cite/2015/brev.doc").statusCode()).isEqualTo(404);
    assertThat(testServer.get("/cite/2015/borte.bib").statusCode()).isEqualTo(404);
    assertThat(testServer.get("/s/" + id() + "/cite.doc").statusCode()).isEqualTo(404);
  }

  @Test
  void citationInWordsNamesBothLanguagesAndIsInTheReadersOwn() {
    TrackedSection section = section(BOARD);
    String[] hashes = section.version().toString().split("\\.", -1);
    String shorter = hashes[0].substring(0, 8) + "." + hashes[1].substring(0, 8);
    assertThat(testServer.get("/s/" + id() + "/cite.txt", "Accept-Language", "nb").body())
        .startsWith(
            "Kvinnegruppa. Letter to the board [Brev til styret], «We are leaving», avsn. 2. Oversatt"
                + " av kari. Kvinnefronten, 24. august 2015. ")
        .contains(
            testServer.root().getFileName() + ", versjon " + shorter + ". ",
            home() + "/s/" + id() + "?v=" + section.version() + " (lest ");
    assertThat(testServer.get("/s/" + id() + "/cite.txt").body()).contains("Translated by kari");
  }

  @Test
  void paragraphIsQuotedByItsNumberAndHeading() {
    assertThat(testServer.get("/s/" + id() + "/cite.csl.json").body())
        .contains("“We are leaving”, para. 2\"");
  }

  @Test
  void pageWarnsThatNobodyElseCanOpenAnAddressOfThisMachine() {
    assertThat(page("/cite?document=2015%2Fbrev").select(".notice").text())
        .startsWith("Nobody else can open this address");
    assertThat(CitePage.isLocal("http://192.168.1.7:7070/s/x")).isTrue();
    assertThat(CitePage.isLocal("http://[::1]/")).isTrue();
    assertThat(CitePage.isLocal("http://[fd00::7]/")).isTrue();
    assertThat(CitePage.isLocal("http://arkiv/")).isTrue();
    assertThat(CitePage.isLocal("http://arkiv.local/")).isTrue();
    assertThat(CitePage.isLocal("https://arkiv.example.org/s/x?v=1")).isFalse();
    assertThat(CitePage.isLocal("https://172.32.0.1/")).isFalse();
    assertThat(CitePage.isLocal("https://[2001:db8::1]/")).isFalse();
  }

  @Test
  void copyButtonsNeedAScriptAndAreHiddenWithoutIt() {
    Document html = page("/cite?document=2015%2Fbrev");
    assertThat(html.select("button[data-copies]"))
        .hasSize(4)
        .allMatch(each -> each.hasAttr("hidden"));
    assertThat(html.select("script[src*=cite.js]")).hasSize(1);
  }

  @Test
  void sectionWithoutTranslationIsCitedAsOriginalAlone() throws Exception {
    String id = section("ikke oversatt").section().id().value();
    JsonNode item =
        new ObjectMapper().readTree(testServer.get("/s/" + id + "/cite.csl.json").body()).path(0);
    assertThat(item.path("title").asText()).isEqualTo("Brev til styret");
    assertThat(item.path("language").asText()).isEqualTo("nb");
    assertThat(item.has("original-title")).isFalse();
    assertThat(item.has("translator")).isFalse();
  }

  @Test
  void headTellsReferenceManagersAndOtherPrograms() throws Exception {
    Document html = page("/d/2015/brev");
    assertThat(meta(html, "citation_title")).containsExactly("Letter to the board");
    assertThat(meta(html, "citation_author")).containsExactly("Kvinnegruppa");
    assertThat(meta(html, "citation_publication_date")).containsExactly("2015/08/24");
    assertThat(meta(html, "citation_language")).containsExactly("en");
    assertThat(html.select("meta[name=z:itemType]").attr("content")).isEqualTo("letter");
    assertThat(html.select("meta[property=og:site_name]").attr("content"))
        .isEqualTo(testServer.root().getFileName().toString());
    assertThat(meta(html, "DC.title")).containsExactly("Brev til styret", "Letter to the board");
    assertThat(meta(html, "DC.contributor")).containsExactly("kari");
    assertThat(html.select("meta[property=og:url]").attr("content"))
        .isEqualTo(home() + "/d/2015/brev");
    assertThat(html.select("meta[property=og:description]").attr("content"))
        .isEqualTo("Why the group leaves.");
    assertThat(meta(html, "description")).containsExactly("Why the group leaves.");
    assertThat(meta(page("/d/2015/vedtak"), "description")).as("the first words").hasSize(1);
    JsonNode work = linked(html);
    assertThat(work.path("name").asText()).isEqualTo("Brev til styret");
    assertThat(work.at("/workTranslation/name").asText()).isEqualTo("Letter to the board");
    assertThat(work.at("/workTranslation/translationOfWork/@id").asText())
        .isEqualTo(home() + "/d/2015/brev?view=no");
    assertThat(meta(page("/d/2015/brev?view=no"), "citation_title"))
        .containsExactly("Brev til styret");
    assertThat(linked(page("/d/2015/kilde")).path("@id").asText())
        .isEqualTo("https://example.org/erklaering");
    assertThat(linked(page("/d/2015/vedtak")).has("workTranslation")).isFalse();
  }

  @Test
  void zoteroTakesKindAuthorsDateAndPublisherOfALetterAStatementAndAReport() throws Exception {
    Map<String, String> types =
        Map.of("letter", "letter", "statement", "document", "rapport", "report");
    for (Map.Entry<String, String> type : types.entrySet()) {
      String head = page("/d/" + write(type.getKey())).head().html();
      Document html = Jsoup.parse(head);
      assertThat(meta(html, "z:itemType")).containsExactly(type.getValue());
      assertThat(meta(html, "citation_author"))
          .as("divided at the comma, which is taken off where nothing follows it")
          .containsExactly("Women's Rights Group of Norway,", "Kvinnefronten", "Bryn, Trine Lise");
      assertThat(meta(html, "citation_publication_date")).containsExactly("2015/08");
      assertThat(meta(html, "citation_publisher")).containsExactly("Coalition Against Trafficking");
      assertThat(meta(html, "citation_technical_report_institution"))
          .hasSize(type.getValue().equals("report") ? 1 : 0);
    }
  }

  private static String write(String kind) throws Exception {
    String id = "kind-" + kind;
    Files.writeString(
        testServer.root().resolve("archive/" + id + ".md"),
        """
        ---
        title: Til styret
        language: nb
        date: 2015-08
        authors: ["Women's Rights Group of Norway", Kvinnefronten, Trine Lise Bryn]
        publisher: Coalition Against Trafficking
        kind: %s
        ---

        Styret må gå.
        """
            .formatted(kind));
    return id;
  }

  @Test
  void hostileTitleStaysInItsPlace() throws Exception {
    for (String path : List.of("/d/2016/slem.bib", "/cite?document=2016%2Fslem.bib")) {
      HttpResponse<String> answer = testServer.get(path);
      Document html = Jsoup.parse(answer.body());
      assertThat(html.select("script:not([src])[type!=application/ld+json]")).as(path).isEmpty();
      assertThat(html.select("head b, head img, textarea b, textarea img")).as(path).isEmpty();
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("script-src 'self';")
          .doesNotContain("unsafe");
    }
    Document html = page("/d/2016/slem.bib");
    assertThat(linked(html).path("name").asText())
        .isEqualTo("</script><script>alert(\"æ\")</script>} @misc{x,");
    assertThat(meta(html, "citation_author")).containsExactly("Nordmann, Kari", "\"><b>");
  }

  @Test
  void sitemapListsEveryDocumentOnce() throws Exception {
    assertThat(locations("/sitemap.xml")).containsExactly(home() + "/sitemap-1.xml");
    assertThat(locations("/sitemap-1.xml"))
        .containsExactlyInAnyOrder(
            home() + "/",
            home() + "/browse",
            home() + "/d/2015/brev",
            home() + "/d/2015/kilde",
            home() + "/d/2015/vedtak",
            home() + "/d/2016/slem.bib",
            home() + "/d/%C3%A6%C3%B8%C3%A5/%C3%86rlig%20talt");
    assertThat(testServer.get("/sitemap-2.xml").statusCode()).isEqualTo(404);
    assertThat(testServer.get("/sitemap-x.xml").statusCode()).isEqualTo(404);
    assertThat(testServer.get("/robots.txt").body())
        .contains(
            "Disallow: /search\n",
            "Disallow: /word\n",
            "Disallow: /sign-in\n",
            "Sitemap: " + home() + "/sitemap.xml\n");
  }

  @Test
  void aPageInTheSitemapChangedWhenItsRecordSaysAndElseThatIsUnknown(@TempDir Path other) {
    try (TestServer served = TestServer.copyOf("letters", other)) {
      TrackedSection letter = served.section("2015/brev", BOARD);
      served.library().marks().comment(letter.section().id(), "Hm.", new Actor("kari", "web"));
      Document sitemap = Jsoup.parse(served.get("/sitemap-1.xml").body(), "", Parser.xmlParser());
      assertThat(sitemap.select("url:has(lastmod)"))
          .singleElement()
          .satisfies(
              url -> {
                assertThat(url.select("loc").text()).endsWith("/d/2015/brev");
                assertThat(url.select("lastmod").text()).isEqualTo("2026-11-24T12:00:00Z");
              });
    }
  }

  @Test
  void authorsArePeopleOrOrganisations() throws Exception {
    assertThat(linked(page("/d/2015/brev")).path("author").findValuesAsText("@type"))
        .containsExactly("Organization");
    JsonNode authors = linked(page("/d/2016/slem.bib")).path("author");
    assertThat(authors.findValuesAsText("@type")).containsExactly("Person", "Organization");
    assertThat(authors.findValuesAsText("name")).containsExactly("Kari Nordmann", "\"><b>");
  }

  private List<String> locations(String path) throws Exception {
    byte[] xml = testServer.get(path).body().getBytes(UTF_8);
    NodeList found =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml))
            .getElementsByTagName("loc");
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> found.item(i).getTextContent())
        .toList();
  }

  private static List<String> meta(Document html, String name) {
    return html.select("head meta[name=" + name + "]").eachAttr("content");
  }

  private static JsonNode linked(Document html) throws Exception {
    return new ObjectMapper().readTree(html.select("script[type=application/ld+json]").html());
  }

  private TrackedSection section(String text) {
    return testServer.section("2015/brev", text);
  }

  private String id() {
    return section(BOARD).section().id().value();
  }

  private Document page(String path) {
    HttpResponse<String> answer = testServer.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private String type(String path) {
    return testServer.get(path).headers().firstValue("Content-Type").orElse("");
  }

  private String home() {
    String address = testServer.address().toString();
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }
}
