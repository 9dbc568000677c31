package no.speil.exchange.convert;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.Language;
import no.speil.corpus.text.Message;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads HTML as Markdown. What runs, styles or listens is left behind; what else has no counterpart
 * is said.
 */
public final class HtmlConverter {
  /** The largest file that is read, in bytes. */
  public static final int MOST_BYTES = 5 << 20;

  static final int MOST_ELEMENTS = 250_000;
  private static final int MOST_LEVELS = 200;

  private static final String NEVER_TEXT =
      "script, style, noscript, template, link, meta, title, base, datalist, rp, area, map";
  private static final String BESIDE_THE_TEXT = "nav, [role=navigation], [hidden], dialog";

  private static final String FIELDS = "input:not([type=hidden]), select, textarea, button";

  /** Google's editor wraps everything that is copied in such an element. */
  private static final String NOT_BOLD = "b[style~=(?i)font-weight:\\s*(normal|400)]";

  private static final Pattern NAME = Pattern.compile("(?:.*[/\\\\])?([^/\\\\]+?)(?:\\.[^.]*)?");

  /**
   * A page of the web as a text.
   *
   * @param norwegian address of the same page in Norwegian, if the page names one in another
   *     language than its own; else empty
   */
  public record WebPage(ConvertedText text, String norwegian) {}

  /**
   * Reads a file; addresses within it stay as they are, unless it says what they are relative to.
   */
  public static ConvertedText convert(byte[] bytes, String name) {
    var losses = new Losses();
    Document page = parse(bytes, "", "", losses);
    Element main = main(page, losses);
    Element heading = heading(page, main);
    Map<String, List<String>> details = HtmlDetails.of(page, heading, "", main, losses);
    return text(main, heading, details, new HtmlLinks(pictureName(name), losses));
  }

  /**
   * Reads the main text of a page of the web; addresses become absolute.
   *
   * @param charset as the server said it; may be empty
   * @param address of the page
   * @throws ConversionRefusedException if it is too large or nested too deep
   */
  public static WebPage convertPage(byte[] bytes, String charset, String address) {
    var losses = new Losses();
    Document page = parse(bytes, charset, address, losses);
    absolute(page, "href");
    absolute(page, "src");
    Element main = MainText.of(page, address);
    Element heading = MainText.heading(page).orElse(null);
    if (heading != null) {
      String title = heading.text().strip();
      main.select("h1, h2").stream()
          .filter(each -> each.text().strip().equals(title))
          .limit(1)
          .forEach(Element::remove);
    }
    Map<String, List<String>> details = HtmlDetails.of(page, heading, address, main, losses);
    var links = new HtmlLinks("picture", losses);
    return new WebPage(text(main, heading, details, links), norwegian(page));
  }

  /**
   * Reads what a program has put on the clipboard; nothing in it is taken for a title.
   *
   * @throws ConversionRefusedException if it is too large or nested too deep
   */
  public static ConvertedText convertCopied(String html) {
    var losses = new Losses();
    Element body = parse(html.getBytes(StandardCharsets.UTF_8), "UTF-8", "", losses).body();
    leaveOut(body, "img:not([src~=(?i)^https?:])", "convert.left-out.pictures", losses);
    return text(body, null, Map.of(), new HtmlLinks("", losses));
  }

  private static void absolute(Document page, String attribute) {
    for (Element each : page.select("a[%1$s], img[%1$s]".formatted(attribute))) {
      String address = each.absUrl(attribute);
      if (!address.isEmpty() && !each.attr(attribute).startsWith("#")) {
        each.attr(attribute, address);
      }
    }
  }

  private static String norwegian(Document page) {
    return page.select("link[rel=alternate][hreflang], a[rel=alternate][hreflang]").stream()
        .filter(link -> Language.of(link.attr("hreflang")).isNorwegian())
        .map(link -> link.absUrl("href"))
        .filter(address -> address.startsWith("http"))
        .findFirst()
        .orElse("");
  }

  /**
   * Writes a part of a document, without its heading.
   *
   * @param details what is said of it
   */
  static ConvertedText text(
      Element main, @Nullable Element heading, Map<String, List<String>> details, HtmlLinks links) {
    if (heading != null) {
      heading.remove();
    }
    clean(main, links.losses);
    List<Element> notes = new HtmlFootnotes(main).takeOut();
    boolean isNorwegian =
        details.getOrDefault("language", List.of()).stream()
            .map(Language::of)
            .anyMatch(Language::isNorwegian);
    var inline = new InlineMarkdownWriter(links, isNorwegian);
    String markdown = new BlockMarkdownWriter(inline).write(main, notes);
    return new ConvertedText(details, markdown, links.pictures, links.losses.sentences());
  }

  /**
   * Parses what is within the limits.
   *
   * @throws ConversionRefusedException if it is too large or nested too deep
   */
  static Document parse(byte[] bytes, String encoding, String address, Losses losses) {
    if (bytes.length > MOST_BYTES) {
      throw new ConversionRefusedException(Message.of("convert.page.large", MOST_BYTES >> 20));
    }
    DecodedText decoded = DecodedText.ofMarkup(bytes, encoding);
    decoded.losses().forEach(losses::say);
    Parser parser = Parser.htmlParser().setMaxDepth(MOST_LEVELS + 2);
    Document page = parser.parseInput(decoded.text(), address);
    check(page);
    return page;
  }

  static void check(Document page) {
    if (page.nodeStream().count() > MOST_ELEMENTS) {
      throw new ConversionRefusedException(Message.of("convert.elements", MOST_ELEMENTS));
    }
    if (page.stream().anyMatch(each -> each.parents().size() > MOST_LEVELS)) {
      throw new ConversionRefusedException(Message.of("convert.deep", MOST_LEVELS));
    }
  }

  /** The part of a file that is its text: what it calls so, else all of it. */
  private static Element main(Document page, Losses losses) {
    Element body = page.body();
    List<Element> named = page.select("main, [role=main]");
    List<Element> found = named.isEmpty() ? page.select("body article") : named;
    if (found.size() != 1) {
      return body;
    }
    losses.say("convert.page.main");
    return found.getFirst();
  }

  /** The first heading of the first level: within the text, else anywhere on the page. */
  private static @Nullable Element heading(Document page, Element main) {
    Element heading = main.selectFirst("h1");
    return heading == null || heading.text().isBlank() ? page.selectFirst("h1") : heading;
  }

  private static void clean(Element main, Losses losses) {
    main.select(NEVER_TEXT).remove();
    MainText.without(main, BESIDE_THE_TEXT);
    leaveOut(main, "video, audio", "convert.left-out.media", losses);
    leaveOut(
        main, "iframe, object, embed, frame, frameset, applet", "convert.left-out.frames", losses);
    leaveOut(main, "svg, canvas", "convert.left-out.drawings", losses);
    leaveOut(main, "math", "convert.left-out.formulas", losses);
    leaveOut(main, FIELDS, "convert.left-out.fields", losses);
    main.select("input").remove();
    main.select(NOT_BOLD).unwrap();
    WordLists.convert(main);
  }

  private static void leaveOut(Element main, String query, String key, Losses losses) {
    for (Element each : main.select(query)) {
      losses.leftOut(key);
      each.remove();
    }
  }

  /** The file's name without folders and ending, as the names of pictures begin. */
  static String pictureName(String name) {
    Matcher found = NAME.matcher(name);
    String plain = found.matches() ? found.group(1) : "";
    String simple =
        plain.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    return simple.isEmpty() ? "picture" : simple;
  }
}
