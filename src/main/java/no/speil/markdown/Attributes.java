package no.speil.markdown;

import com.vladsch.flexmark.ext.attributes.AttributesNode;

/** Tells attributes ({@code {#anchor}}, {@code {.class}}, {@code {a=b}}) from words in braces. */
final class Attributes {
  private Attributes() {}

  static boolean isMarkup(AttributesNode node) {
    String text = node.getText().toString().strip();
    return text.startsWith("#") || text.startsWith(".") || text.contains("=");
  }
}
