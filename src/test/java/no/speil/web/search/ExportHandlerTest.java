package no.speil.web.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import no.speil.status.TrackedSection;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportHandlerTest {
  private static final int MANY = 3_000;

  @TempDir static Path folder;
  @AutoClose private static TestServer testServer;

  @BeforeAll
  static void serve() throws Exception {
    Path archive = Files.createDirectories(folder.resolve("archive/2016"));
    String text =
        IntStream.range(0, MANY)
            .mapToObj(i -> "Møteboka nevner sak nummer " + i + ".\n\n")
            .reduce("# Protokoll\n\n", String::concat);
    Files.writeString(archive.resolve("protokoll, «æøå».md"), text);
    testServer = TestServer.copyOf("letters", folder);
  }

  @Test
  void everySectionFoundIsExportedInTheOrderOfTheSearch() throws Exception {
    HttpResponse<String> answer =
        testServer.get("/search.json?q=m%C3%B8teboka&sort=document&page=2");
    JsonNode export = new ObjectMapper().readTree(answer.body());
    assertThat(header(answer, "Speil-Total")).isEqualTo(String.valueOf(MANY));
    assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
    assertThat(header(answer, "Transfer-Encoding")).isEqualTo("chunked");
    assertThat(export.path("total").asInt()).isEqualTo(MANY);
    assertThat(export.path("url").asText()).isEqualTo(home() + "/search?q=m%C3%B8teboka");
    assertThat(export.path("sections").findValuesAsText("text"))
        .isEqualTo(
            IntStream.range(0, MANY)
                .mapToObj(i -> "Møteboka nevner sak nummer " + i + ".")
                .toList());
  }

  @Test
  void spreadsheetsGetALineForEachSection() {
    HttpResponse<String> answer = testServer.get("/search.csv?q=m%C3%B8teboka&expand=false");
    assertThat(header(answer, "Content-Type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(header(answer, "Content-Disposition"))
        .isEqualTo("attachment; filename*=UTF-8''speil-search.csv");
    assertThat(answer.body().split("\r\n", -1)).hasSize(MANY + 2);
    assertThat(answer.body()).contains("\"2016/protokoll, «æøå»\",\"Protokoll\",\"\",");
  }

  @Test
  void theDocumentsPageLeadsToEveryFormAndEachIsThere() {
    Elements links =
        Jsoup.parse(testServer.get("/d/2015/brev?lang=nb").body()).select("ul.files a[download]");
    assertThat(links.eachText().stream().distinct())
        .containsExactly(
            "EPUB", "Markdown", "Tekst", "XLIFF 2", "XLIFF 1.2", "PO", "TEI", "TMX", "CSV", "JSON");
    for (Element link : links) {
      assertThat(link.attr("href")).startsWith("/export/2015/brev.");
      assertThat(testServer.get(link.attr("href")).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void filtersNarrowTheExportAndAddressesLeadBackToEitherText() {
    HttpResponse<String> answer = testServer.get("/search.csv?q=styret&language=nb&state=draft");
    String id = testServer.section("2015/brev", "Styret må gå").section().id().value();
    assertThat(answer.body())
        .contains(
            quoted(
                "2015/brev",
                "Brev til styret",
                "Letter to the board",
                id,
                "2015-08-24",
                "nb",
                "draft",
                "unknown",
                "Styret må gå. Vi krever svar innen 14 dager.",
                "The board must go. We demand an answer within 14 days.",
                home() + "/s/" + id + "?view=no",
                home() + "/s/" + id + "?view=en",
                "false"))
        .doesNotContain("2015/vedtak");
    assertThat(testServer.get("/s/" + id + "?view=no").headers().firstValue("Location"))
        .hasValue("/d/2015/brev?view=no#s-" + id);
  }

  private static String quoted(String... cells) {
    return "\"" + String.join("\",\"", cells) + "\"\r\n";
  }

  @Test
  void translationMemoriesAreXml() {
    HttpResponse<String> answer = testServer.get("/search.tmx?q=styret");
    assertThat(header(answer, "Content-Type")).isEqualTo("application/x-tmx+xml; charset=utf-8");
    Document tmx = Jsoup.parse(answer.body(), org.jsoup.parser.Parser.xmlParser());
    assertThat(tmx.select("tu")).isNotEmpty();
    assertThat(tmx.select("tuv").eachAttr("xml:lang")).startsWith("nb", "en");
  }

  @Test
  void translationMemoriesHavePairsOnly() {
    Document tmx =
        Jsoup.parse(
            testServer.get("/search.tmx?q=m%C3%B8teboka").body(),
            org.jsoup.parser.Parser.xmlParser());
    assertThat(tmx.select("tmx body")).hasSize(1);
    assertThat(tmx.select("tu")).isEmpty(); // none of them is translated
  }

  @Test
  void translationMemoriesHaveAUnitForEachSectionUnlessSentencesAreWanted() {
    String id = testServer.section("2015/brev", "Styret må gå").section().id().value();
    for (String path : List.of("/export/2015/brev.tmx", "/search.tmx?q=doc:2015/brev")) {
      Document tmx = Jsoup.parse(testServer.get(path).body(), org.jsoup.parser.Parser.xmlParser());
      assertThat(tmx.select("header").attr("segtype")).isEqualTo("paragraph");
      assertThat(tmx.select("tu[tuid=" + id + "] seg").eachText())
          .containsExactly(
              "Styret må gå. Vi krever svar innen 14 dager.",
              "The board must go. We demand an answer within 14 days.");
      assertThat(tmx.select("tu[tuid*=-]")).isEmpty();
    }
  }

  @Test
  void translationMemoriesAreHadSentenceBySentence() {
    String id = testServer.section("2015/brev", "Styret må gå").section().id().value();
    for (String path : List.of("/export/2015/brev.tmx?", "/search.tmx?q=doc:2015/brev&")) {
      Document tmx =
          Jsoup.parse(
              testServer.get(path + "unit=sentence").body(), org.jsoup.parser.Parser.xmlParser());
      assertThat(tmx.select("header").attr("segtype")).isEqualTo("sentence");
      assertThat(tmx.select("tu[tuid=" + id + "-1] seg").eachText())
          .containsExactly("Styret må gå.", "The board must go.");
      assertThat(tmx.select("tu[tuid=" + id + "-2] seg").eachText())
          .containsExactly("Vi krever svar innen 14 dager.", "We demand an answer within 14 days.");
      assertThat(tmx.select("tu[tuid=" + id + "-2] prop[type=x-section]").text()).isEqualTo(id);
      assertThat(
              tmx.select("seg:contains(menneskerettigheter)").parents().select("tu").attr("tuid"))
          .hasSize(10);
    }
  }

  @Test
  void aDocumentIsHadInTheSameForms() throws Exception {
    JsonNode export = new ObjectMapper().readTree(testServer.get("/export/2015/brev.json").body());
    assertThat(export.path("url").asText()).isEqualTo(home() + "/d/2015/brev");
    assertThat(export.path("sections").findValuesAsText("section"))
        .isEqualTo(
            testServer
                .library()
                .documents()
                .find(new no.speil.corpus.DocumentId("2015/brev"))
                .orElseThrow()
                .sections()
                .stream()
                .map(each -> each.section().id().value())
                .toList());
    String named = "/export/2016/protokoll%2C%20%C2%AB%C3%A6%C3%B8%C3%A5%C2%BB";
    assertThat(header(testServer.get(named + ".tmx"), "Content-Disposition"))
        .isEqualTo(
            "attachment; filename*=UTF-8''protokoll%2C%20%C2%AB%C3%A6%C3%B8%C3%A5%C2%BB.tmx");
    assertThat(header(testServer.get(named + ".csv"), "Speil-Total"))
        .isEqualTo(String.valueOf(MANY + 2));
  }

  @Test
  void aDocumentIsHadAsXliffWithAStateForEachSection() {
    TrackedSection board = testServer.section("2015/brev", "Styret må gå");
    TrackedSection missing = testServer.section("2015/brev", "Dette avsnittet");
    HttpResponse<String> answer = testServer.get("/export/2015/brev.xlf");
    assertThat(header(answer, "Content-Type")).isEqualTo("application/xliff+xml; charset=utf-8");
    assertThat(header(answer, "Content-Disposition"))
        .isEqualTo("attachment; filename*=UTF-8''brev.xlf");

    Element xliff = Jsoup.parse(answer.body(), org.jsoup.parser.Parser.xmlParser()).child(0);
    assertThat(xliff.tagName()).isEqualTo("xliff");
    assertThat(xliff.attr("xmlns")).isEqualTo("urn:oasis:names:tc:xliff:document:2.0");
    assertThat(List.of(xliff.attr("version"), xliff.attr("srcLang"), xliff.attr("trgLang")))
        .containsExactly("2.1", "nb", "en");
    assertThat(xliff.children().eachAttr("original")).containsExactly("archive/2015/brev.md");
    Element file = xliff.expectFirst("file[id]");
    assertThat(file.children().eachAttr("id")).doesNotHaveDuplicates().hasSize(9);
    assertThat(file.select("> group > unit").eachAttr("id")) // title and description
        .containsExactly(file.child(0).id() + "-1", file.child(0).id() + "-2");
    assertThat(file.select("unit"))
        .allMatch(
            unit ->
                unit.children().stream()
                    .map(Element::tagName)
                    .filter(name -> !name.equals("originalData"))
                    .toList()
                    .equals(List.of("mda:metadata", "notes", "segment")));
    assertThat(file.select("segment"))
        .allMatch(segment -> segment.child(0).tagName().equals("source"))
        .allMatch(
            segment ->
                List.of("initial", "translated", "reviewed", "final")
                    .contains(segment.attr("state")))
        .allMatch(
            segment ->
                segment.attr("subState").isEmpty() || segment.attr("subState").contains(":"));
    Element draft = file.expectFirst("unit[id=" + board.section().id() + "] segment");
    assertThat(draft.attr("subState")).isEqualTo("speil:draft");
    assertThat(draft.select("target").text()).startsWith("The board must go.");
    assertThat(file.select("unit[id=" + missing.section().id() + "] target")).isEmpty();
  }

  @Test
  void aPictureHasATypeThatXliff12Knows() {
    String xliff = testServer.get("/export/2015/brev.xliff").body();
    assertThat(xliff).contains("ctype=\"x-image\"").doesNotContain("ctype=\"image\"");
  }

  @Test
  void aFolderOrASearchIsExportedAsAnArchiveOfWholeDocuments() throws Exception {
    for (String path :
        List.of(
            "/export/2015.zip?format=xliff",
            "/search.zip?q=doc:2015&format=xliff",
            "/search.zip?q=doc:2015+styret&format=po")) {
      HttpResponse<byte[]> answer = testServer.bytes(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
      var files = new TreeMap<String, String>();
      try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
        }
      }
      String format = path.substring(path.lastIndexOf('=') + 1);
      assertThat(files).as(path).containsKey("2015/brev." + format);
      assertThat(files.keySet()).allMatch(name -> name.startsWith("2015/"));
      assertThat(files.get("2015/brev." + format))
          .isEqualTo(testServer.get("/export/2015/brev." + format).body());
    }
    assertThat(testServer.get("/export/2015.zip").statusCode()).isEqualTo(400);
    assertThat(testServer.get("/export/nothing.zip?format=po").statusCode()).isEqualTo(404);
    assertThat(testServer.get("/export/zip?format=po").statusCode()).isEqualTo(404);
    assertThat(testServer.get("/search.zip?q=&format=po").statusCode()).isEqualTo(400);
  }

  @Test
  void whatCannotBeExportedIsRefused() {
    assertThat(
            Stream.of(
                    "/search.csv",
                    "/search.json?q=",
                    "/search.csv?q=styret&unit=sentence",
                    "/search.tmx?q=styret&unit=word",
                    "/export/none.csv",
                    "/export/2015/brev.doc",
                    "/export/2015/brev",
                    "/export/.csv")
                .map(path -> testServer.get(path).statusCode()))
        .containsExactly(400, 400, 400, 400, 404, 404, 404, 404);
  }

  @Test
  void headTellsHowMuchThereIsWithoutSendingIt() {
    HttpResponse<String> answer = testServer.send("HEAD", "/search.csv?q=m%C3%B8teboka", null);
    assertThat(header(answer, "Speil-Total")).isEqualTo(String.valueOf(MANY));
    assertThat(header(answer, "Content-Length")).isEmpty();
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void resultsOfferTheExportOfAllOfThem() {
    Document page =
        Jsoup.parse(testServer.get("/search?q=styret&state=draft&sort=date&page=1").body());
    assertThat(page.select("aside a[download]").eachAttr("href"))
        .isEqualTo(
            List.of(
                "/search.csv?q=styret&state=draft&sort=date",
                "/search.json?q=styret&state=draft&sort=date",
                "/search.tmx?q=styret&state=draft&sort=date",
                "/search.tmx?q=styret&state=draft&sort=date&unit=sentence",
                "/search.zip?q=styret&state=draft&sort=date&format=xlf"));
    assertThat(
            Jsoup.parse(testServer.get("/search?q=finnesikke").body()).select("aside [download]"))
        .isEmpty();
  }

  private static String home() {
    return "http://127.0.0.1:" + testServer.port();
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
