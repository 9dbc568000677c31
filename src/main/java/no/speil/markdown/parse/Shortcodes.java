package no.speil.markdown.parse;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks shortcodes of site generators ({@code {{< … >}}} and {@code {{% … %}}}), which the Markdown
 * parser does not know, with HTML of exactly the same length. One alone on its lines becomes a
 * processing instruction, a block that ends a paragraph (CommonMark, HTML block kind 3); one within
 * a line becomes an inline tag; a link address that contains one, or another template, becomes a
 * plain address.
 */
public final class Shortcodes {
  /** A shortcode without another one in it, and without what stands for {@code %1$s}. */
  private static final String CODE =
      "\\{\\{(?:<(?:(?!>\\}\\}|\\{\\{|%1$s).)*+>|%%(?:(?!%%\\}\\}|\\{\\{|%1$s).)*+%%)\\}\\}";

  private static final String ANYWHERE = CODE.formatted("(?:\\r\\n?+|\\n)[ \\t]*+[\\r\\n]");
  private static final Pattern ANY = Pattern.compile(ANYWHERE, Pattern.DOTALL);
  private static final Pattern IN_LINE =
      Pattern.compile("(%s)".formatted(CODE.formatted("[\\r\\n]")), Pattern.DOTALL);
  private static final Pattern ALONE =
      Pattern.compile(
          "^[ \\t]*+(%1$s(?:[ \\t]*+%1$s)*+)[ \\t]*+$".formatted(ANYWHERE),
          Pattern.DOTALL | Pattern.MULTILINE);

  private Shortcodes() {}

  /** The text with every shortcode from that offset masked; offsets stay the same. */
  static String mask(String source, int from) {
    if (!TemplateAddress.is(source)) {
      return source;
    }
    var masked = new StringBuilder(source);
    mask(ALONE, from, "<?", "?>", masked);
    mask(IN_LINE, from, "<x", ">", masked);
    TemplateAddress.IN_LINK
        .matcher(source)
        .region(from, source.length())
        .results()
        .forEach(link -> LineBreaks.fill(masked, link.start(1), link.end(1), 'x'));
    return masked.toString();
  }

  /** Whether there is nothing but shortcodes in a text, whatever its indentation. */
  static boolean fill(String text) {
    return ANY.matcher(text).replaceAll("").isBlank();
  }

  /**
   * Raw HTML with something else in place of each shortcode.
   *
   * @param shown gives HTML for a shortcode as it is written
   */
  public static String replace(String html, UnaryOperator<String> shown) {
    return ANY.matcher(html)
        .replaceAll(code -> Matcher.quoteReplacement(shown.apply(code.group())));
  }

  private static void mask(
      Pattern codes, int from, String open, String close, StringBuilder masked) {
    Matcher found = codes.matcher(masked.toString()).region(from, masked.length());
    while (found.find()) {
      LineBreaks.fill(masked, found.start(1), found.end(1), 'x');
      masked.replace(found.start(1), found.start(1) + open.length(), open);
      masked.replace(found.end(1) - close.length(), found.end(1), close);
    }
  }
}
