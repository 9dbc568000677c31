package no.speil.markdown;

import com.vladsch.flexmark.util.sequence.Escaping;

/** Text as HTML shows it literally. */
public final class HtmlEscape {
  private HtmlEscape() {}

  /** Also safe between double quotes. */
  public static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Of Markdown text, after its own escapes and entities are undone. */
  public static String markdown(String text) {
    return text(Escaping.unescapeString(text));
  }
}
