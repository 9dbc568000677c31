package no.speil.markdown.parse;

import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.Node;
import java.util.function.Consumer;

/** Goes through the nodes of a line. */
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

  private static boolean isContinued(Node text) {
    Node next = text.getNext();
    return next != null && isText(next) && next.getStartOffset() == text.getEndOffset();
  }

  private static boolean isText(Node node) {
    return node instanceof Text || node instanceof HtmlEntity;
  }
}
