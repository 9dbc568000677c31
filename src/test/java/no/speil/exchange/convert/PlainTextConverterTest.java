package no.speil.exchange.convert;

import static no.speil.exchange.convert.EnglishWords.losses;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import no.speil.ProcessorTime;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.Side;
import no.speil.markdown.parse.MarkdownReader;
import no.speil.markdown.parse.Whitespace;
import org.junit.jupiter.api.Test;

class PlainTextConverterTest {

  private static ConvertedText convert(String text) {
    return PlainTextConverter.convert(new DecodedText(text, List.of()));
  }

  private static String markdown(String text) {
    return convert(text).markdown();
  }

  /** The blocks that Speil reads of the result, without the title. */
  private static List<Block> blocks(String markdown) {
    List<Block> all =
        new MarkdownReader().read(markdown, "a.md", "a", Side.ORIGINAL).text().blocks();
    return all.stream().filter(block -> block.kind() != BlockKind.TITLE).toList();
  }

  @Test
  void linesBrokenToAWidthAreParagraphs() {
    String text =
        """
        Kvinnegruppa krever at styret i Amnesty Norge går av etter vedtaket om
        ny prostitusjonspolitikk, og medlemmene av gruppa melder seg ut, alle
        sammen.

        Det neste avsnittet er også langt nok til at linjene i det er brutt av
        et program, og ikke med vilje.
        """;

    assertThat(markdown(text))
        .isEqualTo(
            """
            Kvinnegruppa krever at styret i Amnesty Norge går av etter vedtaket om ny prostitusjonspolitikk, og medlemmene av gruppa melder seg ut, alle sammen.

            Det neste avsnittet er også langt nok til at linjene i det er brutt av et program, og ikke med vilje.
            """);
  }

  @Test
  void paragraphsWithoutEmptyLinesBetweenThemAreFoundByTheirLastLine() {
    String text =
        """
        Kvinnegruppa krever at styret i Amnesty Norge går av etter vedtaket om
        ny prostitusjonspolitikk.
        Det neste avsnittet er også langt nok til at linjene i det er brutt av
        et program.
        """;

    assertThat(markdown(text).lines().filter(line -> !line.isEmpty())).hasSize(2);
    assertThat(markdown(text)).contains("vedtaket om ny prostitusjonspolitikk.\n\nDet neste");
  }

  @Test
  void longLinesAreParagraphsEach() {
    String one = "Et avsnitt på én linje som ingen har brutt. ".repeat(5).strip();

    assertThat(markdown(one + "\n" + one + "\n\nKari\nOla\n"))
        .isEqualTo(one + "\n\n" + one + "\n\nKari\\\nOla\n");
  }

  @Test
  void deliberateLineBreaksStay() {
    String text =
        """
        Kvinnegruppa krever at styret i Amnesty Norge går av etter vedtaket om
        ny prostitusjonspolitikk.

        Oslo, 24. august 2015
        Trine Lise Bryn
        """;

    assertThat(markdown(text)).endsWith("\n\nOslo, 24. august 2015\\\nTrine Lise Bryn\n");
  }

  @Test
  void titleIsAFirstLineThatStandsAloneAndIsNoSentence() {
    ConvertedText told = convert("Styret må gå!\n\nVi krever det.\n");
    assertThat(told.value("title")).isEqualTo("Styret må gå!");
    assertThat(told.markdown()).isEqualTo("Vi krever det.\n");

    assertThat(convert("Brev\n====\n\nTekst.\n").value("title")).isEqualTo("Brev");
    for (String text :
        List.of("Styret må gå.\n\nNå.\n", "Kjære alle,\n\nHei.\n", "Bare én linje\n")) {
      assertThat(convert(text).value("title")).as(text).isEmpty();
      assertThat(markdown(text)).as(text).isEqualTo(text);
    }
  }

  @Test
  void listsAreKeptWithTheirDepthAndNumbers() {
    String text =
        """
        Vi krever:
        - at styret
          går
            * både i Oslo
            * og andre steder
        - at noen svarer

        1) Først
        2) så

        a) sist
        b) aller sist

        • punkt
        """;

    assertThat(markdown(text))
        .isEqualTo(
            """
            Vi krever:

            - at styret går
                - både i Oslo
                - og andre steder
            - at noen svarer

            1) Først
            2) så

            - a) sist
            - b) aller sist
            - punkt
            """);
    assertThat(blocks(markdown(text)).stream().filter(b -> b.kind() == BlockKind.ITEM)).hasSize(7);
  }

