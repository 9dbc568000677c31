package no.speil.markdown.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import no.speil.TestCorpora;
import no.speil.corpus.Block;
import no.speil.corpus.DocumentText;
import no.speil.corpus.Side;
import no.speil.markdown.RandomMarkdown;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BlockCoverageTest {

  @Test
  @Tag("slow")
  void everyCharacterOfRealTextLiesInExactlyOneBlock() {
    for (Path file : TestCorpora.markdown()) {
      String source = TestCorpora.read(file);
      assertCovered(source, file.toString());
      assertCovered(source.replace("\n", "\r\n"), file + " with CR LF");
      assertCovered("\uFEFF" + source, file + " with a byte order mark");
    }
  }

  @Test
  @Tag("slow")
  void everyCharacterOfChanceTextLiesInExactlyOneBlock() {
    for (long seed = 0; seed < 2000; seed++) {
      assertCovered(RandomMarkdown.text(seed), "seed " + seed);
    }
  }

  @Test
  void everyCharacterOfTextBeyondTheBoundsLiesInExactlyOneParagraph() {
    String source =
        "---\ntitle: T\n---\n# H\n" + "> ".repeat(500) + "a\n\n \nto\nlinjer\r\n\r\ntre  \n";
    assertCovered(source, "nested quotations");
    ParsedFile parsedFile = new MarkdownReader().read(source, "x.md", "x", Side.ORIGINAL);
    assertThat(parsedFile.problems()).hasSize(1);
    assertThat(parsedFile.text().blocks().stream().skip(2).map(Block::text))
        .containsExactly("to linjer", "tre");
  }

  private static void assertCovered(String source, String name) {
    DocumentText text =
        new MarkdownReader().read(source, name, "Uten tittel", Side.ORIGINAL).text();
    int at = ParsedBody.of(source).body();
    int line = breaks(source.substring(0, at)) + 1;
    for (Block block : text.blocks().subList(1, text.blocks().size())) {
      int start = block.source().start();
      int end = block.source().end();
      assertThat(start).as("%s: order and overlap", name).isGreaterThanOrEqualTo(at);
      line += breaks(source.substring(at, start));
      assertThat(source.substring(at, start)).as("%s: between blocks", name).matches(BLANK);
      assertThat(source.substring(start, end)).as(name).isEqualTo(block.markdown());
      assertThat(block.markdown()).as("%s: tidy ends", name).matches(TIDY);
      assertThat(block.source().line())
          .as("%s: line of %s", name, block.markdown())
          .isEqualTo(line);
      line += breaks(block.markdown());
      at = end;
    }
    assertThat(source.substring(at)).as("%s: after the last block", name).matches(BLANK);
  }

  private static int breaks(String text) {
    return text.split("\r\n|\r|\n", -1).length - 1;
  }

  private static final String BLANK = "[\\s\\p{Z}\\x{FEFF}\\x{1C}-\\x{1F}\\x{0B}\\x{85}]*";
  private static final String TIDY = "(?s)[^\\r\\n]*\\S.*(?<![\\s])";
}
