package no.speil.web.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import no.speil.markdown.RandomMarkdown;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class DocumentEpubTest {
  static final String RICH =
      """
      ---
      title: 'Æresord & <annet>'
      language: nb
      date: ca. 1920
      authors: ['Bryn, Trine Lise', «Norsk Folkehjelp»]
      publisher: Kvinnefronten
      source: https://example.org/ære?a=1&b=2
      ---

      # Første «del»

      Se note[^1] og [vedtaket](../2015/vedtak.md), [over](#over), ![merket](../2015/merke.png) og
      ![borte](https://example.org/x.png).

      ### Hopp over et nivå

      | Venstre | Høyre |
      |:--------|------:|
      | a       |     b |

      1. en
      2. to

      - [ ] gjort

      <div align="center"><p>Midt <b><p>i</p></b></p></div>

      <details>uten overskrift<li>løst punkt</li></details>

      <dl><dt>ord</dt>tekst<dd>forklaring</dd></dl>

      ## Andre del

      <table width="3"><tr><td width="4" colspan="0">x</td></tr></table>

      Kontroll\u0007tegn og 🙂.

      [^1]: Noten står her, med en liste:

          - punkt
      """;

  private static final int WILD = Integer.getInteger("speil.seeds", 10);

  @TempDir static Path folder;
  @AutoClose private static TestServer testServer;

  @BeforeAll
  static void serve() throws Exception {
    Path archive = Files.createDirectories(folder.resolve("archive/2016"));
    Path translations = Files.createDirectories(folder.resolve("translations/2016"));
    Files.writeString(archive.resolve("rik, «æøå».md"), RICH);
    Files.writeString(
        translations.resolve("rik, «æøå».md"),
        RICH.replace("language: nb", "language: en-GB").replace("Æresord", "Word of honour"));
    Files.writeString(
        archive.resolve("lang.md"),
        IntStream.range(0, 450)
            .mapToObj(i -> (i % 100 == 0 ? "## Del " + i : "Sak " + i + ".[^n]") + "\n\n")
            .collect(Collectors.joining("", "# Protokoll\n\n", "[^n]: Note.\n")));
    for (String file : new String[] {"noter/b.md", "noter/under/c.md", "noter/index.md"}) {
      Path note = archive.getParent().resolve(file);
      Files.createDirectories(note.getParent());
      Files.writeString(
          note, "# Om %s\n\n## Del\n\nOrd.[^1]\n\n[^1]: Note til %1$s.\n".formatted(file));
    }
    Files.writeString(archive.resolve("navn.md"), "# Bare norsk navn\n\nTekst.\n");
    Files.writeString(translations.resolve("navn.md"), "Text.\n");
    Files.writeString(archive.resolve("tom.md"), "---\ntitle: Bare en tittel\n---\n");
    for (int seed = 0; seed < WILD; seed++) {
      Files.writeString(archive.resolve("vill-" + seed + ".md"), RandomMarkdown.text(seed));
    }
    testServer = TestServer.copyOf("letters", folder);
  }

  @Test
  void everyDocumentIsAValidBook() throws Exception {
    for (String document :
        new String[] {
          "2015/brev",
          "2015/kilde",
          "2015/vedtak",
          "2016/lang",
          "2016/tom",
          "2016/rik,%20%C2%AB%C3%A6%C3%B8%C3%A5%C2%BB"
        }) {
      assertThat(EpubReport.of(book(document))).as(document).isEmpty();
    }
  }

  @Test
  void anyMarkdownMakesAValidBook() throws Exception {
    var findings = new ArrayList<String>();
    for (int seed = 0; seed < WILD; seed++) {
      for (String finding : EpubReport.of(book("2016/vill-" + seed))) {
        findings.add(seed + ": " + finding);
      }
    }
    assertThat(findings).isEmpty();
  }

  @Test
  void bothTextsStandSectionBySectionInTheirLanguages() throws Exception {
    Map<String, byte[]> files = files(book("2015/brev"));
    assertThat(files.keySet()).first().isEqualTo("mimetype");
    Document text = xml(files, "book/text-1.xhtml");
    Element pair = text.select(".pair").get(1);
    assertThat(pair.select(".number").text()).isEqualTo("2");
    assertThat(pair.select(".original").attr("lang")).isEqualTo("nb");
    assertThat(pair.select(".original").text()).startsWith("Styret må gå");
    assertThat(pair.select(".translation").attr("lang")).isEqualTo("en");
    assertThat(pair.select(".translation").text()).startsWith("The board must go");
    assertThat(text.select(".note").text()).contains("Not translated yet");
    assertThat(text.select("img").attr("src")).isEqualTo("picture-1.png");
    assertThat(files).containsKey("book/picture-1.png");
    assertThat(xml(files, "book/package.opf").select("[property='schema:accessMode']").eachText())
        .containsExactly("textual", "visual");
    assertThat(text.select("a[href$=vedtak]").attr("href")).startsWith("http://");
    assertThat(xml(files, "book/nav.xhtml").select("li li a").text()).isEqualTo("What we ask for");
  }

  @Test
  void aBookMayHaveOneLanguageOnly() throws Exception {
    byte[] book = testServer.bytes("/export/2015/brev.epub?side=en").body();
    assertThat(EpubReport.of(book)).isEmpty();
    Map<String, byte[]> files = files(book);
    Document text = xml(files, "book/text-1.xhtml");
    assertThat(text.select(".original")).isEmpty();
    assertThat(text.select(".pair").get(1).text()).startsWith("2 The board must go");
    Document opf = xml(files, "book/package.opf");
    assertThat(opf.getElementsByTag("dc:language").eachText()).containsExactly("en");
    assertThat(opf.getElementsByTag("dc:title").eachText()).containsExactly("Letter to the board");
  }

  @Test
  void aBookInALanguageWithoutATitleHasTheOther() throws Exception {
    byte[] book = testServer.bytes("/export/2016/navn.epub?side=en").body();
    assertThat(EpubReport.of(book)).isEmpty();
    Document opf = xml(files(book), "book/package.opf");
    assertThat(opf.getElementsByTag("dc:title").eachText()).containsExactly("Bare norsk navn");
    assertThat(opf.getElementsByTag("dc:title").attr("xml:lang")).isEqualTo("nb");
  }

  @Test
  void titlePageSaysWhoseItIsAndWhatIsMissing() throws Exception {
    Map<String, byte[]> files = files(book("2015/brev"));
    String page = xml(files, "book/title-1.xhtml").body().text();
    assertThat(page)
        .contains("Letter to the board", "Brev til styret", "Kvinnegruppa", "Translated by kari")
        .contains("Kvinnefronten, 24 August 2015", "not translated yet")
        .contains("/d/2015/brev");
    Document opf = xml(files, "book/package.opf");
    assertThat(opf.getElementsByTag("dc:language").eachText()).containsExactly("nb", "en");
    assertThat(opf.getElementsByTag("dc:creator").text()).isEqualTo("Kvinnegruppa");
    assertThat(opf.select("meta[property=file-as]").eachText()).contains("Kvinnegruppa");
  }

  @Test
  void footnotesLeadToWhereTheyAreInALongBook() throws Exception {
    Map<String, byte[]> files = files(book("2016/lang"));
    assertThat(files).containsKeys("book/text-1.xhtml", "book/text-2.xhtml", "book/text-3.xhtml");
    String href = xml(files, "book/text-1.xhtml").select("sup a").attr("href");
    assertThat(href).startsWith("text-3.xhtml#");
    assertThat(xml(files, "book/text-3.xhtml").getElementById(href.substring(13))).isNotNull();
  }

  @Test
  void aFolderIsOneBookWhoseNotesStayWithTheirTexts() throws Exception {
    byte[] book = testServer.bytes("/export/noter.epub?folder=1").body();
    assertThat(EpubReport.of(book)).isEmpty();
    Map<String, byte[]> files = files(book);
    Document contents = xml(files, "book/nav.xhtml");
    assertThat(contents.select("nav > ol > li > a").eachText())
        .containsExactly(
            "Om noter/index.md", "Om noter/index.md", "Om noter/b.md", "Om noter/under/c.md");
    assertThat(contents.select("nav > ol > li > ol > li > a").eachText())
        .containsExactly("Del", "Del", "Del");
    for (int text = 1; text <= 3; text++) {
      Document page = xml(files, "book/text-" + text + ".xhtml");
      String href = page.select("sup a").attr("href");
      assertThat(href).startsWith("#");
      assertThat(page.getElementById(href.substring(1)).text())
          .contains(
              "Note til "
                  + List.of("noter/index.md", "noter/b.md", "noter/under/c.md").get(text - 1));
    }
    Elements title = xml(files, "book/package.opf").getElementsByTag("dc:title");
    assertThat(title.text()).isEqualTo("Om noter/index.md");
    assertThat(title.attr("xml:lang")).isEqualTo("nb");
  }

  @Test
  void aFolderOfOneTextIsABookInOneLanguageToo() throws Exception {
    byte[] book = testServer.bytes("/export/2015.epub?folder=1&side=en").body();
    assertThat(EpubReport.of(book)).isEmpty();
    assertThat(xml(files(book), "book/text-1.xhtml").select(".original")).isEmpty();
  }

  @Test
  void aFolderThatIsNoneOrTooLargeIsNoBook() throws Exception {
    assertThat(testServer.bytes("/export/nowhere.epub?folder=1").statusCode()).isEqualTo(404);
    assertThat(FolderEpub.isPossible(500)).isTrue();
    assertThat(FolderEpub.isPossible(501)).isFalse();
  }

  @Test
  void unchangedDocumentMakesTheSameBook() throws Exception {
    assertThat(book("2015/brev")).isEqualTo(book("2015/brev"));
  }

  private static byte[] book(String document) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + testServer.port() + "/export/" + document + ".epub");
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).as(document).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .isEqualTo("application/epub+zip");
    return answer.body();
  }

  private static Map<String, byte[]> files(byte[] epub) throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(epub), UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static Document xml(Map<String, byte[]> files, String name) {
    return Jsoup.parse(new String(files.get(name), UTF_8), "", Parser.xmlParser());
  }
}
