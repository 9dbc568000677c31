package no.speil.markdown.render;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamRenderer;
import org.owasp.html.PolicyFactory;

/**
 * Sanitises all HTML that comes from a file: common formatting, tables and pictures, well-formed,
 * without scripts, styles or ids of the file. Addresses of Markdown and raw HTML are resolved here.
 */
final class Sanitizer {
  private static final Set<String> CLASSES =
      Set.of("description", "footnote", "footnote-ref", "footnote-back");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  /** Made for the first text, not at the start. */
  private static final class Policy {
    static final PolicyFactory WHOLE = policy();
  }

  /** Prefix of a sealed page path, which follows in hexadecimal digits. */
  static final String PATH = "path:";

  /** A random prefix for ids that the renderer creates; the text cannot guess it. */
  private final String seal = "s" + UUID.randomUUID() + "-";

  /** Seals an id or fragment so that the sanitiser keeps it; all others are removed. */
  String sealed(String name) {
    return seal + name;
  }

  /** Seals a page path as a fragment; the sanitiser turns it into the page's address. */
  String sealedPath(String path) {
    return seal + PATH + HexFormat.of().formatHex(path.getBytes(StandardCharsets.UTF_8));
  }

  String sanitize(String html, LinkResolver links) {
    var clean = new StringBuilder(html.length() + 16);
    var renderer = HtmlStreamRenderer.create(clean, invalid -> {});
    HtmlSanitizer.sanitize(html, Policy.WHOLE.apply(new LinkRewriter(seal, links, renderer)));
    return clean.toString();
  }

  private static PolicyFactory policy() {
    return new HtmlPolicyBuilder()
        .allowElements(
            """
            p h1 h2 h3 h4 h5 h6 blockquote pre hr br div span ul ol li dl dt dd a img figure
            figcaption picture b strong i em u s del ins mark small sub sup q cite abbr code kbd
            samp var table caption thead tbody tfoot tr th td details summary
            """
                .split("\\s+"))
        .allowWithoutAttributes("span")
        .allowUrlProtocols("http", "https", "mailto")
        .allowAttributes("href")
        .onElements("a")
        .allowAttributes("src")
        .matching(Sanitizer::isPicture)
        .onElements("img")
        .allowAttributes("alt", "title", "lang", "dir")
        .globally()
        .allowAttributes("width", "height")
        .matching(NUMBER)
        .onElements("img", "td", "th")
        .allowAttributes("colspan", "rowspan", "start", "value")
        .matching(NUMBER)
        .onElements("td", "th", "ol", "li")
        .allowAttributes("align")
        .matching(true, "left", "right", "center")
        .onElements("td", "th", "p", "div")
        .allowAttributes("class")
        .matching(false, CLASSES)
        .onElements("p", "div", "sup", "a")
        .allowAttributes("id")
        .onElements("div", "sup")
        .toFactory();
  }

  private static boolean isPicture(String address) {
    String lower = address.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || (!lower.startsWith("//") && !lower.contains(":"));
  }
}
