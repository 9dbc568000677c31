package no.speil.align.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Access;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.DocumentText;
import no.speil.corpus.Language;
import no.speil.corpus.Metadata;

/** Makes blocks and texts from plain strings, split at blank lines. */
public final class TestTexts {
  private TestTexts() {}

  /** A text of a title and paragraphs; those that begin with {@code #} are headings. */
  public static DocumentText text(String title, String... blocks) {
    return text(title, List.of(blocks));
  }

  public static DocumentText text(String title, List<String> markdowns) {
    var blocks = new ArrayList<Block>();
    blocks.add(new Block(BlockKind.TITLE, 0, new Block.Source(0, 1, title), title));
    blocks.addAll(blocks(markdowns));
    return new DocumentText(
        new Metadata(
            title,
            "",
            Language.UNDETERMINED,
            Metadata.Credits.NONE,
            Metadata.Classification.NONE,
            Metadata.Provenance.NONE,
            Access.EVERYBODY,
            Map.of()),
        blocks);
  }

  public static List<Block> blocks(List<String> markdowns) {
    var blocks = new ArrayList<Block>();
    int start = 0;
    for (String markdown : markdowns) {
      blocks.add(block(markdown, start));
      start += markdown.length() + 2;
    }
    return blocks;
  }

  /** The body of a Markdown file without front matter, split at blank lines. */
  public static List<String> cut(String file) {
    String body = file.startsWith("---\n") ? file.substring(file.indexOf("\n---\n", 3) + 5) : file;
    return List.of(body.strip().split("\\n\\s*\\n", -1));
  }

  private static Block block(String markdown, int start) {
    BlockKind kind = kind(markdown);
    int level = kind == BlockKind.HEADING ? markdown.indexOf(' ') : 0;
    String text =
        switch (kind) {
          case SHORTCODE, RULE, CODE -> "";
          default -> markdown.replaceAll("^(#+|[-*>]) ", "").replaceAll("\\]\\([^)]*\\)", "");
        };
    return new Block(kind, level, new Block.Source(start, 1, markdown), text);
  }

  private static BlockKind kind(String markdown) {
    if (markdown.matches("#{1,6} [\\s\\S]*")) {
      return BlockKind.HEADING;
    }
    if (markdown.equals("***")) {
      return BlockKind.RULE;
    }
    if (markdown.startsWith("```")) {
      return BlockKind.CODE;
    }
    if (markdown.startsWith("{{")) {
      return BlockKind.SHORTCODE;
    }
    if (markdown.startsWith("![")) {
      return BlockKind.IMAGE;
    }
    return markdown.startsWith("- ") ? BlockKind.ITEM : BlockKind.PARAGRAPH;
  }
}
