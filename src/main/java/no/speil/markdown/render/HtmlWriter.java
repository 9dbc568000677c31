package no.speil.markdown.render;

import static no.speil.markdown.parse.InlineNodes.written;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkNodeBase;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
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
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.text.HtmlEscape;
import no.speil.markdown.parse.BraceAttributes;
import no.speil.markdown.parse.InlineNodes;
import no.speil.markdown.parse.PlainText;
import no.speil.markdown.parse.Shortcodes;
import no.speil.markdown.parse.TemplateAddress;
import no.speil.markdown.parse.Whitespace;

/**
 * Writes nodes of one file's tree as HTML that still has to be sanitised. Headings are one level
 * lower than written, since the page's first heading is the document's title.
 */
final class HtmlWriter {
  /** Tasks as they are written, and as they are shown. */
  private static final Map<String, String> TASKS = Map.of("[ ] ", "☐ ", "[x] ", "☑ ", "[X] ", "☑ ");

  private static final Pattern NOTE = Pattern.compile("<blockquote><p>\\[!([A-Z]++)]\\n?+");

  private final String source;
  private final Document root;
  private final FootnoteWriter footnotes;
  private final Sanitizer sanitizer;
  private final StringBuilder html = new StringBuilder();
  private boolean inLink;

  HtmlWriter(String source, Document root, FootnoteWriter footnotes, Sanitizer sanitizer) {
    this.source = source;
    this.root = root;
    this.footnotes = footnotes;
    this.sanitizer = sanitizer;
  }

  /** Returns what was written since the last call. */
  String take() {
    String written = html.toString();
    html.setLength(0);
    return written;
  }

  /** Writes an item as a list of its own, with its number. */
  void writeItem(ListItem item, int number) {
    list(item.getParent() instanceof OrderedList, number, () -> write(item));
  }

  void write(Node node) {
    switch (node) {
      case Paragraph paragraph -> paragraph(paragraph);
      case Heading heading -> wrap("h" + Math.min(6, heading.getLevel() + 1), heading);
      case BlockQuote quotation -> quotation(quotation);
      case OrderedList list -> list(true, list.getStartNumber(), () -> writeChildren(list));
      case ListBlock list -> list(false, 1, () -> writeChildren(list));
      case ListItem item -> item(item);
      case FencedCodeBlock code -> lines(code);
      case IndentedCodeBlock code -> lines(code);
      case HtmlBlockBase raw ->
          html.append(Shortcodes.replace(written(source, raw.getChars()), ShortcodeHtml::block));
      case ThematicBreak rule -> html.append("<hr>");
      case FootnoteBlock footnote -> footnotes.write(footnote, this::writeChildren, html);
      case Reference definition -> {}
      case TableBlock table -> wrap("table", table);
      case TableHead head -> wrap("thead", head);
      case TableBody body -> wrap("tbody", body);
      case TableRow row -> wrap("tr", row);
      case TableCell cell -> cell(cell);
      case TableSeparator separator -> {}
      case SoftLineBreak line -> html.append('\n');
      case HardLineBreak line -> html.append("<br>");
      case Emphasis emphasis -> wrap("em", emphasis);
      case StrongEmphasis emphasis -> wrap("strong", emphasis);
      case Strikethrough struck -> wrap("del", struck);
      case Code code -> code(code);
      case HtmlInlineBase raw ->
          html.append(Shortcodes.replace(written(source, raw.getChars()), ShortcodeHtml::inline));
      case AutoLink link -> autolink(written(source, link.getText()), "");
      case MailLink link -> autolink(written(source, link.getText()), "mailto:");
      case Link link -> link(link, link);
      case Image image ->
          image(image, written(source, image.getUrl()), written(source, image.getTitle()));
      case RefNode reference -> reference(reference);
      case Footnote mark -> footnotes.mark(mark, written(source, mark.getChars()), html);
      case AttributesNode attributes ->
          html.append(HtmlEscape.text(BraceAttributes.words(attributes, source)));
      default -> writeChildren(node);
    }
  }

