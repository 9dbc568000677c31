package no.speil.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.speil.library.Library;
import no.speil.search.DocumentHit;
import no.speil.search.Excerpt;
import no.speil.search.Expansion;
import no.speil.search.Hit;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.SearchResult;
import no.speil.search.Work;
import no.speil.web.view.Choice;
import no.speil.web.view.Messages;
import no.speil.web.view.Paging;
import no.speil.web.view.SearchView;
import no.speil.web.view.Shell;
import no.speil.web.view.Wording;
import org.jspecify.annotations.Nullable;

/** Results of a search: always pairs, whichever side the words were on. */
final class SearchPage {
  /** Results further on are for export, not for paging. */
  private static final int DEEPEST = 10_000;

  private final Library library;
  private final SearchMarks marks;
  private final Pages pages;
  private final Frame frame;

  SearchPage(Library library, SearchMarks marks, Pages pages, Frame frame) {
    this.library = library;
    this.marks = marks;
    this.pages = pages;
    this.frame = frame;
  }

  void show(Context context) {
    Messages t = frame.messages(context);
    SearchAddress address = SearchAddress.of(context);
    String title =
        address.query().isEmpty()
            ? t.of("search.title")
            : address.query() + " – " + t.of("search.title");
    Shell shell =
        frame.around(
            context, new Shell.Place(title, Frame.here(context), "", List.of(), address.query()));
    if (address.isEmpty()) {
      pages.show(context, "search", SearchView.unasked(shell));
      return;
    }
    SearchResult result = library.search(address.request());
    SearchView.Marking marking =
        shell.visitor().mayWrite()
            ? marks.offer(result, address, shell.visitor().writer())
            : SearchView.Marking.NONE;
    pages.show(context, "search", view(t, shell, address, result, marking));
  }

  private static SearchView view(
      Messages t,
      Shell shell,
      SearchAddress address,
      SearchResult result,
      SearchView.Marking marking) {
    List<SearchView.Found> found =
        address.group() == Group.DOCUMENT
            ? result.documents().stream().map(hit -> found(t, hit)).toList()
            : result.hits().stream().map(hit -> found(t, hit)).toList();
    return new SearchView(
        shell,
        summary(t, address, result),
        Notices.in(t, result.notices()),
        new SearchView.Options(
            sorts(t, address),
            groups(t, address),
            FacetLinks.of(t, address, result.facets()),
            chips(address, result.expansions()),
            address.kept().entrySet().stream()
                .flatMap(
                    kept ->
                        kept.getValue().stream()
                            .map(value -> new SearchView.Field(kept.getKey(), value)))
                .toList()),
        found,
        marking,
        paging(t, address, result));
  }

  private static String summary(Messages t, SearchAddress address, SearchResult result) {
    String key =
        !result.exact()
            ? "search.total.at-least"
            : address.group() == Group.DOCUMENT ? "search.total.documents" : "search.total";
    return t.of(key, result.total(), address.query().isEmpty() ? "…" : address.query());
  }

  private static SearchView.Found found(Messages t, Hit hit) {
    return found(hit.work(), "/s/" + hit.section(), hit.rank().partial(), List.of(pair(t, hit)));
  }

  private static SearchView.Found found(Messages t, DocumentHit hit) {
    return found(
        hit.work(),
        Addresses.document(hit.work().document()),
        !hit.sections().isEmpty()
            && hit.sections().stream().allMatch(each -> each.rank().partial()),
        hit.sections().stream().map(each -> pair(t, each)).toList());
  }

  private static SearchView.Found found(
      Work work, String href, boolean partial, List<SearchView.Pair> pairs) {
    return new SearchView.Found(
        href,
        Wordings.original(work),
        Wordings.translation(work),
        DocumentLines.detail(work.date(), work.document().value()),
        partial,
        pairs);
  }

  private static SearchView.Pair pair(Messages t, Hit hit) {
    return new SearchView.Pair(
        "/s/" + hit.section(),
        hit.pair().heading(),
        wording(Wordings.tag(hit.work().language()), hit.pair().original()),
        wording("en", hit.pair().translation()),
        t.of(hit.pair().translation() == null ? "cell.untranslated" : absentOriginal(hit)),
        Moods.of(t, hit.status().state(), hit.status().freshness()));
  }

  private static String absentOriginal(Hit hit) {
    return switch (hit.status().freshness()) {
      case UNVERIFIABLE -> "freshness.unverifiable";
      case ORPHAN -> "cell.orphan";
      case CURRENT, STALE, UNKNOWN -> "cell.no-original";
    };
  }

  private static Wording wording(String lang, @Nullable Excerpt excerpt) {
    return excerpt == null ? Wording.NONE : new Wording(lang, excerpt.snippet());
  }

  private static List<Choice> sorts(Messages t, SearchAddress address) {
    return List.of(Sort.values()).stream()
        .map(
            sort ->
                new Choice(
                    t.of("search.sort." + sort.name().toLowerCase(Locale.ROOT)),
                    address.sorted(sort).href(),
                    sort == address.sort()))
        .toList();
  }

  private static List<Choice> groups(Messages t, SearchAddress address) {
    return List.of(Group.values()).stream()
        .map(
            group ->
                new Choice(
                    t.of("search.group." + group.name().toLowerCase(Locale.ROOT)),
                    address.grouped(group).href(),
                    group == address.group()))
        .toList();
  }

  private static List<SearchView.Chip> chips(SearchAddress address, List<Expansion> expansions) {
    return expansions.stream()
        .map(
            expansion ->
                new SearchView.Chip(
                    expansion.word(),
                    expansion.translations().stream()
                        .map(Expansion.Translation::word)
                        .collect(Collectors.joining(", ")),
                    address.asking(asWritten(address.query(), expansion.word())).href()))
        .toList();
  }

  /** The query with an equals sign before that word, which asks for it as written. */
  private static String asWritten(String query, String word) {
    String pattern = "(?iu)(?<![\\p{L}\\p{N}=])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])";
    return query.replaceFirst(pattern, "=$0");
  }

  private static Paging paging(Messages t, SearchAddress address, SearchResult result) {
    int page = address.page();
    long pages = Math.max(1, (result.total() + address.size() - 1) / address.size());
    return new Paging(
        t.of("paging.page", page, Math.max(pages, page)),
        page > 1 ? address.onPage(page - 1).href() : "",
        page < pages && (long) page * address.size() < DEEPEST
            ? address.onPage(page + 1).href()
            : "");
  }
}
