package no.speil.web.dts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.speil.exchange.tei.TeiReport;
import no.speil.status.TrackedSection;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DtsHandlerTest {
  private static final String SITE = "https://sakene.example.org";
  private static final String LETTER = SITE + "/d/2015/%C3%A5/brev";
  private static final String NORWEGIAN = LETTER + "?view=no";
  private static final String ENGLISH = LETTER + "?view=en";

  @TempDir static Path folder;
  @AutoClose private static TestServer testServer;

  @BeforeAll
  static void serve() throws Exception {
    Path archive = Files.createDirectories(folder.resolve("archive/2015/å"));
    Path translations = Files.createDirectories(folder.resolve("translations/2015/å"));
    for (int i = 0; i < 130; i++) {
      Files.writeString(
          archive.resolve("sak-" + i + ".md"),
          "---\ntitle: Sak %d\nlanguage: nb\n---\n\nStyret må gå %d.\n".formatted(i, i));
    }
    Files.writeString(
        archive.resolve("brev.md"),
        """
        ---
        title: Brevet
        authors: [Kari Nordmann]
        date: 2015-08
        rights: CC-BY-4.0
        language: nn
        ---

        # Krav

        Styret må gå.

        Vi ventar på svar.
        """);
    Files.writeString(
        translations.resolve("brev.md"),
        """
        ---
        title: The letter
        translators: [Ola Nordmann]
        ---

        # Demands

        The board must go.

        We are waiting for an answer.
        """);
    Files.writeString(
        archive.resolve("lukket.md"), "---\ntitle: Lukket\naccess: signed-in\n---\n\nHemmelig.\n");
    Files.writeString(folder.resolve("archive/speil.yaml"), "name: Sakene\nurl: " + SITE + "\n");
    testServer = TestServer.again(folder);
  }

  @Test
  void theEntrySaysWhereTheOthersAre() throws Exception {
    JsonNode entry = ask("/dts");
    assertThat(entry.path("@context").asText()).isEqualTo("https://dtsapi.org/context/v1.0.json");
    assertThat(entry.path("@type").asText()).isEqualTo("EntryPoint");
    assertThat(entry.path("dtsVersion").asText()).isEqualTo("1.0");
    assertThat(entry.path("collection").asText()).endsWith("/dts/collection{?id,page,nav}");
    assertThat(entry.path("navigation").asText())
        .endsWith("/dts/navigation{?resource,ref,down,start,end,tree,page}");
    assertThat(entry.path("document").asText())
        .endsWith("/dts/document{?resource,ref,start,end,tree,mediaType}");
  }

  @Test
  void theArchiveIsReadToTheEndPageByPage() throws Exception {
    var found = new ArrayList<String>();
    JsonNode page = ask("/dts/collection");
    assertThat(page.path("title").asText()).isEqualTo("Sakene");
    assertThat(page.path("totalChildren").asInt()).isEqualTo(131);
    assertThat(page.path("view").path("previous").isNull()).isTrue();
    while (true) {
      page.path("member").forEach(each -> found.add(each.path("@id").asText()));
      JsonNode next = page.path("view").path("next");
      if (next.isNull()) {
        break;
      }
      page = ask(next.asText().replaceFirst("^http://[^/]*", ""));
    }
    assertThat(found).hasSize(131).doesNotHaveDuplicates().contains(LETTER);
  }

  @Test
  void aDocumentHasATextInEachLanguage() throws Exception {
    JsonNode document = ask("/dts/collection?id=" + encoded(LETTER));
    assertThat(document.path("@type").asText()).isEqualTo("Collection");
    assertThat(document.path("totalChildren").asInt()).isEqualTo(2);
    JsonNode original = document.path("member").path(0);
    JsonNode translation = document.path("member").path(1);
    assertThat(original.path("@id").asText()).isEqualTo(NORWEGIAN);
    assertThat(original.path("title").asText()).isEqualTo("Brevet");
    assertThat(original.path("dublinCore").path("language").asText()).isEqualTo("nn");
    assertThat(original.path("dublinCore").path("license").asText())
        .isEqualTo("https://creativecommons.org/licenses/by/4.0/");
    assertThat(translation.path("@id").asText()).isEqualTo(ENGLISH);
    assertThat(translation.path("dublinCore").path("contributor").toString())
        .isEqualTo("[{\"lang\":\"en\",\"value\":\"Ola Nordmann\"}]");
    JsonNode tree = translation.path("citationTrees").path(0);
    assertThat(tree.path("@type").asText()).isEqualTo("CitationTree");
    assertThat(tree.path("citeStructure").path(0).path("citeType").asText()).isEqualTo("section");
    assertThat(testServer.get(local(translation.path("download").asText())).statusCode())
        .isEqualTo(200);
    assertThat(ask("/dts/collection?id=" + encoded(ENGLISH)).path("title").asText())
        .isEqualTo("The letter");
  }

  @Test
  void whatSomethingIsPartOfIsToldToo() throws Exception {
    assertThat(members("/dts/collection?nav=parents&id=" + encoded(ENGLISH)))
        .containsExactly(LETTER);
    assertThat(members("/dts/collection?nav=parents&id=" + encoded(LETTER)))
        .containsExactly(SITE + "/");
    assertThat(members("/dts/collection?nav=parents")).isEmpty();
  }

  @Test
  void bothTextsHaveTheSameReferences() throws Exception {
    JsonNode norwegian = navigate(NORWEGIAN, "down=1");
    JsonNode english = navigate(ENGLISH, "down=-1");
    assertThat(references(english)).hasSize(3).isEqualTo(references(norwegian));
    assertThat(english.path("resource").path("@id").asText()).isEqualTo(ENGLISH);
    JsonNode heading = english.path("member").path(0);
    assertThat(heading.path("level").asInt()).isEqualTo(1);
    assertThat(heading.has("parent")).isTrue();
    assertThat(heading.path("dublinCore").path("title").toString())
        .isEqualTo("[{\"lang\":\"en\",\"value\":\"Demands\"}]");
  }

  @Test
  void aTranslatedSectionSaysWhatPeopleHaveDoneWithIt() throws Exception {
    TrackedSection section = testServer.section("2015/å/brev", "Vi ventar");
    String id = section.id().value();
    testServer.post("/s/" + id + "/state", "state=translated&version=" + section.version());
    JsonNode unit = navigate(ENGLISH, "ref=" + id).path("ref");
    assertThat(unit.path("extensions").path("state").asText()).isEqualTo("translated");
    assertThat(unit.path("extensions").path("freshness").asText()).isEqualTo("current");
    assertThat(navigate(NORWEGIAN, "ref=" + id).path("ref").has("extensions")).isFalse();
  }

  /** The table of the protocol's chapter on navigation, for a tree of one level. */
  @Test
  void depthAndPlaceSayWhatIsListed() throws Exception {
    List<String> all = references(navigate(ENGLISH, "down=1"));
    String first = all.get(0);
    String second = all.get(1);
    JsonNode one = navigate(ENGLISH, "ref=" + second);
    assertThat(one.path("ref").path("identifier").asText()).isEqualTo(second);
    assertThat(one.has("member")).isFalse();
    assertThat(references(navigate(ENGLISH, "down=0&ref=" + second))).isEqualTo(all);
    assertThat(references(navigate(ENGLISH, "down=2&ref=" + second))).containsExactly(second);
    assertThat(references(navigate(ENGLISH, "down=-1&ref=" + second))).containsExactly(second);
    JsonNode range = navigate(ENGLISH, "start=" + first + "&end=" + second);
    assertThat(range.path("start").path("identifier").asText()).isEqualTo(first);
    assertThat(range.path("end").path("identifier").asText()).isEqualTo(second);
    assertThat(range.has("member")).isFalse();
    assertThat(references(navigate(ENGLISH, "down=1&start=" + first + "&end=" + second)))
        .containsExactly(first, second);
  }

  @Test
  void aPartOfATextIsItsSectionsAndNoOthers() throws Exception {
    List<String> all = references(navigate(ENGLISH, "down=1"));
    String part = "&start=" + all.get(0) + "&end=" + all.get(1);
    HttpResponse<String> answer =
        testServer.get("/dts/document?resource=" + encoded(ENGLISH) + part);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/tei+xml");
    assertThat(answer.headers().firstValue("Link").orElseThrow())
        .endsWith("/dts/collection?id=" + encoded(ENGLISH) + ">; rel=\"collection\"");
    Document tei = Jsoup.parse(answer.body(), Parser.xmlParser());
    assertThat(tei.select("dts|wrapper div > *").eachText())
        .containsExactly("Demands", "The board must go.");
    assertThat(answer.body()).contains("xmlns:dts=\"https://w3id.org/api/dts#\"");
    assertThat(answer.body()).doesNotContain("waiting").doesNotContain("Styret");
    assertThat(TeiReport.of(answer.body().replaceAll("</?dts:wrapper[^>]*>", ""))).isEmpty();
  }

  @Test
  void aWholeTextIsTheSameFileAsItsDownload() throws Exception {
    HttpResponse<String> answer = testServer.get("/dts/document?resource=" + encoded(ENGLISH));
    assertThat(answer.body())
        .isEqualTo(testServer.get("/export/2015/%C3%A5/brev.tei.xml?side=en").body());
    assertThat(TeiReport.of(answer.body())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/dts/collection?nav=up, 400",
    "/dts/collection?page=0, 404",
    "/dts/collection?page=3, 404",
    "/dts/collection?id=urn:x, 404",
    "/dts/collection?id=https://sakene.example.org/d/nei, 404",
    "/dts/collection?id=https://sakene.example.org/d/2015/å/lukket, 404",
    "/dts/collection?id=https://sakene.example.org/d/2015/å/sak-1?view=en, 404",
    "/dts/navigation, 400",
    "/dts/navigation?down=1, 400",
    "/dts/navigation?resource=@, 400",
    "/dts/navigation?resource=@&down=0, 400",
    "/dts/navigation?resource=@&down=-2, 400",
    "/dts/navigation?resource=@&down=x, 400",
    "/dts/navigation?resource=@&start=@1, 400",
    "/dts/navigation?resource=@&end=@1, 400",
    "/dts/navigation?resource=@&ref=@1&start=@1&end=@2, 400",
    "/dts/navigation?resource=@&down=0&start=@1&end=@2, 400",
    "/dts/navigation?resource=@&start=@2&end=@1, 400",
    "/dts/navigation?resource=@&ref=nei, 404",
    "/dts/navigation?resource=@&down=1&tree=pages, 404",
    "/dts/navigation?resource=@&down=1&page=2, 404",
    "/dts/navigation?resource=https://sakene.example.org/d/2015/å/brev&down=1, 404",
    "/dts/document, 400",
    "/dts/document?resource=@&start=@1, 400",
    "/dts/document?resource=@&ref=nei, 404",
    "/dts/document?resource=@&mediaType=text/html, 404",
  })
  void whatIsWrongIsToldByTheStatusOfTheProtocol(String address, int status) throws Exception {
    List<String> all = references(navigate(ENGLISH, "down=1"));
    String asked =
        address
            .replace("@1", all.get(0))
            .replace("@2", all.get(1))
            .replace("@", encoded(ENGLISH))
            .replaceFirst("\\?view=en$", "%3Fview=en")
            .replace("å", "%25C3%25A5");
    assertThat(testServer.get(asked, TestServer.asReader()).statusCode())
        .as(asked)
        .isEqualTo(status);
  }

  private static JsonNode navigate(String resource, String parameters) throws IOException {
    return ask("/dts/navigation?resource=" + encoded(resource) + "&" + parameters);
  }

  private static List<String> references(JsonNode navigation) {
    var found = new ArrayList<String>();
    navigation.path("member").forEach(unit -> found.add(unit.path("identifier").asText()));
    return found;
  }

  private static List<String> members(String address) throws IOException {
    var found = new ArrayList<String>();
    ask(address).path("member").forEach(each -> found.add(each.path("@id").asText()));
    return found;
  }

  private static JsonNode ask(String address) throws IOException {
    HttpResponse<String> answer = testServer.get(address, TestServer.asReader());
    assertThat(answer.statusCode()).as(address).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .isEqualTo("application/ld+json");
    return new ObjectMapper().readTree(answer.body());
  }

  private static String local(String address) {
    return address.replaceFirst("^https?://[^/]*", "");
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, UTF_8);
  }
}
