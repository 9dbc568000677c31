package no.speil.web.search;

import static java.util.stream.Collectors.toSet;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.speil.corpus.DocumentKind;
import no.speil.messages.Messages;
import no.speil.search.ExpansionOptions;
import no.speil.search.ExpansionOptions.Off;
import no.speil.search.Facet;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.web.http.QueryParams;
import no.speil.web.page.SiteUrls;

/** The parameters of a search's address; immutable, with variations. */
public record SearchUrl(
    String query,
    int page,
    int size,
    Sort sort,
    Group group,
    Filters filters,
    ExpansionOptions expansionOptions) {
  static final int SIZE = 20;
  private static final int LARGEST = 1_000;
  private static final int MOST_OFF = 100;

  /** The document to search in; the search is then asked with {@code doc:}. */
  static final String IN = "in";

  /** Parameters that are no facets; "work" reveals reports, so only the queue filters by it. */
  private static final Set<String> OWN =
      Set.of(
          "q", "page", "size", "sort", "group", "expand", "off", "lang", "work", "typed", "hit",
          "format", "unit", IN);

  /** Sort orders for everybody. */
  public static final List<Sort> SORTS =
      List.of(Sort.RELEVANCE, Sort.DATE, Sort.OLDEST, Sort.WORK, Sort.CHANGED, Sort.DOCUMENT);

  /** What other sites append to addresses, to see where their visitors go. */
  private static final Pattern TRACKING = Pattern.compile("utm_.*|\\w*clid|mc_.id|igshid|_g[al]");

  private static final int MOST_UNKNOWN = 3;

  /**
   * Values wanted of each facet, in the order of the address.
   *
   * @param unknown some other parameters, which are named once and not carried on
   */
  record Filters(Map<String, List<String>> values, List<String> unknown) {
    boolean has(String facet, String value) {
      return values.getOrDefault(facet, List.of()).contains(value);
    }

    private Filters toggled(String facet, String value) {
      var all = new LinkedHashMap<>(values);
      var chosen = new ArrayList<>(all.getOrDefault(facet, List.of()));
      if (!chosen.remove(value)) {
        chosen.add(value);
      }
      all.put(facet, chosen);
      return new Filters(all, List.of());
    }
  }

  public static SearchUrl of(Context context) {
    var filters = new LinkedHashMap<String, List<String>>();
    context
        .queryParamMap()
        .forEach(
            (name, values) -> {
              List<String> wanted =
                  values.stream()
                      .filter(value -> !value.isBlank())
                      .map(value -> name.equals("kind") ? DocumentKind.group(value) : value)
                      .distinct()
                      .toList();
              if (Facet.named(name).isPresent() && !wanted.isEmpty()) {
                filters.put(name, wanted);
              }
            });
    return new SearchUrl(
        QueryParams.text(context, "q").strip(),
        QueryParams.number(context, "page", 1, 1, 100_000),
        QueryParams.number(context, "size", SIZE, 1, LARGEST),
        sort(QueryParams.text(context, "sort")),
        QueryParams.text(context, "group").equals("document") ? Group.DOCUMENT : Group.SECTION,
        new Filters(filters, unknown(context)),
        expand(QueryParams.text(context, "expand"), context.queryParams("off")));
  }

  /**
   * The search that led to a document, from that document's own address; empty if none did. Only
   * its words, filters, sort order and translations are there, see {@link #carried}.
   */
  public static Optional<SearchUrl> ledTo(Context document) {
    return document.queryParam("q") == null
        ? Optional.empty()
        : Optional.of(of(document).carried());
  }

  private static List<String> unknown(Context context) {
    return context.queryParamMap().keySet().stream()
        .filter(name -> !OWN.contains(name) && Facet.named(name).isEmpty())
        .filter(name -> !TRACKING.matcher(name).matches())
        .limit(MOST_UNKNOWN)
        .toList();
  }

  /** Keeps which translations are switched off while all are off. */
  private static ExpansionOptions expand(String on, List<String> off) {
    return new ExpansionOptions(
        !on.equals("false"),
        off.stream().limit(MOST_OFF).flatMap(each -> off(each).stream()).collect(toSet()));
  }

  private static Optional<Off> off(String written) {
    int colon = written.indexOf(':');
    return colon < 1 || colon == written.length() - 1
        ? Optional.empty()
        : Optional.of(new Off(written.substring(0, colon), written.substring(colon + 1)));
  }

  private static Sort sort(String code) {
    return SORTS.stream()
        .filter(sort -> sort.code().equals(code))
        .findFirst()
        .orElse(Sort.RELEVANCE);
  }

  public boolean isEmpty() {
    return query.isEmpty() && filters.values().isEmpty();
  }

  public SearchRequest request() {
    var asked = new LinkedHashMap<>(filters.values());
    filters.unknown().forEach(name -> asked.put(name, List.of()));
    return new SearchRequest(query, page, size, sort, group, asked, expansionOptions);
  }

  SearchUrl onPage(int other) {
    return new SearchUrl(query, other, size, sort, group, filters, expansionOptions);
  }

  /** With the largest page size. */
  SearchUrl atOnce() {
    return new SearchUrl(query, 1, LARGEST, sort, group, filters, expansionOptions);
  }

  SearchUrl sorted(Sort other) {
    return new SearchUrl(query, 1, size, other, group, filters, expansionOptions);
  }

  SearchUrl grouped(Group other) {
    return new SearchUrl(query, 1, size, sort, other, filters, expansionOptions);
  }

  SearchUrl toggled(String facet, String value) {
    return new SearchUrl(
        query, 1, size, sort, group, filters.toggled(facet, value), expansionOptions);
  }

  /** With a translation switched off or on. */
  SearchUrl toggled(Off translation) {
    var off = new HashSet<>(expansionOptions.off());
    if (!off.remove(translation)) {
      off.add(translation);
    }
    return expanding(new ExpansionOptions(expansionOptions.on(), off));
  }

  SearchUrl expanding(ExpansionOptions other) {
    return new SearchUrl(query, 1, size, sort, group, filters, other);
  }

  boolean isFiltered() {
    return !filters.values().isEmpty();
  }

  SearchUrl unfiltered() {
    return new SearchUrl(
        query, 1, size, sort, group, new Filters(Map.of(), List.of()), expansionOptions);
  }

  SearchUrl asking(String other) {
    return new SearchUrl(other, 1, size, sort, group, filters, expansionOptions);
  }

  /** As an address of a document carries it: without page, and by section. */
  SearchUrl carried() {
    return new SearchUrl(query, 1, SIZE, sort, Group.SECTION, filters, expansionOptions);
  }

  /** Without sort order and page. */
  public SearchUrl plain() {
    return new SearchUrl(query, 1, SIZE, Sort.RELEVANCE, Group.SECTION, filters, expansionOptions);
  }

  public String href() {
    return href("/search");
  }

  /** The same parameters at another path. */
  String href(String path) {
    return path + "?" + parameters();
  }

  /** The query part of its address. */
  String parameters() {
    var fields = new ArrayList<String>();
    fields.add("q=" + SiteUrls.encode(query));
    kept().forEach((name, values) -> values.forEach(value -> add(fields, name, value)));
    if (page > 1) {
      add(fields, "page", String.valueOf(page));
    }
    return String.join("&", fields);
  }

  /** The address of the search's feed. */
  public String feed() {
    return plain().href("/search.atom");
  }

  /** The title of that feed. */
  public String feedTitle(Messages t) {
    return t.of("feed.title.search", query);
  }

  /** Parameters that stay when the query changes: all but query and page. */
  Map<String, List<String>> kept() {
    var kept = new LinkedHashMap<>(filters.values());
    if (size != SIZE) {
      kept.put("size", List.of(String.valueOf(size)));
    }
    if (sort != Sort.RELEVANCE) {
      kept.put("sort", List.of(sort.code()));
    }
    if (group != Group.SECTION) {
      kept.put("group", List.of(group.code()));
    }
    if (!expansionOptions.on()) {
      kept.put("expand", List.of("false"));
    }
    if (!expansionOptions.off().isEmpty()) {
      kept.put("off", expansionOptions.off().stream().map(SearchUrl::written).sorted().toList());
    }
    return kept;
  }

  private static String written(Off off) {
    return off.word() + ':' + off.translation();
  }

  private static void add(List<String> fields, String name, String value) {
    fields.add(SiteUrls.encode(name) + "=" + SiteUrls.encode(value));
  }
}
