package no.speil.markdown.splice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.speil.corpus.Block;
import no.speil.corpus.Side;
import no.speil.markdown.RandomMarkdown;
import no.speil.markdown.parse.MarkdownReader;
import org.junit.jupiter.api.Test;

class BlockMarkersTest {

  @Test
  void lineForAHeadingBecomesAHeadingOfItsLevel() {
    assertThat(complete("## Veien videre", "The way ahead")).isEqualTo("## The way ahead");
    assertThat(complete("Veien videre\n------------", "The way ahead\r\n"))
        .isEqualTo("## The way ahead");
    assertThat(complete("# A", "    pasted with room")).isEqualTo("# pasted with room");
    assertThat(complete("## 1. Innledning", "1. Introduction")).isEqualTo("## 1. Introduction");
    assertThat(complete("### 1986", "1986. A year")).isEqualTo("### 1986. A year");
    assertThat(complete("## Om C# og #", "On C# and #")).isEqualTo("## On C# and \\#");
    assertThat(complete("## *Viktig*", "*Important*")).isEqualTo("## *Important*");
  }

  @Test
  void typedHeadingStays() {
    assertThat(complete("## Veien", "### The way")).isEqualTo("### The way");
    assertThat(complete("## Veien", "The way\n===")).isEqualTo("The way\n===");
    assertThat(complete("## Veien", "##The way")).isEqualTo("## The way");
    assertThat(complete("## #metoo", "#metoo")).isEqualTo("## #metoo");
    assertThat(complete("## Emneknagg", "#tag")).isEqualTo("## #tag");
  }

  @Test
  void otherBlocksForAHeadingStay() {
    for (String typed :
        List.of("one\ntwo", "- item", "> said", "```\ncode\n```", "***", "![A cat](cat.png)")) {
      assertThat(complete("## Veien", typed)).isEqualTo(typed);
    }
  }

  @Test
  void headingBeforeOtherBlocksGetsItsMarkerAndEachBlockItsOwn() {
    assertThat(complete("## Veien", "The way\n\nWe go.")).isEqualTo("## The way\n\nWe go.");
    assertThat(
            complete(
                "## Krav\n\nVi krever:\n\n- møte\n- lys",
                "Demands\n\nWe want:\n\na meeting\n\nlight"))
        .isEqualTo("## Demands\n\nWe want:\n\n- a meeting\n\n- light");
    assertThat(complete("## Krav\n\nVi krever:\n\n- møte", "Demands\n\nWe want a meeting."))
        .isEqualTo("## Demands\n\nWe want a meeting.");
    assertThat(complete("Vi krever:\n\n- møte", "We demand a meeting."))
        .isEqualTo("We demand a meeting.");
  }

  @Test
  void replacedHeadingGivesItsLevel() {
    assertThat(replace("## Veien", "# The way", "The road")).isEqualTo("# The road");
    assertThat(replace("## Veien", "*TBD*", "The road")).isEqualTo("## The road");
    assertThat(replace("**Veien**", "## The way", "The way")).isEqualTo("The way");
    assertThat(replace("", "## The way", "The road")).isEqualTo("## The road");
    assertThat(replace("[^1]: Se kartet.", "[^one]: See.", "See the map."))
        .isEqualTo("[^one]: See the map.");
  }

  @Test
  void anItemGetsTheMarkerOfItsOriginal() {
    assertThat(complete("- Styret", "The board\nmust go")).isEqualTo("- The board\n  must go");
    assertThat(complete("12. Styret", "The board\nmust go"))
        .isEqualTo("12. The board\n    must go");
    assertThat(complete("3) Styret", "The board")).isEqualTo("3) The board");
    assertThat(complete("* Styret", "- The board")).isEqualTo("- The board");
    assertThat(complete("2. Styret", "3. The board")).isEqualTo("3. The board");
    assertThat(complete("2. Styret", "- The board")).isEqualTo("- The board");
    assertThat(complete("- Styret", "## The board")).isEqualTo("- ## The board");
    assertThat(complete("- Styret", "The board\n\n> must go"))
        .isEqualTo("- The board\n\n  > must go");
  }

  @Test
  void dateOrYearIsNoItemMarker() {
    assertThat(complete("- 1. mai", "1. May")).isEqualTo("- 1. May");
    assertThat(complete("- 1986 var et år", "1986. That was a year"))
        .isEqualTo("- 1986\\. That was a year");
    assertThat(complete("3. 1986 var et år", "1986. That was a year"))
        .isEqualTo("3. 1986\\. That was a year");
  }

