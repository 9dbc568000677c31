package no.speil.markdown.render;

import static no.speil.markdown.parse.InlineNodes.written;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.text.HtmlEscape;
import no.speil.markdown.parse.Shortcodes;

/**
 * Writes nodes of one file's tree as HTML that still has to be sanitised. Headings are one level
 * lower than written, since the page's first heading is the document's title.
 */
final class BlockHtmlWriter {
  /** Tasks as they are written, and as they are shown. */
  private static final Map<String, String> TASKS = Map.of("[ ] ", "☐ ", "[x] ", "☑ ", "[X] ", "☑ ");

  private static final Pattern NOTE = Pattern.compile("<blockquote><p>\\[!([A-Z]++)]\\n?+");

  private final String source;
  private final FootnoteWriter footnotes;
  private final InlineHtmlWriter inline;
  private final StringBuilder html = new StringBuilder();

  BlockHtmlWriter(String source, Document root, FootnoteWriter footnotes, Sanitizer sanitizer) {
    this.source = source;
    this.inline = new InlineHtmlWriter(source, root, footnotes, sanitizer, html);
    this.footnotes = footnotes;
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
      case Heading heading -> inline.wrap("h" + Math.min(6, heading.getLevel() + 1), heading);
      case BlockQuote quotation -> quotation(quotation);
      case OrderedList list -> list(true, list.getStartNumber(), () -> writeChildren(list));
      case ListBlock list -> list(false, 1, () -> writeChildren(list));
      case ListItem item -> item(item);
      case FencedCodeBlock code -> code(code);
      case IndentedCodeBlock code -> code(code);
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
      case Block block -> writeChildren(block);
      default -> inline.write(node);
    }
  }

  private void writeChildren(Node node) {
    node.getChildren().forEach(this::write);
  }

  private void paragraph(Paragraph paragraph) {
    boolean tight =
        paragraph.getParent() instanceof ListItem item
            && item.getParent() instanceof ListBlock list
            && list.isTight();
    if (tight) {
      inline.writeChildren(paragraph);
    } else {
      inline.wrap("p", paragraph);
    }
  }

  private void list(boolean isOrdered, int start, Runnable items) {
    String attributes = isOrdered && start != 1 ? " start=\"" + start + '"' : "";
    inline.element(isOrdered ? "ol" : "ul", attributes, items);
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
    inline.element(cell.isHeader() ? "th" : "td", attributes, () -> inline.writeChildren(cell));
  }

  private void code(Block code) {
    var lines = new StringBuilder();
    code.getContentLines().forEach(line -> lines.append(written(source, line)));
    html.append("<pre><code>").append(HtmlEscape.text(lines.toString())).append("</code></pre>");
  }

  private void wrap(String name, Node node) {
    inline.element(name, "", () -> writeChildren(node));
  }
}
