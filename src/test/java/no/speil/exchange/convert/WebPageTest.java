package no.speil.exchange.convert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebPageTest {
  private static final String ADDRESS = "https://www.avisa.no/2015/tale?x=1";
  private static final String LONG =
      "<p>Dette er et avsnitt som er langt nok til at det ikke ble regnet som noe annet enn tekst,"
          + " og som har flere setninger, med komma, slik tekster ofte har. Det er skrevet for"
          + " denne prøven.</p>";

  @Test
  void theMainTextIsFoundWithoutWhatStandsAroundIt() {
    HtmlConverter.WebPage page =
        convert(
            "<div class='content'><h1>Tale om skrift</h1><p class='byline'>Av Kari Nordmann</p>"
                + LONG
                + "<h2>Mellomtittel</h2>"
                + LONG
                + "<p>Se <a href='../b'>her</a> <img src='/p.jpg' alt='Et"
                + " bilde'>.</p><ul><li>ett</li><li>to</li></ul>"
                + LONG
                + "</div>");
    String markdown = page.text().markdown();
    assertThat(markdown)
        .contains("## Mellomtittel", "Se [her](https://www.avisa.no/b)", "- ett\n- to")
        .contains("![Et bilde](https://www.avisa.no/p.jpg)")
        .doesNotContain("Meny", "informasjonskapsler", "Les også", "©", "Tale om skrift");
    assertThat(markdown.split("Dette er et avsnitt", -1)).hasSize(4);
    assertThat(page.text().frontMatter())
        .contains(
            entry("title", List.of("Tale om skrift")),
            entry("authors", List.of("Kari Nordmann")),
            entry("publisher", List.of("Avisa")),
            entry("language", List.of("nb")),
            entry("source", List.of("https://avisa.no/2015/tale")));
    assertThat(page.norwegian()).isEqualTo("https://www.avisa.no/nn/tale");
  }

  @Test
  void ofAShortPageThePartIsTakenThatThePageNames() {
    assertThat(
            convert("<main><nav>Sti</nav><h1>Kort</h1><p>En setning.</p></main>").text().markdown())
        .isEqualTo("En setning.\n");
    assertThat(convert("<article><p>En setning.</p></article>").text().markdown())
        .isEqualTo("En setning.\n");
    assertThat(convert("<p>En setning.</p>").text().markdown())
        .contains("En setning.")
        .doesNotContain("Meny", "©");
  }

  @Test
  void noPartOfANamedTextIsLeftOut() {
    String part = "<div><div>" + LONG + "</div></div>";
    String names = "<div class='promo'><p>Ett navn, to navn</p><p>Tre navn</p></div>".repeat(30);
    String markdown = convert("<article>" + part + names + "</article>").text().markdown();
    assertThat(markdown).contains("Dette er et avsnitt", "Tre navn");
  }

  @Test
  void aCanonicalAddressOfAnotherSiteIsNotBelieved() {
    byte[] bytes = "<link rel=canonical href='https://annen.no/x'><p>Tekst.".getBytes(UTF_8);
    assertThat(HtmlConverter.convertPage(bytes, "", ADDRESS).text().value("source"))
        .isEqualTo(ADDRESS);
  }

  @Test
  void footnotesSurviveTheSearchForTheMainText() {
    String markdown =
        convert(
                "<article>"
                    + LONG
                    + "<p>Med note<sup><a href='#n1' id='r1'>1</a></sup>, og mer tekst her, slik at"
                    + " det blir et avsnitt.</p>"
                    + LONG
                    + "<ol class='notes'><li id='n1'>Noten. <a"
                    + " href='#r1'>↩</a></li></ol></article>")
            .text()
            .markdown();
    assertThat(markdown).contains("Med note[^1], og mer", "\n[^1]: Noten.\n");
  }

  @Test
  void theEncodingOfTheServerIsBelievedUnlessTheBytesSayOtherwise() {
    byte[] latin = "<p>blåbær – «ø»".getBytes(Charset.forName("windows-1252"));
    ConvertedText text = HtmlConverter.convertPage(latin, "ISO-8859-1", ADDRESS).text();
    assertThat(text.markdown()).isEqualTo("blåbær – «ø»\n");
    assertThat(text.losses()).isEqualTo(List.of());
  }

  private static HtmlConverter.WebPage convert(String content) {
    String page =
        """
        <html lang="nb"><head><title>Tale om skrift – Avisa</title><meta property="og:site_name" content="Avisa">
        <link rel="canonical" href="https://avisa.no/2015/tale">
        <link rel="alternate" hreflang="nn" href="/nn/tale"></head>
        <body><header><h1>Avisa</h1><ul class="menu"><li><a href="/a">Meny A</a></li><li><a href="/b">Meny B</a></li></ul></header>
        <div class="cookie-banner">Vi bruker informasjonskapsler. <button>Godta</button></div>
        %s
        <div class="sidebar"><h3>Les også</h3><ul><li><a href="/c">Annen sak</a></li></ul></div>
        <footer><p>© Avisa</p></footer></body></html>
        """
            .formatted(content);
    return HtmlConverter.convertPage(page.getBytes(UTF_8), "utf-8", ADDRESS);
  }
}
