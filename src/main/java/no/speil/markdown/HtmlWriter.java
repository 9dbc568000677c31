package no.speil.markdown;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.attributes.AttributesNode;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/**
 * Writes nodes of one file's tree as HTML, still to be sanitised. Headings are one level lower than
 * written, since the page's own first heading is the document's title.
 */
final class HtmlWriter {
  private final String source;
  private final Document root;
  private final Footnotes footnotes;
  private final StringBuilder html = new StringBuilder();

  HtmlWriter(String source, Document root, Footnotes footnotes) {
    this.source = source;
    this.root = root;
    this.footnotes = footnotes;
  }

  /** What was written since the last call. */
  String take() {
    String written = html.toString();
    html.setLength(0);
    return written;
  }

  /** An item inside a list of its own, with its number. */
  void writeItem(ListItem item, int number) {
    String list = item.getParent() instanceof OrderedList ? "ol" : "ul";
    html.append('<').append(list);
    if (list.equals("ol") && number != 1) {
      html.append(" start=\"").append(number).append('"');
    }
    html.append('>');
    write(item);
    html.append("</").append(list).append('>');
  }

  void write(Node node) {
    switch (node) {
      case Paragraph paragraph -> paragraph(paragraph);
      case Heading heading -> wrap("h" + Math.min(6, heading.getLevel() + 1), heading);
      case BlockQuote quotation -> wrap("blockquote", quotation);
      case ListBlock list -> list(list);
      case ListItem item -> wrap("li", item);
      case FencedCodeBlock code -> code(code);
      case IndentedCodeBlock code -> code(code);
      case HtmlBlockBase raw -> raw(raw, true);
      case ThematicBreak rule -> html.append("<hr>");
      case FootnoteBlock footnote -> footnotes.write(footnote, this::writeChildren, html);
      case Reference definition -> {}
      case TableBlock table -> wrap("table", table);
      case TableHead head -> wrap("thead", head);
      case TableBody body -> wrap("tbody", body);
      case TableRow row -> wrap("tr", row);
      case TableCell cell -> cell(cell);
      case TableSeparator separator -> {}
      case Block block -> writeChildren(block);
      default -> writeInline(node);
    }
  }

  private void writeInline(Node node) {
    switch (node) {
      case Text text -> html.append(Escaped.markdown(written(text.getChars())));
      case HtmlEntity entity -> html.append(Escaped.markdown(written(entity.getChars())));
      case SoftLineBreak line -> html.append('\n');
      case HardLineBreak line -> html.append("<br>");
      case Emphasis emphasis -> wrap("em", emphasis);
      case StrongEmphasis emphasis -> wrap("strong", emphasis);
      case Strikethrough struck -> wrap("del", struck);
      case Code code -> tag("code", Escaped.text(Blank.fold(written(code.getText()))));
      case HtmlInlineBase raw -> raw(raw, false);
      case AutoLink link -> autoLink(written(link.getText()), "");
      case MailLink link -> autoLink(written(link.getText()), "mailto:");
      case Link link -> link(link, written(link.getUrl()), written(link.getTitle()));
      case Image image -> image(image, written(image.getUrl()), written(image.getTitle()));
      case RefNode reference -> reference(reference);
      case Footnote mark -> footnotes.mark(mark, written(mark.getChars()), html);
      case AttributesNode attributes ->
          html.append(
              Attributes.isMarkup(attributes)
                  ? ""
                  : Escaped.text(Attributes.written(attributes, source)));
      default -> writeChildren(node);
    }
  }

  private void writeChildren(Node node) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      write(child);
    }
  }

  private void paragraph(Paragraph paragraph) {
    boolean tight =
        paragraph.getParent() instanceof ListItem item
            && item.getParent() instanceof ListBlock list
            && list.isTight();
    if (tight) {
      writeChildren(paragraph);
    } else {
      wrap("p", paragraph);
    }
  }

  private void list(ListBlock list) {
    String name = list instanceof OrderedList ? "ol" : "ul";
    html.append('<').append(name);
    if (list instanceof OrderedList ordered && ordered.getStartNumber() != 1) {
      html.append(" start=\"").append(ordered.getStartNumber()).append('"');
    }
    html.append('>');
    writeChildren(list);
    html.append("</").append(name).append('>');
  }

  private void cell(TableCell cell) {
    String name = cell.isHeader() ? "th" : "td";
    html.append('<').append(name);
    if (cell.getAlignment() != null) {
      String side = cell.getAlignment().name().toLowerCase(java.util.Locale.ROOT);
      html.append(" align=\"").append(side).append('"');
    }
    html.append('>');
    writeChildren(cell);
    html.append("</").append(name).append('>');
  }

  private void code(Block code) {
    var lines = new StringBuilder();
    for (BasedSequence line : code.getContentLines()) {
      lines.append(written(line));
    }
    html.append("<pre>");
    tag("code", Escaped.text(lines.toString()));
    html.append("</pre>");
  }

  private void raw(Node raw, boolean block) {
    String text = Shortcodes.shown(written(raw.getChars()));
    boolean paragraph = block && text.startsWith("<code class=\"shortcode\">");
    html.append(paragraph ? "<p>" + text + "</p>" : text);
  }

  private void autoLink(String address, String scheme) {
    String whole = scheme.isEmpty() && address.startsWith("www.") ? "http://" + address : address;
    html.append("<a href=\"").append(Escaped.text(scheme + whole)).append("\">");
    html.append(Escaped.text(address)).append("</a>");
  }

  private void link(Node words, String address, String title) {
    html.append("<a href=\"").append(Escaped.markdown(address)).append('"').append(title(title));
    html.append('>');
    writeChildren(words);
    html.append("</a>");
  }

  private void image(Node picture, String address, String title) {
    html.append("<img src=\"").append(Escaped.markdown(address)).append("\" alt=\"");
    html.append(Escaped.text(PlainWords.ofChildren(picture, source))).append('"');
    html.append(title(title)).append('>');
  }

  private static String title(String title) {
    return title.isEmpty() ? "" : " title=\"" + Escaped.markdown(title) + "\"";
  }

  private void reference(RefNode node) {
    Reference definition = node.getReferenceNode(root);
    if (definition == null) {
      String chars = written(node.getChars());
      if (!node.hasChildren()) {
        html.append(Escaped.markdown(chars));
        return;
      }
      int from = node.getFirstChild().getStartOffset() - node.getStartOffset();
      int to = node.getLastChild().getEndOffset() - node.getStartOffset();
      html.append(Escaped.text(chars.substring(0, from)));
      writeChildren(node);
      html.append(Escaped.text(chars.substring(to)));
      return;
    }
    String address = written(definition.getUrl());
    String title = written(definition.getTitle());
    if (node instanceof com.vladsch.flexmark.ast.ImageRef) {
      image(node, address, title);
    } else {
      link(node, address, title);
    }
  }

  private void wrap(String name, Node node) {
    html.append('<').append(name).append('>');
    writeChildren(node);
    html.append("</").append(name).append('>');
  }

  private void tag(String name, String content) {
    html.append('<').append(name).append('>').append(content).append("</").append(name).append('>');
  }

  private String written(BasedSequence chars) {
    return source.substring(chars.getStartOffset(), chars.getEndOffset());
  }
}
