package no.speil.markdown.render;

import static no.speil.markdown.parse.InlineNodes.written;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.attributes.AttributesNode;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.Escaping;
import no.speil.corpus.text.HtmlEscape;
import no.speil.markdown.parse.BraceAttributes;
import no.speil.markdown.parse.InlineNodes;
import no.speil.markdown.parse.PlainText;
import no.speil.markdown.parse.Shortcodes;
import no.speil.markdown.parse.TemplateAddress;
import no.speil.markdown.parse.Whitespace;

/** Writes the inline content of a block as HTML that still has to be sanitised. */
public final class InlineHtmlWriter {
  private final String source;
  private final Document root;
  private final FootnoteWriter footnotes;
  private final Sanitizer sanitizer;
  private final StringBuilder html;
  private boolean inLink;

  InlineHtmlWriter(
      String source,
      Document root,
      FootnoteWriter footnotes,
      Sanitizer sanitizer,
      StringBuilder html) {
    this.source = source;
    this.root = root;
    this.footnotes = footnotes;
    this.sanitizer = sanitizer;
    this.html = html;
  }

  void write(Node node) {
    switch (node) {
      case Text text -> text(written(source, text.getChars()));
      case HtmlEntity entity -> text(written(source, entity.getChars()));
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
      case Link link ->
          link(
              link,
              TemplateAddress.written(source, link.getUrl()),
              written(source, link.getTitle()));
      case Image image ->
          image(image, written(source, image.getUrl()), written(source, image.getTitle()));
      case RefNode reference -> reference(reference);
      case Footnote mark -> footnotes.mark(mark, written(source, mark.getChars()), html);
      case AttributesNode attributes ->
          html.append(HtmlEscape.text(BraceAttributes.words(attributes, source)));
      default -> writeChildren(node);
    }
  }

  void writeChildren(Node node) {
    InlineNodes.visit(node, source, this::text, this::write);
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

  private void link(Node words, String address, String title) {
    boolean outer = inLink;
    inLink = true;
    String attributes = " href=\"" + href(address) + "\"" + title(title);
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
    String address = TemplateAddress.written(source, definition.getUrl());
    String title = written(source, definition.getTitle());
    if (node instanceof ImageRef) {
      image(node, address, title);
    } else {
      link(node, address, title);
    }
  }

  void wrap(String name, Node node) {
    element(name, "", () -> writeChildren(node));
  }

  /** Writes an element; its attributes begin with a space each. */
  void element(String name, String attributes, Runnable content) {
    html.append('<').append(name).append(attributes).append('>');
    content.run();
    html.append("</").append(name).append('>');
  }

  /** Decodes Markdown escapes and entities, then escapes the text for HTML. */
  static String decoded(String markdown) {
    return HtmlEscape.text(Escaping.unescapeString(markdown));
  }
}
