package no.speil.markdown.parse;

import com.vladsch.flexmark.ext.attributes.AttributesNode;
import no.speil.corpus.text.Normalization;

/**
 * Distinguishes attributes ({@code {#anchor}}, {@code {.class}}, {@code {a=b}}) from words in
 * braces.
 */
public final class BraceAttributes {
  private BraceAttributes() {}

  public static boolean isMarkup(AttributesNode node) {
    String text = node.getText().toString().strip();
    return text.startsWith("#") || text.startsWith(".") || text.contains("=");
  }

  /** The words in braces with the space before them; empty if the node is markup. */
  public static String words(AttributesNode node, String source) {
    return isMarkup(node) ? "" : written(node, source);
  }

  /** The source of the node with the space before it, which the parser cuts off. */
  public static String written(AttributesNode node, String source) {
    int start = node.getStartOffset();
    boolean spaced = start > 0 && Normalization.isSpace(source.charAt(start - 1));
    return (spaced ? " " : "") + source.substring(start, node.getEndOffset());
  }
}
