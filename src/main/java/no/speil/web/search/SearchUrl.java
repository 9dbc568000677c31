package no.speil.web.search;

import static no.speil.web.http.QueryParams.text;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.Coded;
import no.speil.corpus.DocumentKind;
import no.speil.messages.Messages;
import no.speil.search.ExpansionOptions;
import no.speil.search.ExpansionOptions.Off;
import no.speil.search.Facet;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.page.PageUrl;

/**
 * The address of a search, read as a request and varied. All variations but {@link #onPage} begin
 * with the first page.
 *
 * @param url with {@code q}, also if it is empty, and all else that is not left to the default
 * @param unknown some other parameters, which are named once and not carried on
 */
public record SearchUrl(PageUrl url, List<String> unknown) {
  static final int SIZE = 20;
  public static final int LARGEST = 1_000;
  private static final int MOST_PAGES = 100_000;
  private static final int MOST_OFF = 100;

  /** The document to search in; the search is then asked with {@code doc:}. */
  static final String IN = "in";

  /** Parameters that are no facets; "work" reveals reports, so only the queue filters by it. */
  private static final Set<String> OWN =
      Set.of(
          "q", "page", "size", "sort", "group", "expand", "off", "lang", "work", "typed", "hit",
          "format", "unit", "side", "by", "n", "common", "against", "show", "word", "beside",
          "before", "after", "least", "measure", IN);

  private static final List<String> FACETS =
      Stream.of(Facet.values())
          .map(Facet::code)
          .filter(code -> Facet.named(code).isPresent())
          .toList();

  /** Sort orders for everybody. */
  public static final List<Sort> SORTS =
      List.of(Sort.RELEVANCE, Sort.DATE, Sort.OLDEST, Sort.WORK, Sort.CHANGED, Sort.DOCUMENT);

  /** What other sites append to addresses, to see where their visitors go. */
  private static final Pattern TRACKING = Pattern.compile("utm_.*|\\w*clid|mc_.id|igshid|_g[al]");

  private static final int MOST_UNKNOWN = 3;

  public static SearchUrl of(Context context) {
    Map<String, List<String>> asked = context.queryParamMap();
    PageUrl url = PageUrl.at("/search").withAll("q", List.of(text(context, "q").strip()));
    var facets = new LinkedHashSet<>(asked.keySet());
    facets.retainAll(FACETS);
    facets.addAll(FACETS); // those that are not asked for have their place after them
    for (String facet : facets) {
      url = url.withAll(facet, wanted(facet, asked.getOrDefault(facet, List.of())));
    }
    int size = QueryParams.number(context, "size", SIZE, 1, LARGEST);
    url =
        url.with("size", size == SIZE ? "" : size)
            .with("sort", code(sort(text(context, "sort")), Sort.RELEVANCE))
            .with("group", code(group(text(context, "group")), Group.SECTION))
            .with("expand", text(context, "expand").equals("false") ? "false" : "")
            .withAll("off", off(context.queryParams("off")))
            .onPage(QueryParams.number(context, "page", 1, 1, MOST_PAGES));
    return new SearchUrl(url, unknown(asked.keySet()));
  }

  /** The same; refuses an address that searches for nothing. */
  public static SearchUrl require(Context context) {
    SearchUrl address = of(context);
    if (address.isEmpty()) {
      throw new BadRequest("Say what to search for: ?q=…");
    }
    return address;
  }

  private static List<String> wanted(String facet, List<String> values) {
    return values.stream()
        .filter(value -> !value.isBlank())
        .map(value -> facet.equals("kind") ? DocumentKind.group(value) : value)
        .distinct()
        .toList();
  }

  private static List<String> unknown(Set<String> names) {
    return names.stream()
        .filter(name -> !OWN.contains(name) && Facet.named(name).isEmpty())
        .filter(name -> !TRACKING.matcher(name).matches())
        .limit(MOST_UNKNOWN)
        .toList();
  }

