package no.speil.markdown.visible;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.DelimitedNodeImpl;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import no.speil.corpus.BlockKind;
import no.speil.corpus.text.Normalization;
import no.speil.markdown.parse.BlockSpan;
import no.speil.markdown.parse.ParsedBody;

/**
 * A footnote mark, link, picture, shortcode, code or emphasised words in a text, in their own
 * Markdown.
 *
 * @param target label, address, emphasised words, or the code or shortcode itself
 * @param before the Markdown before its words; all of it if it has none
 * @param words that a translation says in its own language; may be empty
 * @param after the Markdown after its words
 */
public record InlineElement(Kind kind, String target, String before, String words, String after) {
  private static final Pattern PICTURE = Pattern.compile("(?i)<(?:img|figure)\\b");

  /** What it is. */
  public enum Kind {
    FOOTNOTE,
    LINK,
    PICTURE,
    SHORTCODE,
    BOLD,
    ITALIC,
    CODE
  }

  /** The elements of a text, in order; none of a text that is too long to be parsed. */
  public static List<InlineElement> of(String markdown) {
    String source = Normalizer.normalize(markdown, Normalizer.Form.NFC);
    ParsedBody body = ParsedBody.ofFragment(source);
    var elements = new ArrayList<InlineElement>();
    for (BlockSpan span : body.spans()) {
      if (span.kind() == BlockKind.SHORTCODE) {
        elements.add(whole(Kind.SHORTCODE, body.markdown(span)));
      } else if (span.node() != null && span.kind() != BlockKind.DEFINITIONS) {
        read(span.node(), source, elements);
      }
    }
    return elements;
  }

  private static void read(Node node, String source, List<InlineElement> elements) {
    switch (node) {
      case Footnote mark ->
          elements.add(
              whole(
                  Kind.FOOTNOTE,
                  Normalization.normalize(mark.getText().toString()),
                  written(source, mark.getChars())));
      case Emphasis emphasis -> emphasis(Kind.ITALIC, emphasis, source, elements);
      case StrongEmphasis emphasis -> emphasis(Kind.BOLD, emphasis, source, elements);
      case Code code ->
          elements.add(
              whole(
                  Kind.CODE,
                  Normalization.normalize(written(source, code.getText())),
                  written(source, code.getChars())));
      case Image image ->
          elements.add(
              parted(Kind.PICTURE, address(image.getUrl()), image, image.getText(), source));
      case Link link ->
          elements.add(parted(Kind.LINK, address(link.getUrl()), link, link.getText(), source));
      case AutoLink link ->
          elements.add(
              whole(Kind.LINK, link.getText().toString(), written(source, link.getChars())));
      case MailLink link ->
          elements.add(
              whole(Kind.LINK, "mailto:" + link.getText(), written(source, link.getChars())));
      case RefNode reference -> reference(reference, source, elements);
      case HtmlBlockBase raw -> raw(written(source, raw.getChars()), elements);
      case HtmlInlineBase raw -> raw(written(source, raw.getChars()), elements);
      default -> children(node, source, elements);
    }
  }

  private static void emphasis(
      Kind kind, DelimitedNodeImpl node, String source, List<InlineElement> elements) {
    elements.add(parted(kind, written(source, node.getText()), node, node.getText(), source));
    children(node, source, elements);
  }

  private static void children(Node parent, String source, List<InlineElement> elements) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      read(child, source, elements);
    }
  }

  /** A label alone may be nothing but words in brackets. */
  private static void reference(RefNode node, String source, List<InlineElement> elements) {
    if (node.isReferenceTextCombined()) {
      children(node, source, elements);
      return;
    }
    elements.add(
        parted(
            node instanceof ImageRef ? Kind.PICTURE : Kind.LINK,
            Normalization.normalize(node.getReference().toString()),
            node,
            node.getText(),
            source));
  }

  private static void raw(String html, List<InlineElement> elements) {
    if (html.stripLeading().startsWith("{{")) {
      elements.add(whole(Kind.SHORTCODE, html));
    } else if (PICTURE.matcher(html).lookingAt()) {
      elements.add(whole(Kind.PICTURE, html));
    }
  }

  private static InlineElement whole(Kind kind, String markdown) {
    return whole(kind, markdown.strip(), markdown.strip());
  }

  private static InlineElement whole(Kind kind, String target, String markdown) {
    return new InlineElement(kind, target, markdown, "", "");
  }

  private static InlineElement parted(
      Kind kind, String target, Node node, BasedSequence words, String source) {
    return new InlineElement(
        kind,
        target,
        source.substring(node.getStartOffset(), words.getStartOffset()),
        written(source, words),
        source.substring(words.getEndOffset(), node.getEndOffset()));
  }

  private static String address(BasedSequence url) {
    return Escaping.unescapeString(url.toString());
  }

  /** The source in the text, since the tree was parsed from text with masked shortcodes. */
  private static String written(String source, BasedSequence chars) {
    return source.substring(chars.getStartOffset(), chars.getEndOffset());
  }
}
