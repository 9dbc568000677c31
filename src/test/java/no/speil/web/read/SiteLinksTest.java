package no.speil.web.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.speil.corpus.Problem;
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
      assertThat(testServer.library().problems())
          .containsExactly(
              dead("archive/no/post/brev.md", 15, "{{< ref \"borte\" >}}"),
              dead("archive/no/post/brev.md", 17, "{{< ref \"to\" >}}"));
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

  @Test
  void anAddressOfTheOldSiteLeadsToItsTextWithOrWithoutLanguageEndingAndSlash() throws IOException {
    put("archive/docs/strategi.md", "---\naliases: [/om/planen/]\n---\n\n# Strategi\n");
    put("archive/no/sak.md", "# Sak\n");
    put(
        "archive/brev.md",
        "[a](/nb/docs/strategi/) [b](/no/docs/strategi.md#maal) [c](/en/docs/strategi.html)"
            + " [d](docs/strategi) [e](/om/planen) [f](/en/om/planen/) [g](/sak/) [h](/nb/)"
            + " [i](/docs/borte/)\n");
    try (TestServer testServer = TestServer.again(folder)) {
      String text = "/d/docs/strategi";
      Document page = Jsoup.parse(testServer.get("/d/brev").body());

      assertThat(page.select(".original a").eachAttr("href"))
          .containsExactly(
              text, text + "#maal", text, text, text, text, "/d/no/sak", "/", "/docs/borte/");
      for (String path : List.of("/nb/docs/strategi/", "/om/planen/", "/d/en/docs/strategi")) {
        HttpResponse<String> answer = testServer.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).hasValue(text);
      }
      assertThat(testServer.get("/docs/borte/").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void linksThatLeadNowhereAreProblemsUntilTheyLeadSomewhere() throws IOException {
    put("archive/om.md", "# Om\n");
    put(
        "archive/2015/brev.md",
        "# Brev\n\nSe [om](../om.md), [borte](borte.md) og [rapport](/rapport.pdf).\n\n"
            + "![](kart.png) <a href=\"/nb/ute/\">ute</a> [søk](/search?q=x) [her](#her)"
            + " [nett](https://x.example/borte) [post](mailto:x@x.example)\n\n"
            + "[ref][r], [avsnitt](/s/zzzzzzzzzz) og [tekst](/d/ingen)\n\n[r]: /ref/\n");
    put("translations/2015/brev.md", "# Letter\n\nSee [about](../om.md), [gone](borte.md).\n");
    try (TestServer testServer = TestServer.again(folder)) {
      String file = "archive/2015/brev.md";
      assertThat(testServer.library().problems())
          .containsExactly(
              dead(file, 3, "borte.md"),
              dead(file, 3, "/rapport.pdf"),
              dead(file, 5, "kart.png"),
              dead(file, 5, "/nb/ute/"),
              dead(file, 7, "/s/zzzzzzzzzz"),
              dead(file, 7, "/d/ingen"),
              dead(file, 9, "/ref/"),
              dead("translations/2015/brev.md", 3, "borte.md"));

      put("archive/2015/borte.md", "# Borte\n");
      Files.copy(
          Path.of("src/test/cases/letters/archive/2015/merke.png"),
          folder.resolve("archive/2015/kart.png"));
      testServer.library().sync().look();

      assertThat(testServer.library().problems())
          .doesNotContain(dead(file, 3, "borte.md"), dead(file, 5, "kart.png"))
          .hasSize(5);
      Files.delete(folder.resolve("archive/2015/kart.png"));
      testServer.library().sync().look();
      assertThat(testServer.library().problems()).contains(dead(file, 5, "kart.png")).hasSize(6);
      Files.delete(folder.resolve("archive/om.md"));
      testServer.library().sync().look();
      assertThat(testServer.library().problems()).contains(dead(file, 3, "../om.md"));
    }
  }

  @Test
  void aPageThatIsNotThereOffersTheTextsWithTheLikestPathsAndSearchesForItsWords()
      throws IOException {
    for (int i = 0; i < 60; i++) {
      put("archive/andre/sak-%02d.md".formatted(i), "# Sak %d\n".formatted(i));
    }
    put("archive/2015/aarsmote-i-styret.md", "# Årsmøte i styret\n");
    put("archive/2015/vedtak.md", "# Vedtak\n");
    try (TestServer testServer = TestServer.again(folder)) {
      for (String path :
          List.of("/d/2015/aarsmote-styret", "/nb/2015/aarsmoete-i-styret/", "/aarsmote-i-stret")) {
        HttpResponse<String> answer = testServer.get(path, "Accept-Language", "en");
        Document page = Jsoup.parse(answer.body());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(page.select(".titles a").eachAttr("href"))
            .as(path)
            .startsWith("/d/2015/aarsmote-i-styret")
            .doesNotContain("/d/andre/sak-01");
        assertThat(page.select("main input[name=q]").val()).contains("aarsmo", "st");
      }
      Document unlike = Jsoup.parse(testServer.get("/wp-login.php").body());
      assertThat(unlike.select(".titles")).isEmpty();
      assertThat(unlike.select("main input[name=q]").val()).isEqualTo("wp login php");
      assertThat(Jsoup.parse(testServer.get("/s/zzzzzzzzzz").body()).select("main input"))
          .isEmpty();
    }
  }

  private static Problem dead(String file, int line, String address) {
    return Problem.of(file, line, Problem.Kind.DEAD_LINK, address);
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
