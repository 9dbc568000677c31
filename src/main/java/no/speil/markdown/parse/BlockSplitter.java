package no.speil.markdown.parse;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.attributes.AttributesNode;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.BlockKind;

/**
 * Splits a body into blocks along its syntax tree. Text that no node covers becomes paragraphs, so
 * that nothing of a file is lost.
 */
final class BlockSplitter {
  private final String source;
  private final List<BlockSpan> spans = new ArrayList<>();
  private int covered;

  BlockSplitter(String source, int body) {
    this.source = source;
    this.covered = body;
  }

  /** Splits along the top level of a tree whose offsets are those of the source. */
  void cut(Document root) {
    for (Node node : root.getChildren()) {
      if (node instanceof ListBlock) {
        node.getChildren().forEach(item -> add(BlockKind.ITEM, item));
      } else {
        add(kind(node), node);
      }
    }
  }

  /** All blocks, with the rest of the body. */
  List<BlockSpan> pieces() {
    fill(source.length());
    return spans;
  }

  private void add(BlockKind kind, Node node) {
    int from = Math.max(covered, node.getStartOffset());
    int start = Whitespace.skip(source, from, node.getEndOffset());
    int end = Whitespace.trim(source, start, node.getEndOffset());
    if (start >= end) {
      return;
    }
    if (kind == BlockKind.CODE) {
      start = Math.max(covered, LineBreaks.startOf(source, start));
      if (node instanceof FencedCodeBlock) {
        start = Whitespace.skip(source, start, end);
      } else if (Shortcodes.fill(source.substring(start, end))) {
        kind = BlockKind.SHORTCODE;
      }
    }
    fill(start);
    if (kind == BlockKind.DEFINITIONS && continuesDefinitions(node)) {
      BlockSpan first = spans.removeLast();
      spans.add(new BlockSpan(kind, 0, first.start(), end, first.node()));
    } else {
      int level = node instanceof Heading heading ? heading.getLevel() : 0;
      spans.add(new BlockSpan(kind, level, start, end, node));
    }
    covered = end;
  }

  private boolean continuesDefinitions(Node node) {
    return node.getPrevious() instanceof Reference
        && !spans.isEmpty()
        && spans.getLast().kind() == BlockKind.DEFINITIONS;
  }

  /** Makes paragraphs of the text between the last block and an offset. */
  private void fill(int to) {
    int at = Whitespace.skip(source, covered, to);
    while (at < to) {
      int end = at;
      int line = at;
      while (line < to
          && !Whitespace.is(source, line, Math.min(to, LineBreaks.endOf(source, line)))) {
        end = Math.min(to, LineBreaks.endOf(source, line));
        line = Math.min(to, LineBreaks.next(source, line));
      }
      spans.add(new BlockSpan(BlockKind.PARAGRAPH, 0, at, Whitespace.trim(source, at, end), null));
      at = Whitespace.skip(source, end, to);
    }
    covered = Math.max(covered, to);
  }

  private BlockKind kind(Node node) {
    return switch (node) {
      case Heading heading -> BlockKind.HEADING;
      case Paragraph paragraph ->
          hasOnlyPictures(paragraph, source) ? BlockKind.IMAGE : BlockKind.PARAGRAPH;
      case BlockQuote quotation -> BlockKind.QUOTATION;
      case TableBlock table -> BlockKind.TABLE;
      case FencedCodeBlock code -> BlockKind.CODE;
      case IndentedCodeBlock code -> BlockKind.CODE;
      case HtmlBlockBase html ->
          source.startsWith(
                  "{{", Whitespace.skip(source, node.getStartOffset(), node.getEndOffset()))
              ? BlockKind.SHORTCODE
              : BlockKind.HTML;
      case FootnoteBlock footnote -> BlockKind.FOOTNOTE;
      case Reference reference -> BlockKind.DEFINITIONS;
      case ThematicBreak rule -> BlockKind.RULE;
      default -> BlockKind.PARAGRAPH;
    };
  }

  /** Whether a paragraph or link consists of pictures, linked or not. */
  private static boolean hasOnlyPictures(Node parent, String source) {
    boolean found = false;
    for (Node child : parent.getChildren()) {
      if (isPicture(child, source)) {
        found = true;
      } else if (!(child instanceof AttributesNode)
          && !Whitespace.is(source, child.getStartOffset(), child.getEndOffset())) {
        return false;
      }
    }
    return found;
  }

  private static boolean isPicture(Node node, String source) {
    return switch (node) {
      case Image picture -> true;
      case ImageRef picture -> picture.isDefined();
      case Link link -> hasOnlyPictures(link, source);
      case LinkRef link -> link.isDefined() && hasOnlyPictures(link, source);
      default -> false;
    };
  }
}
