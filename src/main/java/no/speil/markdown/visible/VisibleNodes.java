package no.speil.markdown.visible;

import static no.speil.markdown.parse.InlineNodes.label;
import static no.speil.markdown.parse.InlineNodes.unescaped;
import static no.speil.markdown.parse.InlineNodes.written;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkNodeBase;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ext.attributes.AttributesNode;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import no.speil.corpus.VisibleText;
import no.speil.corpus.VisibleText.Break;
import no.speil.corpus.VisibleText.Manner;
import no.speil.corpus.VisibleText.Picture;
import no.speil.corpus.text.PageMark;
import no.speil.markdown.parse.BraceAttributes;
import no.speil.markdown.parse.InlineNodes;
import no.speil.markdown.parse.ListNumbers;
import no.speil.markdown.parse.TemplateAddress;
import no.speil.markdown.parse.Whitespace;
import no.speil.markdown.render.Autolinks;

/** Reads what a reader sees of the nodes of a syntax tree. */
final class VisibleNodes {
  private final String source;
  private final VisiblePieces pieces;
  private final VisibleHtml html;
  private final boolean listed;
  private boolean inLink;

  /**
   * @param listed whether the first item at top level is one of several, the others not in this
   *     text
   */
  VisibleNodes(String source, boolean listed, VisiblePieces pieces) {
    this.source = source;
    this.pieces = pieces;
    this.html = new VisibleHtml(pieces);
    this.listed = listed;
  }

  void read(Node node) {
    switch (node) {
      case SoftLineBreak line -> pieces.add(Break.LINE);
      case HardLineBreak line -> pieces.add(Break.LINE);
      case Emphasis emphasis -> inManner(Manner.ITALIC, emphasis);
      case StrongEmphasis emphasis -> inManner(Manner.BOLD, emphasis);
      case Strikethrough struck -> inManner(Manner.STRUCK, struck);
      case Code code -> pieces.code(Whitespace.fold(written(source, code.getText())));
      case AutoLink link -> address(written(source, link.getText()), "");
      case MailLink link -> address(written(source, link.getText()), "mailto:");
      case Link link -> linked(link, new VisibleText.Link(address(link.getUrl())));
      case Image image -> linked(image, new Picture(unescaped(source, image.getUrl())));
      case RefNode reference -> reference(reference);
      case Footnote mark -> pieces.add(new VisibleText.FootnoteCall(label(mark.getText())));
      case AttributesNode attributes -> attributes(attributes);
      case FencedCodeBlock code -> lines(code);
      case IndentedCodeBlock code -> lines(code);
      case HtmlBlockBase raw -> rawBlock(written(source, raw.getChars()));
      case HtmlInlineBase raw -> raw(written(source, raw.getChars()));
      case FootnoteBlock note -> {
        pieces.add(new VisibleText.FootnoteLabel(label(note.getText())));
        block(note);
      }
      case Reference definition ->
          pieces.add(
              new VisibleText.Definition(
                  label(definition.getReference()),
                  address(definition.getUrl()),
                  unescaped(source, definition.getTitle())));
      case TableSeparator separator -> {}
      case TableRow row -> row(row);
      case ListItem item -> item(item);
      case Block block -> block(block);
      default -> children(node);
    }
  }

  private void block(Node block) {
    children(block);
    pieces.add(Break.BLOCK);
  }

  private void row(TableRow row) {
    for (Node cell : row.getChildren()) {
      children(cell);
      if (cell.getNext() != null) {
        pieces.add(Break.CELL);
      }
    }
    pieces.add(Break.BLOCK);
  }

  private void item(ListItem item) {
    if (ListNumbers.isPartOfText(item, source, listed)) {
      pieces.words(ListNumbers.marker(item) + " ");
    } else {
      pieces.add(new VisibleText.Item(ListNumbers.number(item), ListNumbers.task(item)));
    }
    block(item);
  }

  private void children(Node parent) {
    Set<Node> paired = pairedTags(parent);
    InlineNodes.visit(
        parent,
        source,
        this::text,
        child -> {
          if (paired.contains(child)) {
            pairedTag(written(source, child.getChars()));
          } else if (!ListNumbers.isTaskMark(child)) {
            read(child);
          }
        });
  }

