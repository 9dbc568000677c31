package no.speil.markdown.splice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import no.speil.TestCorpora;
import no.speil.corpus.Block;
import no.speil.corpus.Metadata;
import no.speil.corpus.Side;
import no.speil.markdown.RandomMarkdown;
import no.speil.markdown.parse.MarkdownReader;
import no.speil.markdown.parse.ParsedFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SpliceTest {

  @Test
  void replacesOneParagraphAndNothingElse() {
    assertThat(replace("# H\n\nen  \n\nto\n", 2, "ny\n\nog ny"))
        .isEqualTo("# H\n\nny\n\nog ny  \n\nto\n");
  }

  @Test
  void lineBreaksFollowTheFile() {
    assertThat(replace("en\r\n\r\nto\r\n", 1, "a\nb\n\nc"))
        .isEqualTo("a\r\nb\r\n\r\nc\r\n\r\nto\r\n");
  }

  @Test
  void keepsMarkerIndentationAndTightnessOfAnItem() {
    String list = "- en\n- to\n  videre\n- tre\n";
    assertThat(replace(list, 2, "ny")).isEqualTo("- en\n- ny\n- tre\n");
    assertThat(replace(list, 2, "- ny\n  mer")).isEqualTo("- en\n- ny\n  mer\n- tre\n");
    assertThat(replace(list, 2, "* ny\nmer")).isEqualTo("- en\n- ny\n  mer\n- tre\n");
    assertThat(replace(list, 2, "ny\nmer")).isEqualTo("- en\n- ny\n  mer\n- tre\n");
    assertThat(replace(list, 2, "ny\n\nmer")).isEqualTo("- en\n- ny\n\n  mer\n- tre\n");
    assertThat(replace(list, 2, "- a\n- b")).isEqualTo("- en\n- a\n- b\n- tre\n");
    assertThat(replace(" 9. en\n 10. to\n", 2, "ny\nmer")).isEqualTo(" 9. en\n 10. ny\n     mer\n");
    assertThat(replace(" - en\n   - under\n", 1, "- en\n   - over"))
        .isEqualTo(" - en\n   - over\n");
  }

  @Test
  void datesInABulletAreNoMarkers() {
    assertThat(replace("- en\n- to\n", 2, "1. mai")).isEqualTo("- en\n- 1. mai\n");
  }

  @Test
  void closesWhatTheTextLeavesOpen() {
    assertThat(replace("en\n\nto\n", 1, "```\nkode")).isEqualTo("```\nkode\n```\n\nto\n");
    assertThat(replace("en\n\nto\n", 1, "<!-- hm")).isEqualTo("<!-- hm\n-->\n\nto\n");
    assertThat(replace("en\n\nto\n", 1, "<pre>\nx")).isEqualTo("<pre>\nx\n</pre>\n\nto\n");
    assertThat(replace("- en\n- to\n", 1, "~~~\nkode")).isEqualTo("- ~~~\n  kode\n  ~~~\n- to\n");
  }

  @Test
  void makesRoomWhereTextWouldMergeWithItsNeighbours() {
    assertThat(replace("# H\nen\n", 1, "avsnitt")).isEqualTo("avsnitt\n\nen\n");
    assertThat(replace("en\n# H\n", 2, "---")).isEqualTo("en\n\n---\n");
    assertThat(replace("> en\n\nto\n# H\n", 2, "ny")).isEqualTo("> en\n\nny\n# H\n");
    assertThat(replace("***\nen\n", 1, "[a]:")).isEqualTo("[a]:\n\nen\n");
  }

  @Test
  void textThatLooksLikeFrontMatterStaysText() {
    assertThat(replace("en\n\nto\n", 1, "---\na: b\n---")).isEqualTo("\n---\na: b\n---\n\nto\n");
  }

  @Test
  void refusesAnItemThatWouldTakeInTheCodeAfterIt() {
    assertThatThrownBy(() -> replace("en\n\n    kode\n", 1, "- punkt"))
        .isInstanceOf(SpliceException.class);
  }

  @Test
  void removesWithoutLettingNeighboursMerge() {
    assertThat(remove("en\n\nto\n\ntre\n", 2)).isEqualTo("en\n\ntre\n");
    assertThat(remove("en\n# H\nto\n", 2)).isEqualTo("en\n\nto\n");
    assertThat(remove("en\n\nto\n", 2)).isEqualTo("en\n");
    assertThat(remove("en\n\nto\n", 1)).isEqualTo("to\n");
    assertThat(remove("- a\n- b\n- c\n", 2)).isEqualTo("- a\n- c\n");
    assertThat(remove("- a\n\nen\n\n- b\n", 2)).isEqualTo("- a\n\n<!-- -->\n\n- b\n");
    assertThat(replace("en\n\nto\n", 1, " \n")).isEqualTo("to\n");
  }

  @Test
  void insertsWithTidyBlankLines() {
    String source = "---\ntitle: T\n---\n\nen\n\nto\n";
    assertThat(Splice.insertAfter(source, block(source, 1), "ny"))
        .isEqualTo("---\ntitle: T\n---\n\nen\n\nny\n\nto\n");
    assertThat(Splice.insertAfter(source, block(source, 2), "ny"))
        .isEqualTo("---\ntitle: T\n---\n\nen\n\nto\n\nny\n");
    assertThat(Splice.insertAfter(source, null, "ny"))
        .isEqualTo("---\ntitle: T\n---\n\nny\n\nen\n\nto\n");
    assertThat(Splice.insertAfter("---\ntitle: T\n---\n", null, "ny"))
        .isEqualTo("---\ntitle: T\n---\n\nny\n");
    assertThat(Splice.insertAfter("", null, "ny")).isEqualTo("ny\n");
    String list = "1. a\n2. b\n";
    assertThat(Splice.insertAfter(list, block(list, 2), "1. c")).isEqualTo("1. a\n2. b\n3. c\n");
    String glued = "# H\nen\n";
    assertThat(Splice.insertAfter(glued, block(glued, 1), "ny")).isEqualTo("# H\n\nny\n\nen\n");
  }

  @Test
  void newItemJoinsTheListThatItBeginsOrContinues() {
    String list = "Hva:\n\n1. a\n3. c\n";
    assertThat(Splice.insertAfter(list, block(list, 2), "2. b"))
        .isEqualTo("Hva:\n\n1. a\n2. b\n3. c\n");
    String rest = "Hva:\n\n* b\n* c\n";
    assertThat(Splice.insertAfter(rest, block(rest, 1), "- a"))
        .isEqualTo("Hva:\n\n* a\n* b\n* c\n");
    String loose = "Hva:\n\n3. c\n\n4. d\n";
    assertThat(Splice.insertAfter(loose, block(loose, 1), "1. a\n2. b"))
        .isEqualTo("Hva:\n\n1. a\n\n2. b\n\n3. c\n\n4. d\n");
    assertThat(Splice.insertAfter("---\nx: y\n---\n\n- b\n", null, "- a"))
        .isEqualTo("---\nx: y\n---\n\n- a\n- b\n");
    assertThat(Splice.insertAfter("1. b\n", null, "1. a")).isEqualTo("1. a\n1. b\n");
  }

  @Test
  void controlCharactersOfPastedTextAreLeftOut() {
    assertThat(replace("en\n", 1, "t\u0000o\u000c\u0007\ttre\u009f")).isEqualTo("to\ttre\n");
  }

  @Test
  void retitlesInPlaceAndKeepsAllOtherLines() {
    String source =
        "\uFEFF---\r\nlanguage: en\r\ntitle: 'Old' # said so\r\nkind: letter\r\n---\r\nText\r\n";
    assertThat(
            FrontMatterEditor.retitle(source, "New: \"so\" \\ #1", "Two\nlines")
                .replace("\r\n", "\n"))
        .isEqualTo(
            """
            \uFEFF---
            language: en
            title: "New: \\"so\\" \\\\ #1" # said so
            description: "Two lines"
            kind: letter
            ---
            Text
            """);
    assertThat(FrontMatterEditor.retitle(source, "x", ""))
        .isEqualTo(source.replace("'Old'", "\"x\""));
    assertThat(FrontMatterEditor.retitle("Text\n", "T", ""))
        .isEqualTo("---\ntitle: \"T\"\n---\n\nText\n");
    assertThat(
            FrontMatterEditor.retitle("---\ntitle: >\n  a\n  b\ndescription: x\n---\n", "a b", ""))
        .isEqualTo("---\ntitle: >\n  a\n  b\n---\n");
    assertThatThrownBy(() -> FrontMatterEditor.retitle("---\n{title: a}\n---\n", "b", ""))
        .isInstanceOf(SpliceException.class);
  }

  @Test
  void createdFileIsReadAsItWasMeant() {
    String made = Splice.NEW_TRANSLATION;
    String file = FrontMatterEditor.retitle(made, "Say \"no\": a letter", "About: it");
    ParsedFile parsedFile = new MarkdownReader().read(file, "x.md", "x", Side.TRANSLATION);
    Metadata metadata = parsedFile.text().metadata();
    assertThat(parsedFile.problems()).isEmpty();
    assertThat(List.of(metadata.title(), metadata.description(), metadata.language().tag()))
        .containsExactly("Say \"no\": a letter", "About: it", "en");
  }

  @Test
  @Tag("slow")
  void replacingABlockByItselfChangesNothing() {
    for (var file : TestCorpora.markdown()) {
      String source = TestCorpora.read(file);
      List<Block> blocks = blocks(source);
      for (int i = 1; i < blocks.size(); i += 31) {
        assertThat(Splice.replace(source, List.of(blocks.get(i)), blocks.get(i).markdown()))
            .as(file + " block " + i)
            .isEqualTo(source);
      }
    }
  }

  @Test
  @Tag("slow")
  void anyTypedTextLeavesAllOtherBlocksUnchanged() {
    var random = new Random(7);
    int refused = 0;
    for (long seed = 0; seed < 500; seed++) {
      String source = RandomMarkdown.text(seed);
      List<Block> blocks = blocks(source);
      if (blocks.size() < 2) {
        continue;
      }
      int from = 1 + random.nextInt(blocks.size() - 1);
      int to = Math.min(blocks.size(), from + 1 + random.nextInt(2));
      String typed = RandomMarkdown.text(seed + 100_000);
      try {
        String changed = Splice.replace(source, blocks.subList(from, to), typed);
        assertKept(blocks, from, to, changed, "seed " + seed);
      } catch (SpliceException e) {
        refused++;
      }
      try {
        String inserted = Splice.insertAfter(source, blocks.get(from - 1), typed);
        assertKept(blocks, from, from, inserted, "insert, seed " + seed);
      } catch (SpliceException e) {
        refused++;
      }
      try {
        String removed = Splice.remove(source, blocks.subList(from, to));
        assertKept(blocks, from, to, removed, "remove, seed " + seed);
      } catch (SpliceException e) {
        refused++;
      }
    }
    assertThat(refused).isLessThan(75);
  }

  private static void assertKept(
      List<Block> blocks, int from, int to, String changed, String name) {
    List<Block> now = blocks(changed);
    int behind = blocks.size() - to;
    assertThat(now.size()).as(name).isGreaterThanOrEqualTo(from + behind);
    assertThat(words(now.subList(1, from))).as(name).isEqualTo(words(blocks.subList(1, from)));
    assertThat(words(now.subList(now.size() - behind, now.size())))
        .as(name)
        .isEqualTo(words(blocks.subList(to, blocks.size())));
  }

  private static List<String> words(List<Block> blocks) {
    return blocks.stream().map(block -> block.kind() + block.markdown()).toList();
  }

  private static List<Block> blocks(String source) {
    return new MarkdownReader().read(source, "x.md", "x", Side.TRANSLATION).text().blocks();
  }

  private static Block block(String source, int index) {
    return blocks(source).get(index);
  }

  private static String replace(String source, int index, String markdown) {
    return Splice.replace(source, List.of(block(source, index)), markdown);
  }

  private static String remove(String source, int index) {
    return Splice.remove(source, List.of(block(source, index)));
  }
}
