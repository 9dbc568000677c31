package no.speil.markdown.inline;

import static no.speil.markdown.parse.InlineNodes.written;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.DelimitedLinkNode;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ext.attributes.AttributesNode;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.text.PageMark;
import no.speil.markdown.inline.CodedText.Part;
import no.speil.markdown.inline.CodedText.Words;
import no.speil.markdown.inline.InlineCode.Position;
import no.speil.markdown.parse.BraceAttributes;
import no.speil.markdown.parse.InlineNodes;
import no.speil.markdown.parse.ListNumbers;

/** Reads the words and codes of one text from the syntax tree, or of raw HTML. */
final class CodedTextReader {
  private static final Pattern TAG =
      Pattern.compile(
          "(?:[ \\t]*\n\\s*)?(?:<!--.*?-->|<(script|style|pre)\\b.*?</\\1\\s*>"
              + "|\\{\\{[<%].*?[%>]\\}\\}|<[^<>]*>)(?:[ \\t]*\n\\s*)?",
          Pattern.DOTALL);

  private final String source;
  private final List<Part> parts = new ArrayList<>();
  private int lastId;

  private CodedTextReader(String source) {
    this.source = source;
  }

  /** The inline content of a node. */
  static CodedText ofChildren(Node node, String source) {
    var reader = new CodedTextReader(source);
    reader.children(node);
    return new CodedText(reader.parts);
  }

  /** Raw HTML: each tag with the line breaks around it is a code, the rest is text. */
  static CodedText ofHtml(String html) {
    var reader = new CodedTextReader(html);
    Matcher tag = TAG.matcher(html);
    int from = 0;
    while (tag.find()) {
      reader.words(html.substring(from, tag.start()));
      reader.raw(tag.group());
      from = tag.end();
    }
    reader.words(html.substring(from));
    return new CodedText(reader.parts);
  }

  private void words(String text) {
    if (!text.isEmpty()) {
      parts.add(new Words(text));
    }
  }

  private void children(Node parent) {
    InlineNodes.visit(parent, source, text -> words(Escaping.unescapeString(text)), this::read);
  }

  private void read(Node node) {
    if (ListNumbers.isTaskMark(node)) {
      return; // of the item, as its marker is
    }
    switch (node) {
      case SoftLineBreak line -> words(" ");
      case HardLineBreak line ->
          alone(InlineCode.Type.LINE_BREAK, source.substring(line.getStartOffset(), next(line)));
      case Emphasis emphasis -> span(InlineCode.Type.ITALIC, emphasis, emphasis.getText());
      case StrongEmphasis emphasis -> span(InlineCode.Type.BOLD, emphasis, emphasis.getText());
      case Strikethrough struck -> span(InlineCode.Type.STRIKE, struck, struck.getText());
      case Code code -> alone(InlineCode.Type.CODE, written(source, code.getChars()));
      case DelimitedLinkNode link -> alone(InlineCode.Type.LINK, written(source, link.getChars()));
      case Image image -> span(InlineCode.Type.IMAGE, image, image.getText());
      case Link link -> span(InlineCode.Type.LINK, link, link.getText());
      case RefNode reference -> reference(reference);
      case Footnote mark -> alone(InlineCode.Type.FOOTNOTE, written(source, mark.getChars()));
      case AttributesNode braces -> {
        if (PageMark.without(written(source, braces.getChars())).isEmpty()) {
          return;
        }
        if (BraceAttributes.isMarkup(braces)) {
          alone(InlineCode.Type.ATTRIBUTES, BraceAttributes.written(braces, source));
        } else {
          words(BraceAttributes.written(braces, source));
        }
      }
      case HtmlInlineBase raw -> raw(written(source, raw.getChars()));
      default -> childrenOrWords(node);
    }
  }

  private void childrenOrWords(Node node) {
    if (node.hasChildren()) {
      children(node);
    } else {
      words(written(source, node.getChars()));
    }
  }

  private void raw(String markup) {
    boolean isShortcode = markup.stripLeading().startsWith("{{");
    alone(isShortcode ? InlineCode.Type.SHORTCODE : InlineCode.Type.HTML, markup);
  }

  /** A label alone is a reference only if the text around it says so: it stays text here. */
  private void reference(RefNode node) {
    if (node.isReferenceTextCombined() && !node.isDummyReference() && !node.isDefined()) {
      words(node instanceof ImageRef ? "![" : "[");
      if (node.hasChildren()) {
        children(node);
      } else {
        words(Escaping.unescapeString(node.getReference().toString()));
      }
      words("]");
      return;
    }
    BasedSequence words = node.isReferenceTextCombined() ? node.getReference() : node.getText();
    span(node instanceof ImageRef ? InlineCode.Type.IMAGE : InlineCode.Type.LINK, node, words);
  }

  private void span(InlineCode.Type type, Node node, BasedSequence words) {
    int from = words.getStartOffset();
    int to = words.getEndOffset();
    if (!node.hasChildren() || from > to) {
      alone(type, written(source, node.getChars()));
      return;
    }
    int id = ++lastId;
    String start = source.substring(node.getStartOffset(), from);
    parts.add(new InlineCode(id, Position.OPEN, type, start));
    children(node);
    parts.add(new InlineCode(id, Position.CLOSE, type, source.substring(to, node.getEndOffset())));
  }

  private void alone(InlineCode.Type type, String data) {
    parts.add(new InlineCode(++lastId, Position.ALONE, type, data));
  }

  /** A break runs on to the words of the next line, past the markers of the blocks around it. */
  private static int next(Node line) {
    return line.getNext() == null ? line.getEndOffset() : line.getNext().getStartOffset();
  }
}
