package no.speil.web.search;

import io.javalin.http.Context;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.corpus.Role;
import no.speil.exchange.ExportFormat;
import no.speil.library.actions.Actor;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchResult;
import no.speil.web.page.DownloadLinks;
import no.speil.web.page.LinkChoice;
import no.speil.web.page.Messages;
import no.speil.web.page.NoticeTexts;
import no.speil.web.page.PageShell;
import no.speil.web.page.PageShells;
import no.speil.web.page.Paging;
import no.speil.web.page.SiteContext;

/** Searches. Results always show both sides, whichever matched. */
public final class SearchHandler {
  private static final int MOST_WORDS_ALONE = 6;

  private final SiteContext site;
  private final SearchMarkForm marks;

  public SearchHandler(SiteContext site) {
    this.site = site;
    this.marks = new SearchMarkForm(site);
  }

  public void show(Context context) {
    Messages t = site.messages(context);
    SearchUrl address = SearchUrl.of(context);
    String title =
        address.query().isEmpty()
            ? t.of("search.title")
            : address.query() + " – " + t.of("search.title");
    PageShell shell =
        site.pageShells()
            .around(
                context,
                new PageShell.Place(
                    title, PageShells.here(context), "", List.of(), address.query()));
    if (address.isEmpty()) {
      site.show(context, "search", SearchView.unasked(shell));
      return;
    }
    SearchResult result = site.library().search().run(address.request());
    Actor writer = shell.visitor().writer();
    SearchView.MarkForm markForm =
        writer != null && writer.may(Role.KEEPER)
            ? marks.offer(result, address, writer)
            : SearchView.MarkForm.NONE;
    site.show(context, "search", view(t, shell, address, result, markForm));
  }

  public void list(Context context) {
    SearchRequest request = SearchUrl.of(context).request();
    SearchResult result = site.library().search().run(request);
    context.header("Vary", "Accept-Language, Cookie");
    site.json()
        .write(
            context,
            SearchJson.of(
                request, result, NoticeTexts.in(site.messages(context), result.notices())));
  }

  private SearchView view(
      Messages t,
      PageShell shell,
      SearchUrl address,
      SearchResult result,
      SearchView.MarkForm markForm) {
    var groups = new ResultGroups(t, address, result);
    return new SearchView(
        shell,
        summary(t, address, result),
        groups.notices(),
        new SearchView.Options(
            sorts(t, address),
            groups(t, address),
            FacetLinks.of(t, address, result.facets()),
            QuerySuggestions.of(address, result),
            address.kept().entrySet().stream()
                .flatMap(
                    kept ->
                        kept.getValue().stream()
                            .map(value -> new SearchView.Field(kept.getKey(), value)))
                .toList()),
        groups.list(),
        result.total() > 0 ? List.of() : instead(t, address),
        downloads(t, address, result),
        markForm,
        paging(address, result));
  }

  /** Searches that find something where this one does not, and all texts at last. */
  private List<LinkChoice> instead(Messages t, SearchUrl address) {
    var others = new LinkedHashMap<String, SearchUrl>();
    if (address.isFiltered() && !address.query().isEmpty()) {
      others.put(t.of("search.instead.unfiltered"), address.unfiltered());
    }
    List<String> words = List.of(address.query().strip().split("\\s+", -1));
    if (words.size() > 1) {
      words.stream()
          .filter(word -> word.chars().anyMatch(Character::isLetter))
          .distinct()
          .limit(MOST_WORDS_ALONE)
          .forEach(word -> others.put(t.of("search.instead.word", word), address.asking(word)));
    }
    Iterator<Long> counts =
        site.library()
            .search()
            .counts(others.values().stream().map(SearchUrl::request).toList())
            .iterator();
    Stream<LinkChoice> offers =
        others.entrySet().stream()
            .map(each -> offer(each.getKey(), each.getValue(), counts.next()))
            .flatMap(Optional::stream);
    var all = new LinkChoice(t.of("search.instead.all"), "/", false);
    return Stream.concat(offers, Stream.of(all)).toList();
  }

  private static Optional<LinkChoice> offer(String label, SearchUrl other, long total) {
    return total == 0
        ? Optional.empty()
        : Optional.of(new LinkChoice(label + " (" + total + ")", other.href(), false));
  }

  private static String summary(Messages t, SearchUrl address, SearchResult result) {
    String key =
        !result.exact()
            ? "search.total.at-least"
            : address.group() == Group.DOCUMENT ? "search.total.documents" : "search.total";
    return t.of(key, result.total(), address.query().isEmpty() ? "…" : address.query());
  }

  private static List<LinkChoice> sorts(Messages t, SearchUrl address) {
    return SearchUrl.SORTS.stream()
        .map(
            sort ->
                new LinkChoice(
                    t.of("search.sort." + sort.name().toLowerCase(Locale.ROOT)),
                    address.sorted(sort).href(),
                    sort == address.sort()))
        .toList();
  }

  private static List<LinkChoice> groups(Messages t, SearchUrl address) {
    Stream<LinkChoice> groups =
        Stream.of(Group.values())
            .map(
                group ->
                    new LinkChoice(
                        t.of("search.group." + group.name().toLowerCase(Locale.ROOT)),
                        address.grouped(group).href(),
                        group == address.group()));
    var inContext = new LinkChoice(t.of("kwic.view"), KwicUrl.of(address).href(), false);
    return Stream.concat(groups, Stream.of(inContext)).toList();
  }

  private static DownloadLinks downloads(Messages t, SearchUrl address, SearchResult result) {
    var bySentence =
        new LinkChoice(
            t.of("export.sentences"),
            address.onPage(1).href("/search." + ExportFormat.TMX.code()) + "&unit=sentence",
            false);
    Stream<LinkChoice> bySection =
        Stream.of(ExportFormat.values())
            .map(
                format ->
                    new LinkChoice(
                        format.name(), address.onPage(1).href("/search." + format.code()), false));
    List<LinkChoice> files =
        Stream.concat(bySection, Stream.of(bySentence)).filter(file -> result.total() > 0).toList();
    return new DownloadLinks(files, address.feed(), address.feedTitle(t));
  }

  /** Pages end at the last result that can be paged to. */
  private static Paging paging(SearchUrl address, SearchResult result) {
    long reachable = Math.min(result.total(), SearchRequest.FURTHEST);
    int pages = (int) Math.max(1, (reachable + address.size() - 1) / address.size());
    return Paging.numbered("", address.page(), pages, page -> address.onPage(page).href());
  }
}
