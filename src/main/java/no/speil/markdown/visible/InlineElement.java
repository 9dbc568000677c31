package no.speil.markdown.visible;

import static no.speil.markdown.parse.InlineNodes.label;
import static no.speil.markdown.parse.InlineNodes.written;

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
import no.speil.corpus.Coded;
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

  /** What it is; the mark of a heading stands before a text, and is not looked for in it. */
  public enum Kind implements Coded {
    HEADING,
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
    var reader = new Reader(source, new ArrayList<>());
    for (BlockSpan span : body.spans()) {
      if (span.kind() == BlockKind.SHORTCODE) {
        reader.whole(Kind.SHORTCODE, body.markdown(span));
      } else if (span.node() != null && span.kind() != BlockKind.DEFINITIONS) {
        reader.read(span.node());
      }
    }
    return reader.elements;
  }

  private record Reader(String source, List<InlineElement> elements) {
    void read(Node node) {
      switch (node) {
        case Footnote mark -> whole(Kind.FOOTNOTE, label(mark.getText()), mark);
        case Emphasis emphasis -> emphasis(Kind.ITALIC, emphasis);
        case StrongEmphasis emphasis -> emphasis(Kind.BOLD, emphasis);
        case Code code ->
            whole(Kind.CODE, Normalization.normalize(written(source, code.getText())), code);
        case Image image -> parted(Kind.PICTURE, address(image.getUrl()), image, image.getText());
        case Link link -> parted(Kind.LINK, address(link.getUrl()), link, link.getText());
        case AutoLink link -> whole(Kind.LINK, link.getText().toString(), link);
        case MailLink link -> whole(Kind.LINK, "mailto:" + link.getText(), link);
        case RefNode reference -> reference(reference);
        case HtmlBlockBase raw -> raw(written(source, raw.getChars()));
        case HtmlInlineBase raw -> raw(written(source, raw.getChars()));
        default -> node.getChildren().forEach(this::read);
      }
    }

    private void emphasis(Kind kind, DelimitedNodeImpl node) {
      parted(kind, written(source, node.getText()), node, node.getText());
      node.getChildren().forEach(this::read);
    }

    /** A label alone may be nothing but words in brackets. */
    private void reference(RefNode node) {
      if (node.isReferenceTextCombined()) {
        node.getChildren().forEach(this::read);
      } else {
        Kind kind = node instanceof ImageRef ? Kind.PICTURE : Kind.LINK;
        parted(kind, label(node.getReference()), node, node.getText());
      }
    }

    private void raw(String html) {
      if (html.stripLeading().startsWith("{{")) {
        whole(Kind.SHORTCODE, html);
      } else if (PICTURE.matcher(html).lookingAt()) {
        whole(Kind.PICTURE, html);
      }
    }

    void whole(Kind kind, String markdown) {
      String bare = markdown.strip();
      elements.add(new InlineElement(kind, bare, bare, "", ""));
    }

    private void whole(Kind kind, String target, Node node) {
      elements.add(new InlineElement(kind, target, written(source, node.getChars()), "", ""));
    }

    private void parted(Kind kind, String target, Node node, BasedSequence words) {
      String before = source.substring(node.getStartOffset(), words.getStartOffset());
      String after = source.substring(words.getEndOffset(), node.getEndOffset());
      elements.add(new InlineElement(kind, target, before, written(source, words), after));
    }

    private static String address(BasedSequence url) {
      return Escaping.unescapeString(url.toString());
    }
  }
}
