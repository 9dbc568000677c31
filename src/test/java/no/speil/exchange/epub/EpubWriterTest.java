package no.speil.exchange.epub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import no.speil.exchange.epub.EpubBook.Chapter;
import no.speil.exchange.epub.EpubBook.Credits;
import no.speil.exchange.epub.EpubBook.Identity;
import no.speil.exchange.epub.EpubBook.Pair;
import no.speil.exchange.epub.EpubBook.Part;
import no.speil.exchange.epub.EpubBook.Text;
import no.speil.exchange.epub.EpubBook.Words;
import no.speil.web.page.PageRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class EpubWriterTest {
  private static final EpubResources RESOURCES =
      new EpubResources() {
        @Override
        public String address(String href) {
          return "https://x.no" + href;
        }

        @Override
        public Optional<Picture> picture(String src) {
          return Optional.empty();
        }

        @Override
        public String page(EpubPage page) {
          return new PageRenderer().xml("epub/page", page);
        }

        @Override
        public String packageFile(EpubPackage whole) {
          return new PageRenderer().xml("epub/package", whole);
        }

        @Override
        public String style() {
          return "";
        }
      };

  @Test
  void eachItemOfTheContentsHasOneListAtMostThoughLevelsAreSkipped() throws IOException {
    Document contents = page(book("", 1, 3, 2, 3, 1), "book/nav.xhtml");
    for (Element item : contents.select("li")) {
      assertThat(item.select("> ol").size()).as(item.outerHtml()).isLessThanOrEqualTo(1);
    }
    assertThat(contents.select("nav > ol > li > a").eachText()).containsExactly("T", "1", "1");
    assertThat(contents.select("nav > ol > li > ol > li > a").eachText()).containsExactly("3", "2");
    assertThat(contents.select("ol ol ol a").eachText()).containsExactly("3");
  }

  @Test
  void elementsThatStandWhereHtmlDoesNotAllowThemBecomePlainOnes() throws IOException {
    assertThat(
            original(
                "<ul><li value=\"2\">a</li> <li>b</li></ul><li>c</li><ul>d<li>e</li></ul>"
                    + "<p>f<div>g</div></p><tr><td>h</td></tr><table><tr><td colspan=\"2\">i</td>"
                    + "</tr><caption>j</caption></table><figcaption>k</figcaption>"))
        .isEqualTo(
            "<ul><li>a</li><li>b</li></ul><div>c</div><div>d<div>e</div></div>"
                + "<div>f<div>g</div></div><div><div>h</div></div><div><div><div>i</div></div>"
                + "<div>j</div></div><div>k</div>");
  }

  @Test
  void whatShowsNothingHasNoNumber() throws IOException {
    assertThat(page(book("<p>a</p>", 0), "book/text-1.xhtml").select(".number").text())
        .isEqualTo("1");
    assertThat(page(book(" ", 0), "book/text-1.xhtml").select(".number, .original")).isEmpty();
  }

  @Test
  void linksAndPicturesLeadToWhereTheyCanBeFound() throws IOException {
    assertThat(
            original(
                "<p id=\"n\">a <a href=\"#n\">b <a href=\"/c\">c</a></a> <a href=\"#o\">d</a>"
                    + "<a href=\"/e\"><div>e</div></a> <img src=\"f.png\" alt=\"f &amp; g\"></img></p>"
                    + "<p id=\"n\" dir=\"up\" lang=\"nn\" title=\"t\">h<br></br></p>"))
        .isEqualTo(
            "<div id=\"n\">a <a href=\"#n\">b <span>c</span></a> <span>d</span><div><div>e</div></div>"
                + " <span class=\"picture\">f &amp; g</span></div>"
                + "<p title=\"t\" lang=\"nn\" xml:lang=\"nn\">h<br /></p>");
  }

  private static String original(String html) throws IOException {
    Document page = page(book(html, 0), "book/text-1.xhtml");
    page.outputSettings().prettyPrint(false);
    return page.select(".original").html();
  }

  private static EpubBook book(String html, int... levels) {
    Words title = new Words("en", "T");
    List<Pair> pairs =
        IntStream.range(0, levels.length)
            .mapToObj(
                i ->
                    new Pair(
                        String.valueOf(i),
                        i + 1,
                        levels[i],
                        new Words("nb", String.valueOf(levels[i])),
                        new Text("nb", html),
                        new Text("en", ""),
                        new Words("en", "")))
            .toList();
    return new EpubBook(
        new Identity("https://x.no/d/1", List.of(title), Instant.EPOCH),
        new Credits(List.of(), List.of(), List.of()),
        title,
        List.of(new Part(List.of(title), List.of("nb"), "", 0, List.of(new Chapter(pairs)))));
  }

  private static Document page(EpubBook book, String name) throws IOException {
    var out = new ByteArrayOutputStream();
    new EpubWriter(book, RESOURCES, out).write();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
          return Jsoup.parse(text, "", Parser.xmlParser());
        }
      }
    }
    throw new AssertionError("no " + name);
  }
}
