package no.speil.corpus.text;

/** Escapes text for HTML. */
public final class HtmlEscape {
  private HtmlEscape() {}

  /** Escapes text for element content and quoted attributes. */
  public static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
