package no.speil.markdown.parse;

import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ext.attributes.AttributesNode;
import com.vladsch.flexmark.util.ast.Node;

/** Knows a paragraph that is only pictures, linked or not. */
final class PictureParagraph {
  private PictureParagraph() {}

  static boolean only(Node parent, String source) {
    boolean found = false;
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      if (isPicture(child, source)) {
        found = true;
      } else if (!(child instanceof AttributesNode)
          && !Whitespace.is(source, child.getStartOffset(), child.getEndOffset())) {
        return false;
      }
    }
    return found;
  }

  private static boolean isPicture(Node node, String source) {
    return switch (node) {
      case Image picture -> true;
      case ImageRef picture -> picture.isDefined();
      case Link link -> only(link, source);
      case LinkRef link -> link.isDefined() && only(link, source);
      default -> false;
    };
  }
}
