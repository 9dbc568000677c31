package no.speil.markdown.parse;

import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.function.Consumer;
import no.speil.corpus.text.Normalization;

/** Goes through the nodes of a line, and reads what is written of them. */
public final class InlineNodes {
  private InlineNodes() {}

  /**
   * Visits the children of a node in order. Adjacent text is one: the parser splits it at possible
   * markup, such as the "&" of an address.
   *
   * @param text takes it as it is written, with its escapes and entities
   */
  public static void visit(
      Node parent, String source, Consumer<String> text, Consumer<Node> other) {
    Node child = parent.getFirstChild();
    while (child != null) {
      Node last = child;
      if (isText(child)) {
        while (isContinued(last)) {
          last = last.getNext();
        }
        text.accept(source.substring(child.getStartOffset(), last.getEndOffset()));
      } else {
        other.accept(child);
      }
      child = last.getNext();
    }
  }

  /**
   * Visits a reference without a definition, which is text in brackets.
   *
   * @param text takes the brackets; all of it where nothing is between them
   * @param inner takes the node for what is
   */
  public static void visitUndefined(
      RefNode node, String source, Consumer<String> text, Consumer<Node> inner) {
    if (!node.hasChildren()) {
      text.accept(unescaped(source, node.getChars()));
      return;
    }
    text.accept(source.substring(node.getStartOffset(), node.getFirstChild().getStartOffset()));
    inner.accept(node);
    text.accept(source.substring(node.getLastChild().getEndOffset(), node.getEndOffset()));
  }

  /** The source of a part of the tree, which was made of the source with shortcodes covered. */
  public static String written(String source, BasedSequence part) {
    return source.substring(part.getStartOffset(), part.getEndOffset());
  }

  /** The same with its escapes and entities as what they stand for. */
  public static String unescaped(String source, BasedSequence part) {
    return Escaping.unescapeString(written(source, part));
  }

  /** The label of a footnote or reference, in the form in which labels are compared. */
  public static String label(BasedSequence label) {
    return Normalization.normalize(label.toString());
  }

  private static boolean isContinued(Node text) {
    Node next = text.getNext();
    return next != null && isText(next) && next.getStartOffset() == text.getEndOffset();
  }

  private static boolean isText(Node node) {
    return node instanceof Text || node instanceof HtmlEntity;
  }
}
