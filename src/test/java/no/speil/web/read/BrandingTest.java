package no.speil.web.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The logo, the icon, the colour and the picture of an archive. */
class BrandingTest {
  private static final String LOGO = "/files/archive/om/v%C3%A5r%20logo.svg";

  @Served private TestServer testServer;
  private Path profile;

  @BeforeEach
  void draw() throws IOException {
    profile = testServer.root().resolve("archive/speil.yaml");
    Path folder = Files.createDirectories(testServer.root().resolve("archive/om"));
    Files.writeString(
        folder.resolve("vår logo.svg"),
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"9\" height=\"9\"/></svg>");
    Files.writeString(
        profile,
        """
        name: Stemmer
        logo: om/vår logo.svg
        icon: 2015/merke.png
        picture: 2015/merke.png
        picture-caption: {nb: Lesesalen <1920>, en: The reading room}
        color: "#7a1f3d"
        """);
  }

  @Test
  void everyPageHasTheLogoTheIconAndTheColour() {
    for (String path : new String[] {"/search?q=styret", "/d/2015/brev", "/help", "/nowhere"}) {
      Document page = page(path, "nb");
      assertThat(page.select(".brand img").attr("src")).as(path).isEqualTo(LOGO);
      assertThat(page.expectFirst(".brand").text()).as(path).isEqualTo("Stemmer");
      assertThat(page.select("link[rel=icon]").attr("href"))
          .isEqualTo("/files/archive/2015/merke.png");
      String style = page.select("link[rel=stylesheet]").last().attr("href");
      assertThat(style).startsWith("/assets/color-7a1f3d.css?v=");
    }
    assertThat(testServer.get(LOGO).statusCode()).isEqualTo(200);
  }

  @Test
  void theHomePageHasThePictureWithItsCaptionInTheLanguageOfThePage() {
    assertThat(page("/home", "nb").select(".home > .logo").attr("src")).isEqualTo(LOGO);
    assertThat(page("/home", "nb").select("figure figcaption").text())
        .isEqualTo("Lesesalen <1920>");
    assertThat(page("/home", "en").select("figure figcaption").text())
        .isEqualTo("The reading room");
    assertThat(page("/home", "en").select("figure img").attr("src"))
        .isEqualTo("/files/archive/2015/merke.png");
  }

  @Test
  void theStyleSheetOfAColourIsKeptForGoodAndHasNothingElseInIt() {
    String address = page("/help", "nb").select("link[rel=stylesheet]").last().attr("href");
    var style = testServer.get(address);
    assertThat(style.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    assertThat(style.body()).startsWith(":root { --light: #7a1f3d; --dark: #");
    for (String name : new String[] {"color-7a1f3d%3B.css", "7a1f3d", "color-red.css", "color-"}) {
      assertThat(testServer.get("/assets/" + name).statusCode()).as(name).isEqualTo(404);
    }
  }

  @Test
  void pagesLookAsTheyDidWhereAPictureIsGone() throws IOException {
    Files.delete(testServer.root().resolve("archive/om/vår logo.svg"));
    assertThat(page("/help", "nb").select("img")).isEmpty();
    testServer.library().sync().look();
    assertThat(page("/problems", "en").text()).contains("no picture om/vår logo.svg");
    Files.delete(profile);
    assertThat(page("/help", "nb").select("link[rel=icon]").attr("href")).contains("speil.svg");
    assertThat(page("/home", "nb").select("figure, .logo")).isEmpty();
  }

  @Test
  void booksHaveTheLogoAndTheColourToo() throws IOException {
    var book = new HashMap<String, byte[]>();
    byte[] bytes = testServer.bytes("/export/2015/brev.epub").body();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        book.put(entry.getName(), zip.readAllBytes());
      }
    }
    assertThat(text(book, "book/title-1.xhtml"))
        .contains("<img src=\"picture-1.svg\" alt=\"Stemmer\"");
    assertThat(text(book, "book/picture-1.svg")).contains("<rect");
    assertThat(text(book, "book/style.css")).contains("solid #7a1f3d");
  }

  private static String text(Map<String, byte[]> book, String file) {
    return new String(book.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
  }

  private Document page(String path, String lang) {
    return Jsoup.parse(testServer.get(path, "Accept-Language", lang).body());
  }
}
