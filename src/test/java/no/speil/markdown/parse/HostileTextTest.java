package no.speil.markdown.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import no.speil.ProcessorTime;
import no.speil.corpus.Block;
import no.speil.corpus.Side;
import no.speil.markdown.render.MarkdownRenderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class HostileTextTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("nested quotations", ">".repeat(20_000) + " a"),
        Arguments.of("nested quotations, spaced", "> ".repeat(20_000) + " a"),
        Arguments.of("nested lists in a line", "- ".repeat(2_000) + "a"),
        Arguments.of("nested lists", nested(2_000)),
        Arguments.of("nested numbers", "1. ".repeat(20_000) + "a"),
        Arguments.of("asterisks", "*".repeat(50_000)),
        Arguments.of("asterisks around", "*".repeat(50_000) + "a" + "*".repeat(50_000)),
        Arguments.of("spaced asterisks", "* ".repeat(50_000)),
        Arguments.of("underscores", "_".repeat(50_000) + "a"),
        Arguments.of("open brackets", "[".repeat(50_000) + "a"),
        Arguments.of("brackets", "[".repeat(50_000) + "a" + "]".repeat(50_000)),
        Arguments.of("backticks", "a" + "`".repeat(50_000)),
        Arguments.of("growing backticks", growing("`", 600)),
        Arguments.of("tildes", "~".repeat(50_000)),
        Arguments.of("unclosed links", "[a](".repeat(20_000)),
        Arguments.of("unclosed links on lines", "[a](\n".repeat(20_000)),
        Arguments.of("unclosed pointed links", "[a](<b".repeat(20_000)),
        Arguments.of("unclosed pictures", "![".repeat(50_000)),
        Arguments.of("unclosed emphasis", "*a **a ".repeat(20_000)),
        Arguments.of("nested emphasis", "*a **b ".repeat(5_000) + "b** a*".repeat(5_000)),
        Arguments.of("open tags", "<a ".repeat(30_000)),
        Arguments.of("many attributes", "<a" + " b".repeat(30_000) + ">"),
        Arguments.of("open comments", "a <!-- ".repeat(20_000)),
        Arguments.of("open declarations", "a <!A ".repeat(20_000)),
        Arguments.of("open instructions", "a <? ".repeat(20_000)),
        Arguments.of("nested elements", "<div>".repeat(20_000)),
        Arguments.of("nested elements on lines", "<b>\n\n".repeat(5_000)),
        Arguments.of("hyphens", "-".repeat(50_000) + "a"),
        Arguments.of("equal signs", "a\n" + "=".repeat(50_000)),
        Arguments.of("number signs", "#".repeat(50_000)),
        Arguments.of("pipes", "|".repeat(50_000) + "\n|-|"),
        Arguments.of("attributes in paragraphs", "a {#b} {.c}\n\n".repeat(20_000)),
        Arguments.of("tables", ("|a|b|\n|-|-|\n" + "|c|d|\n".repeat(1_000) + "\n").repeat(50)),
        Arguments.of("definitions apart", numbered("[a%d]: b\n\n", 20_000)),
        Arguments.of("references", "[a]: b\n\n" + "[a] ".repeat(20_000)),
        Arguments.of("entities", "&".repeat(50_000)),
        Arguments.of("open shortcodes", "{{< ".repeat(50_000)),
        Arguments.of("shortcodes", "{{<>}}".repeat(50_000)),
        Arguments.of("shortcodes and words", "a {{< x >}}\n".repeat(20_000)),
        Arguments.of("links with open templates", "[a]({{ ".repeat(30_000)),
        Arguments.of("links with templates", "[a]({{a}}b) ".repeat(20_000)),
        Arguments.of("ends of links", "]({{a}})".repeat(30_000)),
        Arguments.of("braces", "{a".repeat(30_000)),
        Arguments.of("attributes", "{#a}".repeat(20_000)),
        Arguments.of("definitions", "[a]: b\n".repeat(20_000)),
        Arguments.of("definitions of other names", numbered("[a%d]: b\n", 20_000)),
        Arguments.of("footnotes", numbered("[^%d]: b\n", 10_000) + numbered("[^%d] ", 10_000)),
        Arguments.of("open footnotes", "[^".repeat(30_000)),
        Arguments.of("long table", "|a|b|\n|-|-|\n" + "|c|d|\n".repeat(100_000)),
        Arguments.of("wide table", "|a".repeat(20_000) + "\n" + "|-".repeat(20_000)),
        Arguments.of("lines that begin a table", "a|b\n".repeat(50_000)),
        Arguments.of("table heads", "a|b\n-|-\n".repeat(30_000)),
        Arguments.of("setext", "a\n---\n".repeat(30_000)),
        Arguments.of("one long paragraph", "ord på linje\n".repeat(100_000)),
        Arguments.of("one long line", "ord på linje ".repeat(100_000)),
        Arguments.of("one long list", "- a\n".repeat(50_000)),
        Arguments.of("loose list", "- a\n\n".repeat(30_000)),
        Arguments.of("lazy quotation", "> a\n" + "b\n".repeat(100_000)),
        Arguments.of("headings", "# a\n".repeat(50_000)),
        Arguments.of("long fence", "```\n" + "a\n".repeat(100_000)),
        Arguments.of("addresses", "http://a.no ".repeat(20_000)),
        Arguments.of("dots", "www.a.".repeat(20_000)),
        Arguments.of("mails", "a@b.no ".repeat(20_000)),
        Arguments.of("at signs", "a@".repeat(30_000)),
        Arguments.of("empty lines", "\n".repeat(1_000_000)),
        Arguments.of("spaces", "a" + " ".repeat(500_000) + "b"),
        Arguments.of("two megabytes", "Dette er et *avsnitt* på norsk.\n\n".repeat(60_000)),
        Arguments.of("yaml depth", "---\na: " + "[".repeat(30_000) + "\n---\nb"),
        Arguments.of("yaml aliases", "---\n" + bomb() + "---\nb"),
        Arguments.of("yaml keys", "---\n" + numbered("k%d: [\n", 8_000) + "---\nb"),
        Arguments.of("yaml length", "---\na: " + "b".repeat(1_000_000) + "\n---\nb"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void isReadAndRenderedInLinearTime(String name, String text) {
    ProcessorTime.assertLinear(name, text.length(), n -> readAndRender(prefix(text, n)));
  }

  /** Front matter stays front matter. */
  private static String prefix(String text, int length) {
    return text.substring(0, length) + (text.startsWith("---") ? "\n---\nb" : "");
  }

  static Stream<Arguments> patterns() {
    return Stream.of(
        Arguments.of("growing backticks", (IntFunction<String>) n -> growing("`", n)),
        Arguments.of("table rows", (IntFunction<String>) n -> "|a|\n|-|\n" + "|b|\n".repeat(n)),
        Arguments.of("open links", (IntFunction<String>) "[a]("::repeat),
        Arguments.of("open pointed links", (IntFunction<String>) "[a](<b"::repeat),
        Arguments.of("open instructions", (IntFunction<String>) "a <? "::repeat),
        Arguments.of("open declarations", (IntFunction<String>) "a <!A "::repeat),
        Arguments.of("open comments", (IntFunction<String>) "a <!-- "::repeat),
        Arguments.of("braces", (IntFunction<String>) "{#a "::repeat),
        Arguments.of("open definitions", (IntFunction<String>) "[a]:"::repeat),
        Arguments.of("dots", (IntFunction<String>) "www.a."::repeat));
  }

  /**
   * The two do different work, so how much dearer one is depends on the machine. With a budget
   * twenty times as large, tables take more than fifty times as long as prose.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("patterns")
  void nothingThatIsParsedTakesMuchLongerThanTheLongestProse(
      String name, IntFunction<String> pattern) {
    String prose = "Dette er et *avsnitt* på norsk.\n\n".repeat(60_000);
    String text = longestParsed(pattern);
    ProcessorTime.assertAtMost(
        10, name, () -> FlexmarkParser.parse(text), () -> FlexmarkParser.parse(prose));
  }

  private static String longestParsed(IntFunction<String> pattern) {
    int most = 8;
    while (ParseLimits.allow(pattern.apply(most * 2))) {
      most *= 2;
    }
    for (int step = most / 2; step > 0; step /= 2) {
      most += ParseLimits.allow(pattern.apply(most + step)) ? step : 0;
    }
    return pattern.apply(most);
  }

  private static void readAndRender(String text) {
    ParsedFile parsedFile = new MarkdownReader().read(text, "x.md", "Uten tittel", Side.ORIGINAL);
    List<Block> blocks = parsedFile.text().blocks();
    assertThat(blocks).isNotEmpty();
    assertThat(
            new MarkdownRenderer()
                .render(text, blocks, blocks, Side.ORIGINAL, (address, picture) -> address))
        .hasSameSizeAs(blocks);
  }

  private static String nested(int depth) {
    var text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      text.append("  ".repeat(i)).append("- a\n");
    }
    return text.toString();
  }

  private static String growing(String mark, int most) {
    var text = new StringBuilder();
    for (int i = 1; i < most; i++) {
      text.append("a").append(mark.repeat(i));
    }
    return text.toString();
  }

  private static String numbered(String form, int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(form.formatted(i));
    }
    return text.toString();
  }

  private static String bomb() {
    var text = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 30; i++) {
      text.append("a%d: &a%d [%s]\n".formatted(i, i, "*a" + (i - 1) + ", *a" + (i - 1)));
    }
    return text.toString();
  }
}
