package no.speil.web.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links in texts of a site whose maker, Hugo or Jekyll, fills in the addresses. */
class SiteLinksTest {
  @TempDir Path folder;

  @Test
  void linksLeadToDocumentsOrAreWordsWithTheirTitle() throws IOException {
    put("archive/no/permanent/leiedb.md", "# Leiedatabasen\n\nOm leie.\n");
    put("archive/no/a/to.md", "# En\n");
    put("archive/no/b/to.md", "# Annen\n");
    put("archive/no/_index.md", "# Forside\n");
    put("archive/no/post/brev.md", links());
    try (TestServer testServer = TestServer.again(folder)) {
      Document page = Jsoup.parse(testServer.get("/d/no/post/brev").body());

      assertThat(page.select(".original a").eachAttr("href"))
          .containsExactly(
              "/d/no/permanent/leiedb",
              "/d/no/permanent/leiedb#om",
              "/d/no/permanent/leiedb",
              "/d/no/permanent/leiedb",
              "/d/no/_index",
              "#her",
              "/d/no/a/to");
      Element unknown = page.expectFirst(".original p:contains(ukjent)");
      assertThat(unknown.select("a")).isEmpty();
      assertThat(unknown.select("span[title=Tittel]").text()).isEqualTo("ukjent");
      assertThat(page.select(".original p:contains(tvetydig) a")).isEmpty();
      assertThat(page.select(".original").text()).doesNotContain("{{", "{%", "ref ");
      assertThat(testServer.library().problems()).isEmpty();
    }
  }

  @Test
  void aPictureThatIsMissingIsItsTextInABoxInTheLanguageOfThePage() throws IOException {
    put(
        "archive/brev.md",
        "![Et kart & mer](kart.png \"Tittel\") ![Et merke](/bilder/merke.png)\n");
    put("archive/ute.md", "![Et bilde](https://x.example/bilde.png) ![](borte.png)\n");
    Files.copy(
        Path.of("src/test/cases/letters/archive/2015/merke.png"),
        Files.createDirectories(folder.resolve("archive/bilder")).resolve("merke.png"));
    try (TestServer testServer = TestServer.again(folder)) {
      Document page = Jsoup.parse(testServer.get("/d/brev?lang=en").body());
      assertThat(page.select(".original img").eachAttr("src"))
          .containsExactly("/files/archive/bilder/merke.png");
      Element missing = page.expectFirst(".original .missing-picture");
      assertThat(missing.text()).isEqualTo("Picture missing Et kart & mer");
      assertThat(missing.select("[lang=en]").text()).isEqualTo("Picture missing");
      assertThat(Jsoup.parse(testServer.get("/d/brev?lang=nb").body()).select("b[lang=nb]").text())
          .isEqualTo("Bildet mangler");
      Document elsewhere = Jsoup.parse(testServer.get("/d/ute?lang=en").body());
      assertThat(elsewhere.select(".original img").eachAttr("src"))
          .as("nobody is asked whether a picture of another site is there")
          .containsExactly("https://x.example/bilde.png");
      assertThat(elsewhere.select(".missing-picture").text()).isEqualTo("Picture missing");
    }
  }

  private static String links() {
    return String.join(
        "\n\n",
        List.of(
            "Vi viser til [den ene]({{< ref \"permanent/leiedb\" >}} \"Leie\") og",
            "[den]({{< relref \"leiedb.md#om\" >}}) og ikke",
            "[den]({{% ref \"/no/permanent/leiedb\" %}}), men",
            "[den]({{ site.baseurl }}{% link no/permanent/leiedb.md %}) eller",
            "[forsiden]({{< ref \"no/_index.md\" >}}),",
            "[nedenfor]({{< ref \"#her\" >}}),",
            "[en]({{ site.url }}/no/a/to/),",
            "[ukjent]({{< ref \"borte\" >}} \"Tittel\") og",
            "[tvetydig]({{< ref \"to\" >}})."));
  }

  private void put(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
