package no.speil.markdown.parse;

import static no.speil.markdown.parse.InlineNodes.unescaped;
import static no.speil.markdown.parse.InlineNodes.written;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.DelimitedLinkNode;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.attributes.AttributesNode;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;

/**
 * Extracts the words of a block as a reader sees them: without markup, addresses, struck-out text
 * and footnote references; with the alternative text of pictures and the words of HTML.
 */
public final class PlainText {
  private final String source;
  private final StringBuilder words = new StringBuilder();

  private PlainText(String source) {
    this.source = source;
  }

  static String of(BlockSpan span, String source) {
    if (span.node() == null) {
      return Whitespace.fold(source.substring(span.start(), span.end()));
    }
    return switch (span.kind()) {
      case SHORTCODE, DEFINITIONS, RULE -> "";
      default -> {
        var words = new PlainText(source);
        words.add(span.node());
        yield Whitespace.fold(words.words);
      }
    };
  }

  /** The words inside a node, such as the alternative text of a picture. */
  public static String ofChildren(Node node, String source) {
    var words = new PlainText(source);
    words.addChildren(node);
    return Whitespace.fold(words.words);
  }

  private void add(Node node) {
    switch (node) {
      case Text text -> words.append(unescaped(source, text.getChars()));
      case HtmlEntity entity -> words.append(unescaped(source, entity.getChars()));
      case SoftLineBreak line -> words.append(' ');
      case HardLineBreak line -> words.append(' ');
      case Code code -> words.append(written(source, code.getText()));
      case DelimitedLinkNode link -> words.append(written(source, link.getText()));
      case FencedCodeBlock code -> addLines(code);
      case IndentedCodeBlock code -> addLines(code);
      case HtmlBlockBase html -> words.append(' ').append(HtmlTextExtractor.of(html.getChars()));
      case HtmlInlineBase html -> words.append(HtmlTextExtractor.of(html.getChars()));
      case AttributesNode attributes -> words.append(BraceAttributes.words(attributes, source));
      case Footnote mark -> words.append(mark.isDefined() ? "" : written(source, mark.getChars()));
      case Strikethrough struck -> {}
      case TableSeparator separator -> {}
      case Reference definition -> {}
      case RefNode reference -> addReference(reference);
      case TableCell cell -> addChildren(cell).append(' ');
      case Block block -> addChildren(block).append(' ');
      default -> addChildren(node);
    }
  }

  private void addReference(RefNode reference) {
    if (reference.isDefined()) {
      addChildren(reference);
    } else {
      InlineNodes.visitUndefined(reference, source, words::append, this::addChildren);
    }
  }

  private StringBuilder addChildren(Node node) {
    node.getChildren().forEach(this::add);
    return words;
  }

  private void addLines(Block code) {
    code.getContentLines().forEach(line -> words.append(written(source, line)).append(' '));
    words.append(' ');
  }
}