  private void writeChildren(Node node) {
    InlineNodes.visit(node, source, this::text, this::write);
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

  private void list(boolean isOrdered, int start, Runnable items) {
    String attributes = isOrdered && start != 1 ? " start=\"" + start + '"' : "";
    element(isOrdered ? "ol" : "ul", attributes, items);
  }

  private void item(ListItem item) {
    html.append("<li>");
    int start = html.length();
    writeChildren(item);
    int text = html.indexOf("<p>", start) == start ? start + "<p>".length() : start;
    String box = TASKS.get(html.substring(text, Math.min(text + 4, html.length())));
    if (box != null) {
      html.replace(text, text + 4, box);
    }
    html.append("</li>");
  }

  /**
   * Where it begins with the name of a kind of note, such as {@code [!TIP]}, the name is a title.
   */
  private void quotation(BlockQuote quotation) {
    int start = html.length();
    wrap("blockquote", quotation);
    Matcher note = NOTE.matcher(html).region(start, html.length());
    if (note.lookingAt()) {
      String name = note.group(1).toLowerCase(Locale.ROOT);
      String title = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
      html.replace(start, note.end(), "<blockquote><p><strong>" + title + "</strong><br>");
    }
  }

  private void cell(TableCell cell) {
    String attributes =
        cell.getAlignment() == null
            ? ""
            : " align=\"" + cell.getAlignment().name().toLowerCase(Locale.ROOT) + '"';
    element(cell.isHeader() ? "th" : "td", attributes, () -> writeChildren(cell));
  }

  private void lines(Block code) {
    var lines = new StringBuilder();
    code.getContentLines().forEach(line -> lines.append(written(source, line)));
    html.append("<pre><code>").append(HtmlEscape.text(lines.toString())).append("</code></pre>");
  }

  private void text(String markdown) {
    if (inLink) {
      html.append(decoded(markdown));
    } else {
      Autolinks.visit(markdown, words -> html.append(decoded(words)), this::autolink);
    }
  }

  private void code(Code code) {
    html.append("<code>").append(HtmlEscape.text(Whitespace.fold(written(source, code.getText()))));
    html.append("</code>");
  }

  /** Writes an address as a link to itself. */
  private void autolink(String address, String scheme) {
    String whole = scheme.isEmpty() && address.startsWith("www.") ? "http://" + address : address;
    html.append("<a href=\"").append(HtmlEscape.text(scheme + whole)).append("\">");
    html.append(HtmlEscape.text(address)).append("</a>");
  }

  private void link(Node words, LinkNodeBase target) {
    boolean outer = inLink;
    inLink = true;
    String href = href(TemplateAddress.written(source, target.getUrl()));
    String attributes = " href=\"" + href + "\"" + title(written(source, target.getTitle()));
    element("a", attributes, () -> writeChildren(words));
    inLink = outer;
  }

  private String href(String address) {
    return TemplateAddress.is(address)
        ? "#" + sanitizer.sealedPath(TemplateAddress.path(address).orElse(""))
        : decoded(address);
  }

  private void image(Node picture, String address, String title) {
    html.append("<img src=\"").append(decoded(address)).append("\" alt=\"");
    html.append(HtmlEscape.text(PlainText.ofChildren(picture, source))).append('"');
    html.append(title(title)).append('>');
  }

  private static String title(String title) {
    return title.isEmpty() ? "" : " title=\"" + decoded(title) + "\"";
  }

  private void reference(RefNode node) {
    Reference definition = node.getReferenceNode(root);
    if (definition == null) {
      InlineNodes.visitUndefined(
          node, source, words -> html.append(HtmlEscape.text(words)), this::writeChildren);
      return;
    }
    if (node instanceof ImageRef) {
      String address = TemplateAddress.written(source, definition.getUrl());
      image(node, address, written(source, definition.getTitle()));
    } else {
      link(node, definition);
    }
  }

  private void wrap(String name, Node node) {
    element(name, "", () -> writeChildren(node));
  }

  /** Writes an element; its attributes begin with a space each. */
  private void element(String name, String attributes, Runnable content) {
    html.append('<').append(name).append(attributes).append('>');
    content.run();
    html.append("</").append(name).append('>');
  }

  /** Decodes Markdown escapes and entities, then escapes the text for HTML. */
  private static String decoded(String markdown) {
    return HtmlEscape.text(Escaping.unescapeString(markdown));
  }
}
