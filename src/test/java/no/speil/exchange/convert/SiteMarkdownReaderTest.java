package no.speil.exchange.convert;

import static no.speil.exchange.convert.EnglishWords.losses;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.speil.ProcessorTime;
import org.junit.jupiter.api.Test;

class SiteMarkdownReaderTest {

  private static ImportedText read(String source, String dateOfName) {
    return new SiteMarkdownReader().read(new DecodedText(source, List.of()), dateOfName);
  }

  @Test
  void everyKindOfTomlValueIsReadAsItsText() {
    ImportedText read =
        read(
            """
            +++
            title = '''Et "brev"'''
            date = 2015-08-24
            draft = false
            author = "Kari"
            aliases = ["/gammel/", "https://a.no/x", "/b/index.html"]
            pris = 12.5
            translationKey = "brev"
            [params]
            publisher = "Oss"
            steder = ["Oslo", "Bergen"]
            [params.kart]
            x = 1
            [[resources]]
            src = "a.png"
            +++
            Tekst.
            """,
            "");

    assertThat(read.text().frontMatter())
        .isEqualTo(
            Map.of(
                "title",
                List.of("Et \"brev\""),
                "date",
                List.of("2015-08-24"),
                "authors",
                List.of("Kari"),
                "publisher",
                List.of("Oss"),
                "aliases",
                List.of("gammel", "b"),
                "pris",
                List.of("12.5"),
                "steder",
                List.of("Oslo", "Bergen")));
    assertThat(read.pairKey()).isEqualTo("brev");
    assertThat(read.text().markdown()).isEqualTo("Tekst.\n");
    assertThat(losses(read.text()))
        .containsExactlyInAnyOrder(
            "Of its front matter this is left out: resources.",
            "Of its front matter this is left out: kart.");
  }

  @Test
  void titleWithAColonIsATextAndAMappingIsNone() {
    ImportedText read =
        read(
            """
            ---
            title: "Styret: et brev"
            authors:
              - name: Kari
                url: x
            kart: {x: 1}
            sider:
              - a: b
            ---
            Tekst.
            """,
            "2015-08-24");

    assertThat(read.text().frontMatter())
        .isEqualTo(
            Map.of(
                "title",
                List.of("Styret: et brev"),
                "authors",
                List.of("Kari"),
                "date",
                List.of("2015-08-24")));
    assertThat(losses(read.text()))
        .containsExactly("Of its front matter this is left out: kart, sider.");
  }

  @Test
  void hostileFrontMatterIsTold() {
    String bomb =
        """
        a: &a [x, x, x, x, x, x, x, x, x]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b, *b]
        d: &d [*c, *c, *c, *c, *c, *c, *c, *c]
        e: [*d, *d, *d, *d, *d, *d, *d, *d]
        """;
    for (String source :
        List.of(
            "+++\na = " + "[".repeat(30_000) + "\n+++\nTekst.\n",
            "+++\na = " + "{a=".repeat(15_000) + "\n+++\nTekst.\n",
            "+++\n" + "a.".repeat(30_000) + "a = 1\n+++\nTekst.\n",
            "+++\n[" + "a.".repeat(30_000) + "a]\nb = 1\n+++\nTekst.\n",
            "+++\na = \"" + "x".repeat(100_000) + "\"\n+++\nTekst.\n",
            "---\na: " + "[".repeat(30_000) + "\n---\nTekst.\n",
            "---\n" + bomb + "---\nTekst.\n")) {
      ImportedText read = read(source, "");
      assertThat(read.text().markdown()).as(source.substring(0, 20)).isEqualTo("Tekst.\n");
      assertThat(read.text().losses()).as(source.substring(0, 20)).isNotEmpty();
    }
  }

  @Test
  void deepFrontMatterNeedsLittleStack() throws InterruptedException {
    var read = new ArrayList<ImportedText>();
    for (String source :
        List.of(
            "+++\na = " + "[".repeat(900) + "]".repeat(900) + "\n+++\nTekst.\n",
            "+++\na = " + "{a=".repeat(900) + "1" + "}".repeat(900) + "\n+++\nTekst.\n")) {
      var thread = new Thread(null, () -> read.add(read(source, "")), "", 256 << 10);
      thread.start();
      thread.join();
    }
    assertThat(read).extracting(each -> each.text().markdown()).containsOnly("Tekst.\n").hasSize(2);
    assertThat(read).allMatch(each -> !each.text().losses().isEmpty());
  }

  @Test
  void longFrontMatterIsReadInLinearTime() {
    for (String begin : List.of("+++\na = [", "+++\na = {a=", "+++\na.", "+++\n[a.", "---\na: [")) {
      String piece = begin.substring(begin.length() - (begin.endsWith("[") ? 1 : 2));
      ProcessorTime.assertLinear(
          begin, 60_000, n -> read(begin + piece.repeat(n / 2) + "\n" + begin.substring(0, 4), ""));
    }
  }
}