  /** The translations that are switched off, which are kept while all are off. */
  private static List<String> off(List<String> written) {
    return written.stream()
        .limit(MOST_OFF)
        .filter(each -> each.matches("(?s)[^:]+:.+"))
        .distinct()
        .sorted()
        .toList();
  }

  private static Off off(String written) {
    String[] words = written.split(":", 2);
    return new Off(words[0], words[1]);
  }

  private static String written(Off off) {
    return off.word() + ':' + off.translation();
  }

  private static Sort sort(String code) {
    return Coded.parse(SORTS.toArray(Sort[]::new), code).orElse(Sort.RELEVANCE);
  }

  private static Group group(String code) {
    return Coded.parse(Group.values(), code).orElse(Group.SECTION);
  }

  private static String code(Coded value, Coded standard) {
    return value.equals(standard) ? "" : value.code();
  }

  public String query() {
    return url.get("q");
  }

  public int page() {
    return url.page(MOST_PAGES);
  }

  public int size() {
    return QueryParams.number(url.get("size"), SIZE, 1, LARGEST);
  }

  public Sort sort() {
    return sort(url.get("sort"));
  }

  public Group group() {
    return group(url.get("group"));
  }

  /** Values wanted of each facet, in the order of the address. */
  public Map<String, List<String>> filters() {
    var filters = new LinkedHashMap<>(url.values());
    filters
        .entrySet()
        .removeIf(each -> !FACETS.contains(each.getKey()) || each.getValue().isEmpty());
    return filters;
  }

  public boolean has(String facet, String value) {
    return url.all(facet).contains(value);
  }

  public boolean isFiltered() {
    return !filters().isEmpty();
  }

  public boolean isEmpty() {
    return query().isEmpty() && !isFiltered();
  }

  public boolean isExpanded() {
    return url.get("expand").isEmpty();
  }

  public SearchRequest request() {
    Map<String, List<String>> asked = filters();
    unknown.forEach(name -> asked.put(name, List.of()));
    Set<Off> off = url.all("off").stream().map(SearchUrl::off).collect(Collectors.toSet());
    return new SearchRequest(
        query(), page(), size(), sort(), group(), asked, new ExpansionOptions(isExpanded(), off));
  }

  public SearchUrl onPage(int page) {
    return with(url.onPage(page));
  }

  private SearchUrl with(PageUrl other) {
    return new SearchUrl(other, unknown);
  }

  private SearchUrl with(String name, Object value) {
    return with(url.with(name, value).onPage(1));
  }

  /** With the largest page size. */
  public SearchUrl atOnce() {
    return with("size", LARGEST);
  }

  public SearchUrl sorted(Sort sort) {
    return with("sort", code(sort, Sort.RELEVANCE));
  }

  public SearchUrl grouped(Group group) {
    return with("group", code(group, Group.SECTION));
  }

  public SearchUrl toggled(String facet, String value) {
    return with(url.toggled(facet, value).onPage(1));
  }

  /** With a translation switched off or on. */
  SearchUrl toggled(Off translation) {
    List<String> off = url.toggled("off", written(translation)).all("off");
    return with(url.withAll("off", off(off)).onPage(1));
  }

  /** With all translations switched off or on. */
  SearchUrl expanded(boolean on) {
    return with("expand", on ? "" : "false");
  }

  public SearchUrl unfiltered() {
    return with(url.without(FACETS).onPage(1));
  }

  public SearchUrl asking(String query) {
    return with(url.withAll("q", List.of(query)).onPage(1));
  }

  /** As an address of a document carries it: without page, and by section. */
  SearchUrl carried() {
    return with(url.without(List.of("page", "size", "group")));
  }

  /** Without sort order and page. */
  public SearchUrl plain() {
    return with(carried().url().with("sort", ""));
  }

  public String href() {
    return url.href();
  }

  /** The same parameters at another path. */
  public String href(String path) {
    return url.to(path).href();
  }

  /** The address of the search's feed. */
  public String feed() {
    return plain().href("/search.atom");
  }

  /** The title of that feed. */
  public String feedTitle(Messages t) {
    return t.of("feed.title.search", query());
  }
}
