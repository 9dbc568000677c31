package no.speil.markdown.render;

import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.Side;
import no.speil.corpus.text.HtmlEscape;
import no.speil.markdown.parse.BlockSpan;
import no.speil.markdown.parse.ParsedBody;
import no.speil.markdown.parse.Shortcodes;
import org.jspecify.annotations.Nullable;

/** Renders blocks as HTML that is well-formed for each block and safe in a page. Thread-safe. */
public final class MarkdownRenderer {
  private final Sanitizer sanitizer = new Sanitizer();

  /**
   * The HTML of blocks of one file, in order, as in the whole file: with its references, footnotes
   * and item numbers. The title is escaped text, with the description in a paragraph after it.
   *
   * @param all the blocks of the file, the title first
   * @param shown those to render, in the file's order
   * @param side determines the prefix of footnote ids: {@code no-} or {@code en-}
   * @throws IllegalArgumentException if a block is not in the source
   */
  public List<String> render(
      String source, List<Block> all, List<Block> shown, Side side, LinkResolver links) {
    ParsedBody parsedBody = ParsedBody.of(source);
    Map<Integer, BlockSpan> byStart = new HashMap<>();
    parsedBody.spans().forEach(span -> byStart.put(span.start(), span));
    var page = new Rendering(parsedBody, prefix(side), all, links);
    List<String> rendered = new ArrayList<>(shown.size());
    for (Block block : shown) {
      if (block.kind() == BlockKind.TITLE) {
        rendered.add(title(block));
        continue;
      }
      BlockSpan span = byStart.get(block.source().start());
      if (span == null || !parsedBody.markdown(span).equals(block.markdown())) {
        throw new IllegalArgumentException("no such block in the source: " + block.source());
      }
      rendered.add(page.render(span));
    }
    return rendered;
  }

  /** The HTML of a fragment that a person has typed, rendered like a whole body. */
  public String renderFragment(String markdown, LinkResolver links) {
    ParsedBody parsedBody = ParsedBody.ofFragment(markdown);
    var page = new Rendering(parsedBody, "typed-", List.of(), links);
    return String.join("\n", parsedBody.spans().stream().map(page::render).toList());
  }

  /**
   * The HTML of blocks that are in no file, in order: with each other's references and footnotes,
   * if they are still the same blocks when they are read as one text, and else each by itself.
   *
   * @param side determines the prefix of footnote ids: {@code no-} or {@code en-}
   */
  public List<String> renderBlocks(List<String> blocks, Side side, LinkResolver links) {
    ParsedBody parsedBody = ParsedBody.ofFragment(String.join("\n\n", blocks));
    List<String> read = parsedBody.spans().stream().map(parsedBody::markdown).toList();
    if (!read.equals(blocks)) {
      return blocks.stream().map(block -> renderFragment(block, links)).toList();
    }
    var page = new Rendering(parsedBody, prefix(side), List.of(), links);
    return parsedBody.spans().stream().map(page::render).toList();
  }

  private static String prefix(Side side) {
    return side == Side.ORIGINAL ? "no-" : "en-";
  }

  private static String title(Block block) {
    String words = block.text();
    int gap = words.indexOf("\n\n");
    return gap < 0
        ? HtmlEscape.text(words)
        : HtmlEscape.text(words.substring(0, gap))
            + "<p class=\"description\">"
            + HtmlEscape.text(words.substring(gap + 2))
            + "</p>";
  }

  /** One pass over blocks of one tree; keeps the last item to number the next. */
  private final class Rendering {
    private final ParsedBody parsedBody;
    private final LinkResolver links;
    private final @Nullable HtmlWriter writer;
    private @Nullable Node lastItem;
    private int lastNumber;

    Rendering(ParsedBody parsedBody, String prefix, List<Block> all, LinkResolver links) {
      this.parsedBody = parsedBody;
      this.links = links;
      Document root = parsedBody.root();
      this.writer =
          root == null
              ? null
              : new HtmlWriter(
                  parsedBody.source(), root, new FootnoteWriter(sanitizer, prefix, all), sanitizer);
    }

    String render(BlockSpan span) {
      String source = parsedBody.markdown(span);
      Node node = span.node();
      if (writer == null || node == null) {
        return "<p>" + HtmlEscape.text(source) + "</p>";
      }
      return switch (span.kind()) {
        case DEFINITIONS -> "";
        case SHORTCODE ->
            sanitizer.sanitize(Shortcodes.replace(source, ShortcodeHtml::block), links).strip();
        default -> markup(writer, node);
      };
    }

    private String markup(HtmlWriter writer, Node node) {
      if (node instanceof ListItem item) {
        writer.writeItem(item, number(item));
      } else {
        writer.write(node);
      }
      return sanitizer.sanitize(writer.take(), links);
    }

    private int number(ListItem item) {
      if (!(item.getParent() instanceof OrderedList list)) {
        return 1;
      }
      if (lastItem != null && lastItem.equals(item.getPrevious())) {
        lastNumber++;
      } else {
        lastNumber = list.getStartNumber();
        for (Node before = item.getPrevious(); before != null; before = before.getPrevious()) {
          lastNumber++;
        }
      }
      lastItem = item;
      return lastNumber;
    }
  }
}
