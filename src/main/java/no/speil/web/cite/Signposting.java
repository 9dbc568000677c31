package no.speil.web.cite;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Identifier;
import no.speil.exchange.ExportFormat;
import no.speil.exchange.cite.Citation;
import no.speil.exchange.cite.CitationFormat;
import no.speil.exchange.tei.TeiDocument;
import no.speil.exchange.unit.UnitFormat;
import no.speil.web.http.Json;
import no.speil.web.http.PathParams;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;

/**
 * Tells machines what a document's page is about: its permanent address, its metadata, its files
 * and its licences, by links in the header and as a set of links (signposting.org, levels 1 and 2;
 * RFC 8288, RFC 9264).
 */
public record Signposting(SiteContext site, Context context, DocumentId id, Citation citation) {
  private static final String LINK_SET = "application/linkset+json";

  /**
   * A link from what the page is about.
   *
   * @param href absolute
   * @param type media type of what is there; empty if it does not matter
   * @param lang language tag; empty if it does not matter
   */
  private record Link(String relation, String href, String type, String lang) {
    Link(String relation, String href) {
      this(relation, href, "", "");
    }

    String header() {
      return "<%s>; rel=\"%s\"%s%s"
          .formatted(
              href,
              relation,
              type.isEmpty() ? "" : "; type=\"" + type + "\"",
              lang.isEmpty() ? "" : "; hreflang=\"" + lang + "\"");
    }

    Map<String, Object> target() {
      var target = new LinkedHashMap<String, Object>(Map.of("href", href));
      if (!type.isEmpty()) {
        target.put("type", type);
      }
      if (!lang.isEmpty()) {
        target.put("hreflang", List.of(lang));
      }
      return target;
    }
  }

  /** Adds the links to the header of a document's page. */
  public static void add(SiteContext site, Context context, DocumentId id, Citation citation) {
    var about = new Signposting(site, context, id, citation);
    var linkSet = new Link("linkset", about.here("/linkset/"), LINK_SET, "");
    context.header(
        "Link",
        Stream.concat(about.links(), Stream.of(linkSet))
            .map(Link::header)
            .collect(Collectors.joining(", ")));
  }

  /** The links of a document and of each of its files. */
  public static void show(SiteContext site, Context context) {
    DocumentId id = PathParams.document(context);
    Citation citation = new Citations(site).of(context, site.document(id));
    var about = new Signposting(site, context, id, citation);
    List<Link> links = about.links().toList();
    String page = about.here("/d/");
    Stream<Map<String, Object>> files =
        links.stream()
            .filter(link -> List.of("item", "describedby").contains(link.relation()))
            .map(link -> about.back(link, page));
    Json.write(
        context,
        LINK_SET,
        Map.of("linkset", Stream.concat(Stream.of(set(page, links)), files).toList()));
  }

  private Map<String, Object> back(Link file, String page) {
    boolean isItem = file.relation().equals("item");
    return set(file.href(), List.of(new Link(isItem ? "collection" : "describes", page)));
  }

  private static Map<String, Object> set(String anchor, List<Link> links) {
    var set = new LinkedHashMap<String, Object>(Map.of("anchor", anchor));
    links.stream()
        .collect(Collectors.groupingBy(Link::relation, LinkedHashMap::new, Collectors.toList()))
        .forEach((relation, of) -> set.put(relation, of.stream().map(Link::target).toList()));
    return set;
  }

  private Stream<Link> links() {
    List<Citation.Voice> texts = citation.texts().toList();
    return Stream.of(
            Stream.of(
                new Link("cite-as", citation.pin().address()),
                new Link("type", "https://schema.org/AboutPage"),
                new Link("type", "https://schema.org/CreativeWork"),
                new Link("collection", site.permanent(context, "/"), "text/html", "")),
            texts.stream().map(text -> new Link("alternate", text.address(), "", text.lang())),
            texts.stream()
                .map(text -> text.publication().licence().address())
                .filter(address -> !address.isEmpty())
                .distinct()
                .map(address -> new Link("license", address)),
            texts.stream()
                .flatMap(text -> text.publication().identifiers().stream())
                .map(Identifier::address)
                .filter(address -> !address.isEmpty())
                .distinct()
                .map(address -> new Link("alternate", address)),
            Arrays.stream(CitationFormat.values())
                .map(format -> link("describedby", "/cite/", format.code(), format.mediaType())),
            Stream.of(
                new Link("describedby", here("/api/v1/documents/"), "application/json", ""),
                link("item", "/export/", "epub", "application/epub+zip"),
                link("item", "/export/", "tei.xml", TeiDocument.MEDIA_TYPE),
                link("item", "/export/", "md", "text/markdown"),
                link("item", "/export/", "txt", "text/plain")),
            Arrays.stream(UnitFormat.values())
                .filter(UnitFormat::hasCodes)
                .map(format -> link("item", "/export/", format.code(), format.mediaType())),
            Arrays.stream(ExportFormat.values())
                .map(format -> link("item", "/export/", format.code(), format.mediaType())))
        .flatMap(links -> links);
  }

  private Link link(String relation, String folder, String ending, String mediaType) {
    String type = mediaType.replaceFirst(";.*", ""); // the character set is no part of it here
    return new Link(relation, here(folder) + "." + ending, type, "");
  }

  private String here(String folder) {
    return site.permanent(context, folder + SiteUrls.path(id.value()));
  }
}