  @Test
  void dateAtTheBeginningOfALineIsNoItem() {
    assertThat(markdown("Møtet er den\n24. august i Oslo.\n\n3. september er det neste.\n"))
        .doesNotContain("\n24. ")
        .contains("3\\. september");
  }

  @Test
  void quotationsAreKeptWithTheirDepth() {
    assertThat(
            markdown("Han skrev:\n\n> Sitert linje\n> nummer to.\n>\n>> Dypere *der*.\n\nSlutt.\n"))
        .isEqualTo(
            "Han skrev:\n\n> Sitert linje\\\n> nummer to.\n>\n> > Dypere \\*der\\*.\n\nSlutt.\n");
  }

  @Test
  void columnsStayLinesAndAreTold() {
    ConvertedText converted =
        convert("Her er tall.\n\nNavn       Sum\nKari       100\nOla        20\n");

    assertThat(converted.markdown()).isEqualTo("Her er tall.\n\nNavn Sum\\\nKari 100\\\nOla 20\n");
    assertThat(losses(converted)).singleElement().asString().contains("Columns");
  }

  @Test
  void whatLooksLikeMarkupIsShownAsItIs() {
    var random = new Random(7);
    List<String> parts =
        List.of(
            "*ord*",
            "**",
            "_a_b_",
            "`kode`",
            "[x](y)",
            "[^1]",
            "![",
            "<b>",
            "&amp;",
            "&",
            "\\",
            "#",
            "{#id}",
            "{{< ref >}}",
            "~~nei~~",
            "a|b",
            "http://a.no/x_y_z",
            "<http://a.no>",
            "1.",
            "-",
            "+",
            "===",
            "---",
            ">",
            "ord",
            "blå",
            "[^1]:",
            "|---|",
            "$x$",
            "{.klasse}");
    for (int i = 0; i < 3000; i++) {
      var text = new StringBuilder("Ord");
      for (int words = random.nextInt(1, 12); words > 0; words--) {
        text.append(random.nextInt(4) == 0 ? "" : " ")
            .append(parts.get(random.nextInt(parts.size())));
      }
      String markdown = markdown(text + ".\n");
      assertThat(blocks(markdown).stream().map(Block::text).toList())
          .as(markdown)
          .containsExactly(Whitespace.fold(text + "."));
    }
  }

  @Test
  void noWordIsLostWhateverTheLines() {
    var random = new Random(11);
    List<String> starts =
        List.of(
            "", "  ", "      ", "> ", "> > ", "- ", "* ", "1. ", "2) ", "# ", "    - ", "\t",
            "a) ");
    for (int i = 0; i < 500; i++) {
      var text = new StringBuilder();
      int word = 0;
      for (int lines = random.nextInt(1, 14); lines > 0; lines--) {
        if (random.nextInt(4) > 0) {
          text.append(starts.get(random.nextInt(starts.size())));
          for (int words = random.nextInt(1, 14); words > 0; words--) {
            text.append("ord").append(word++).append(words == 1 ? "" : " ");
          }
        }
        text.append('\n');
      }
      ConvertedText converted = convert(text.toString());
      String all = converted.value("title") + " " + converted.markdown();
      for (int each = 0; each < word; each++) {
        assertThat(all).as(text.toString()).containsPattern("ord" + each + "\\b");
      }
    }
  }

  @Test
  void hostileTextTakesLinearTime() {
    for (String text :
        List.of(
            "> ".repeat(50_000) + "x\n",
            "- ".repeat(50_000) + "\n",
            "(".repeat(100_000) + "\n",
            "-".repeat(100_000) + "x\n",
            "- - ".repeat(30_000) + "x\n",
            "a".repeat(100_000) + "-\nb\n",
            ("    ".repeat(20) + "- x\n").repeat(2_000),
            "x   y\n".repeat(20_000),
            "ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord\n".repeat(20_000),
            "[".repeat(50_000) + "\n")) {
      ProcessorTime.assertLinear(
          text.substring(0, 20), text.length(), n -> markdown(text.substring(0, n)));
    }
  }
}
