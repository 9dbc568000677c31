package no.speil.markdown;

import com.vladsch.flexmark.util.sequence.Escaping;

/** Escapes text for HTML. */
public final class HtmlEscape {
  private HtmlEscape() {}

  /** Escapes text for element content and double-quoted attributes. */
  public static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Decodes Markdown escapes and entities, then escapes the text. */
  public static String markdown(String text) {
    return text(Escaping.unescapeString(text));
  }
}
