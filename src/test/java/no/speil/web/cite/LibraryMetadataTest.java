package no.speil.web.cite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Licences and identifiers, wherever machines look for them. */
class LibraryMetadataTest {
  private static final String BY = "https://creativecommons.org/licenses/by/4.0/";
  private static final String IN_COPYRIGHT = "http://rightsstatements.org/vocab/InC/1.0/";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir static Path folder;
  @AutoClose private static TestServer testServer;

  @BeforeAll
  static void serve() throws Exception {
    Path archive = Files.createDirectories(folder.resolve("archive/2016"));
    Path translations = Files.createDirectories(folder.resolve("translations/2016"));
    Files.writeString(
        archive.resolve("sak.md"),
        """
        ---
        title: Saken
        description: Om saken.
        rights: %s
        identifiers: [URN:NBN:no-nb_sak_1, 10.1234/sak]
        ---

        Styret må gå.
        """
            .formatted(IN_COPYRIGHT));
    Files.writeString(
        translations.resolve("sak.md"),
        """
        ---
        title: The case
        rights: CC-BY-4.0
        identifiers: https://doi.org/10.1234/case
        ---

        The board must go.
        """);
    Files.writeString(
        folder.resolve("archive/speil.yaml"),
        "name: Sakene\nrights: CC BY 4.0\nurl: https://sakene.example.org\n");
    testServer = TestServer.again(folder);
  }

  @Test
  void theHeadNamesTheRightsAndIdentifiersOfBothTexts() {
    Document html = page("/d/2016/sak");
    assertThat(html.select("meta[name=DC.rights]").eachAttr("content"))
        .containsExactly(IN_COPYRIGHT, BY);
    assertThat(html.select("link[rel=license]").eachAttr("href")).containsExactly(BY);
    assertThat(page("/d/2016/sak?view=no").select("link[rel=license]").eachAttr("href"))
        .containsExactly(IN_COPYRIGHT);
    assertThat(html.select("meta[name=DC.identifier]").eachAttr("content"))
        .contains("URN:NBN:no-nb_sak_1", "doi:10.1234/sak", "doi:10.1234/case");
  }

  @Test
  void readersSeeTheNamesAndFollowTheAddresses() {
    Document html = page("/d/2016/sak");
    assertThat(html.select(".about a[href=" + BY + "]").text()).isEqualTo("CC BY 4.0");
    assertThat(html.select(".about a[href=" + IN_COPYRIGHT + "]").text()).isEqualTo("In Copyright");
    assertThat(html.select(".about dt").eachText())
        .containsSubsequence(
            "Rights, original",
            "Rights, translation",
            "Identifier, original",
            "Identifier, original",
            "Identifier, translation");
    assertThat(html.select(".about a[href='https://doi.org/10.1234/case']").text())
        .isEqualTo("doi:10.1234/case");
    assertThat(html.getElementById("citation").text()).contains("doi:10.1234/case. CC BY 4.0.");
    assertThat(page("/home").select("a[rel=license]").attr("href")).isEqualTo(BY);
  }

  @Test
  void searchesFindRightsByTheirNames() {
    Document html = page("/search?q=rights:copyright");
    assertThat(html.text()).contains("Styret må gå");
    assertThat(testServer.get("/api/v1/search?q=styret").body())
        .contains("In Copyright", "CC BY 4.0");
  }

  @Test
  void feedsTheSitemapBooksAndTheApiNameThem() throws Exception {
    assertThat(xml("/texts.atom").select("entry link[rel=license]").eachAttr("href"))
        .containsExactly(IN_COPYRIGHT, BY);
    assertThat(xml("/sitemap-1.xml").select("url xhtml|link[rel=license]").eachAttr("href"))
        .containsExactly(IN_COPYRIGHT, BY);
    JsonNode document = MAPPER.readTree(testServer.get("/api/v1/documents/2016/sak").body());
    assertThat(document.at("/translation/license").asText()).isEqualTo(BY);
    assertThat(document.at("/original/identifiers/0").asText()).isEqualTo("URN:NBN:no-nb_sak_1");
    Document book = packageOf(testServer.bytes("/export/2016/sak.epub").body());
    assertThat(book.select("dc|rights").eachText()).containsExactly(IN_COPYRIGHT, BY);
    assertThat(book.select("dc|identifier").eachText())
        .contains("URN:NBN:no-nb_sak_1", "doi:10.1234/sak", "doi:10.1234/case");
  }

  @Test
  void theHeaderLeadsMachinesToAddressMetadataFilesAndLicences() {
    String links = testServer.get("/d/2016/sak").headers().firstValue("Link").orElseThrow();
    String home = "https://sakene.example.org";
    assertThat(links)
        .containsPattern(
            "<" + Pattern.quote(home) + "/d/2016/sak\\?v=[0-9a-f.]+[^>]*>; rel=\"cite-as\"")
        .contains("<" + BY + ">; rel=\"license\"")
        .contains("<" + IN_COPYRIGHT + ">; rel=\"license\"")
        .contains(
            "<" + home + "/cite/2016/sak.bib>; rel=\"describedby\"; type=\"application/x-bibtex\"")
        .contains(
            "<" + home + "/export/2016/sak.epub>; rel=\"item\"; type=\"application/epub+zip\"")
        .contains("<" + home + "/d/2016/sak?view=no>; rel=\"alternate\"; hreflang=\"nb\"")
        .contains("<" + home + "/>; rel=\"collection\"")
        .contains(
            "<" + home + "/linkset/2016/sak>; rel=\"linkset\"; type=\"application/linkset+json\"");
  }

  @Test
  void theLinkSetHasTheSameLinksAndThoseOfEachFile() throws Exception {
    var answer = testServer.get("/linkset/2016/sak");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/linkset+json");
    JsonNode sets = MAPPER.readTree(answer.body()).path("linkset");
    assertThat(sets.at("/0/license")).hasSize(2);
    assertThat(sets.at("/0/cite-as/0/href").asText()).contains("/d/2016/sak?v=");
    JsonNode items = sets.at("/0/item");
    assertThat(items.size()).isGreaterThan(5);
    List<String> anchors = sets.findValuesAsText("anchor");
    for (JsonNode item : items) {
      String file = item.path("href").asText();
      assertThat(anchors).contains(file);
      String path = file.substring("https://sakene.example.org".length());
      var got = testServer.get(path);
      assertThat(got.statusCode()).as(path).isEqualTo(200);
      assertThat(got.headers().firstValue("Content-Type").orElse(""))
          .startsWith(item.path("type").asText());
    }
    assertThat(testServer.get("/linkset/2016/ukjent").statusCode()).isEqualTo(404);
  }

  private static Document page(String path) {
    return Jsoup.parse(testServer.get(path).body());
  }

  private static Document xml(String path) {
    return Jsoup.parse(testServer.get(path).body(), "", Parser.xmlParser());
  }

  private static Document packageOf(byte[] book) throws Exception {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(book))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(".opf")) {
          return Jsoup.parse(zip, "UTF-8", "", Parser.xmlParser());
        }
      }
    }
    throw new AssertionError("no package document");
  }
}
