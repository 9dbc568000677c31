package no.speil.exchange.convert;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.speil.corpus.HttpUrl;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What an HTML document says of its text: in its headings, its {@code meta} elements (Dublin Core,
 * Open Graph, Highwire), JSON-LD and {@code lang}.
 */
record HtmlDetails(Document page, JsonLdDetails jsonLd) {
  private static final Pattern BY = Pattern.compile("(?i)(?:av|by|tekst)\\s*:?\\s+(.+)");

  private static final int LONGEST_BYLINE = 80;

  /**
   * Reads them.
   *
   * @param heading the heading of the whole text, if it has one
   * @param address of the page; empty for a file
   * @param main the text
   */
  static Map<String, List<String>> of(
      Document page, @Nullable Element heading, String address, Element main, Losses losses) {
    var details = new HtmlDetails(page, new JsonLdDetails(page));
    String publisher = details.publisher();
    String description =
        first(
            details.meta("description og:description dc.description dcterms.description"),
            details.jsonLd.text("description"));
    return Map.of(
        "title", List.of(details.title(heading, publisher)),
        "date", List.of(details.date()),
        "authors", details.authors(),
        "publisher", List.of(publisher),
        "description", List.of(line(description)),
        "language", List.of(TextLanguage.of(main.text(), details.language(), losses)),
        "source", List.of(details.source(address)));
  }

  private String title(@Nullable Element heading, String publisher) {
    String said = heading == null ? "" : line(heading.text());
    if (!said.isEmpty()) {
      return said;
    }
    String title =
        first(meta("og:title citation_title dc.title dcterms.title"), jsonLd.text("headline"));
    return line(title.isEmpty() ? withoutSite(page.title(), publisher) : title);
  }

  /** The title without the name of the site behind it. */
  private static String withoutSite(String title, String publisher) {
    return publisher.isEmpty()
        ? title
        : title.replaceFirst("\\s+[-–—|•·:]\\s+" + Pattern.quote(publisher) + "\\s*$", "");
  }

  private String date() {
    String written =
        first(
            meta(
                "article:published_time citation_publication_date citation_date dcterms.issued"
                    + " dcterms.date dc.date.issued dc.date date pubdate og:published_time"),
            jsonLd.text("datePublished"),
            attribute(
                "time[itemprop=datePublished], time[pubdate], time.published, article"
                    + " time[datetime], time.entry-date",
                "datetime"),
            attribute("meta[itemprop=datePublished]", "content"),
            jsonLd.text("dateCreated"));
    return WrittenDate.parse(written).orElse("");
  }

  private List<String> authors() {
    List<String> told =
        Stream.of("author", "citation_author", "dc.creator", "dcterms.creator", "article:author")
            .flatMap(name -> page.select(named(name)).eachAttr("content").stream())
            .toList();
    List<String> marked =
        page.select("[rel=author], [itemprop=author] [itemprop=name], .byline .author, .vcard .fn")
            .eachText();
    List<String> byline =
        page.select(".byline, .author").stream()
            .map(element -> line(element.text()))
            .filter(text -> text.length() <= LONGEST_BYLINE && BY.matcher(text).matches())
            .limit(1)
            .toList();
    return Stream.of(told, jsonLd.names("author"), marked, byline)
        .map(names -> names.stream().filter(HtmlDetails::isName).map(HtmlDetails::name))
        .map(names -> names.distinct().toList())
        .filter(names -> !names.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static boolean isName(String name) {
    return !name.isBlank() && name.length() <= 200 && !name.contains("://") && !name.contains("@");
  }

  private static String name(String written) {
    String line = line(written);
    Matcher by = BY.matcher(line);
    return by.matches() ? by.group(1) : line;
  }

  private String publisher() {
    String said = meta("og:site_name citation_publisher dc.publisher dcterms.publisher publisher");
    List<String> names = jsonLd.names("publisher");
    return line(said.isEmpty() && !names.isEmpty() ? names.getFirst() : said);
  }

  private String language() {
    Element body = page.body();
    String said =
        first(
            page.select("html").attr("lang"),
            page.select("html").attr("xml:lang"),
            body.attr("lang"),
            page.select("main[lang], article[lang]").attr("lang"),
            jsonLd.text("inLanguage"),
            meta("og:locale dc.language dcterms.language language"),
            page.select("meta[http-equiv=content-language]").attr("content"));
    String tag = Locale.forLanguageTag(said.strip().replace('_', '-')).toLanguageTag();
    return tag.equals("und") ? "" : tag;
  }

  /** The address that the page calls its own, if that is one of the same site; else its own. */
  private String source(String address) {
    String canonical =
        first(page.select("link[rel=canonical]").attr("abs:href"), absolute(meta("og:url")));
    if (address.isEmpty()) {
      return canonical.matches("https?://.*") ? canonical : "";
    }
    String site = HttpUrl.site(address);
    return !site.isEmpty() && HttpUrl.site(canonical).equals(site) ? canonical : address;
  }

  private static String absolute(String address) {
    return address.matches("https?://.*") ? address : "";
  }

  /** The first of some names, separated by spaces, that says something. */
  private String meta(String names) {
    return first(
        Stream.of(names.split(" ", -1))
            .map(name -> attribute(named(name), "content"))
            .toArray(String[]::new));
  }

  private static String named(String name) {
    return "meta[name=%1$s], meta[property=%1$s]".formatted(name);
  }

  private String attribute(String query, String attribute) {
    return first(page.select(query).eachAttr(attribute).toArray(String[]::new)).strip();
  }

  private static String first(String... values) {
    return Stream.of(values).filter(value -> !value.isBlank()).findFirst().orElse("");
  }

  private static String line(String text) {
    return text.replaceAll("[\\s\\u00A0\\p{Cntrl}\\u200B\\u00AD]+", " ").strip();
  }
}