  @Test
  void yearThatMadeAParagraphAnItemIsNotRepeated() {
    assertThat(complete("1986. var et år", "was a year")).isEqualTo("1986. was a year");
    assertThat(complete("1986. var et år", "1986. was a year")).isEqualTo("1986. was a year");
    assertThat(complete("1986. var et år", "1986 was a year")).isEqualTo("1986. was a year");
    assertThat(complete("1986 var et år", "1986. That was a year"))
        .isEqualTo("1986\\. That was a year");
    assertThat(complete("1\\. Vi krever", "1. We demand")).isEqualTo("1\\. We demand");
    assertThat(complete("Vi krever", "1. We demand")).isEqualTo("1. We demand");
  }

  @Test
  void taskKeepsItsBox() {
    assertThat(complete("- [ ] Ring", "Call")).isEqualTo("- [ ] Call");
    assertThat(complete("- [x] Ring", "[ ] Call")).isEqualTo("- [ ] Call");
    assertThat(complete("- [ ] Ring", "- Call")).isEqualTo("- Call");
    String list = "- [x] Call\n- [ ] Write\n";
    Block item = blocks(list).get(0);
    assertThat(Splice.replace(list, List.of(item), "Phone"))
        .isEqualTo("- [x] Phone\n- [ ] Write\n");
  }

  @Test
  void severalItemsAreTypedAsLinesOrParagraphs() {
    assertThat(complete("- en\n- to", "one\ntwo")).isEqualTo("- one\n- two");
    assertThat(complete("3. en\n4. to", "one\n\ntwo")).isEqualTo("3. one\n\n4. two");
    assertThat(complete("- en\n- to", "- one\n- two")).isEqualTo("- one\n- two");
    assertThat(complete("- en\n- to", "one and\ntwo and\nthree"))
        .isEqualTo("- one and\n  two and\n  three");
  }

  @Test
  void quotationIsMarkedLineByLine() {
    assertThat(complete("> Vi krever", "We demand\n\n- this"))
        .isEqualTo("> We demand\n>\n> - this");
    assertThat(complete("> Vi krever", "> We demand")).isEqualTo("> We demand");
    assertThat(complete("> Vi krever", "> We demand\n\nThey said."))
        .isEqualTo("> We demand\n\nThey said.");
    assertThat(complete(">> Vi", "We")).isEqualTo(">> We");
    assertThat(complete("> 1986 var et år", "1986. That was one"))
        .isEqualTo("> 1986\\. That was one");
  }

  @Test
  void footnoteKeepsItsLabel() {
    assertThat(complete("[^3]: Se kartet.", "See the map.\n\nAnd more."))
        .isEqualTo("[^3]: See the map.\n\n    And more.");
    assertThat(complete("[^3]: Se kartet.", "[^a]: See.")).isEqualTo("[^a]: See.");
  }

  @Test
  void blocksOfOtherKindsStay() {
    for (String original : List.of("```\nkode\n```", "| a |\n|---|\n| b |", "<p>a</p>", "***")) {
      assertThat(complete(original, "text")).isEqualTo("text");
    }
    assertThat(complete("Et avsnitt", "- an item")).isEqualTo("- an item");
    assertThat(complete("## A", " \n")).isEmpty();
  }

  @Test
  void completingTwiceChangesNothing() {
    for (long seed = 0; seed < 400; seed++) {
      List<Block> original = blocks(RandomMarkdown.text(seed));
      List<Block> run = original.subList(0, Math.min(original.size(), 1 + (int) (seed % 3)));
      String once = BlockMarkers.complete(run, List.of(), RandomMarkdown.text(seed + 9_000));
      assertThat(BlockMarkers.complete(run, List.of(), once)).as("seed " + seed).isEqualTo(once);
    }
  }

  private static String complete(String original, String typed) {
    return replace(original, "", typed);
  }

  private static String replace(String original, String translation, String typed) {
    return BlockMarkers.complete(blocks(original), blocks(translation), typed);
  }

  private static List<Block> blocks(String source) {
    List<Block> all = new MarkdownReader().read(source, "x.md", "x", Side.ORIGINAL).text().blocks();
    return all.subList(1, all.size());
  }
}