  void text(String markdown) {
    String text = Escaping.unescapeString(markdown);
    if (inLink || !Autolinks.mayHaveAddress(text)) {
      pieces.words(text);
    } else {
      Autolinks.visit(text, pieces::words, this::address);
    }
  }

  private String address(BasedSequence url) {
    return Escaping.unescapeString(TemplateAddress.written(source, url));
  }

  private void address(String address, String scheme) {
    pieces.add(new VisibleText.Link(scheme + address));
    pieces.words(address);
  }

  private void inManner(Manner manner, Node node) {
    pieces.open(manner);
    children(node);
    pieces.close(manner);
  }

  private void inLink(Node node) {
    boolean outer = inLink;
    inLink = true;
    children(node);
    inLink = outer;
  }

  private void linked(LinkNodeBase node, VisibleText.Target target) {
    pieces.add(target);
    inLink(node);
    String title = unescaped(source, node.getTitle());
    if (!title.isBlank()) {
      pieces.open(Manner.TITLE);
      pieces.words(" \"" + title + "\"");
      pieces.close(Manner.TITLE);
    }
  }

  /** Reads a reference; a label alone is one only if the text defines it. */
  private void reference(RefNode node) {
    boolean named = !node.isReferenceTextCombined();
    if (named || node.isDummyReference() || node.isDefined()) {
      String label = named ? label(node.getReference()) : "";
      pieces.add(new VisibleText.Reference(label, node instanceof ImageRef));
      inLink(node);
      return;
    }
    pieces.words(node instanceof ImageRef ? "![" : "[");
    children(node);
    pieces.words("]");
  }

  private void attributes(AttributesNode attributes) {
    String text = attributes.getText().toString().strip();
    if (!BraceAttributes.isMarkup(attributes)) {
      pieces.words(BraceAttributes.written(attributes, source));
    } else if (text.contains("=") && !PageMark.without("{" + text + "}").isEmpty()) {
      pieces.unseen(text);
    }
  }

  private void lines(Block code) {
    for (BasedSequence line : code.getContentLines()) {
      pieces.code(written(source, line));
      pieces.add(Break.LINE);
    }
  }

  private void rawBlock(String raw) {
    if (raw.stripLeading().startsWith("{{")) {
      pieces.code(raw);
    } else {
      html.readBlock(raw);
    }
    pieces.add(Break.BLOCK);
  }

  private void raw(String raw) {
    VisibleHtml.Tag tag = VisibleHtml.Tag.of(raw);
    if (raw.startsWith("{{")) {
      pieces.code(raw);
    } else if (tag == null) {
      html.readOther(raw);
    } else if (tag.manner() == Manner.STRUCK) {
      pieces.unseen(raw); // without its counterpart nobody knows what is struck out
    } else {
      html.readTag(tag, raw);
    }
  }

  private void pairedTag(String raw) {
    VisibleHtml.Tag tag = VisibleHtml.Tag.of(raw);
    if (tag == null || tag.manner() == null) {
      return;
    }
    if (tag.closing()) {
      pieces.close(tag.manner());
    } else {
      pieces.open(tag.manner());
      html.readTag(tag, raw);
    }
  }

  /** The tags that emphasise or strike out words and have a counterpart. */
  private Set<Node> pairedTags(Node parent) {
    Map<String, Deque<Node>> open = new HashMap<>();
    Set<Node> paired = new HashSet<>();
    for (Node child : parent.getChildren()) {
      VisibleHtml.Tag tag =
          child instanceof HtmlInlineBase
              ? VisibleHtml.Tag.of(written(source, child.getChars()))
              : null;
      if (tag == null || tag.manner() == null) {
        continue;
      }
      Deque<Node> opened = open.computeIfAbsent(tag.name(), unknown -> new ArrayDeque<>());
      if (!tag.closing()) {
        opened.push(child);
      } else if (!opened.isEmpty()) {
        paired.add(opened.pop());
        paired.add(child);
      }
    }
    return paired;
  }
}
