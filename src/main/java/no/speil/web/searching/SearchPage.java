package no.speil.web.searching;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import no.speil.exchange.PairFormat;
import no.speil.library.Library;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchResult;
import no.speil.web.answer.Frame;
import no.speil.web.answer.Notices;
import no.speil.web.answer.Pages;
import no.speil.web.view.Choice;
import no.speil.web.view.Messages;
import no.speil.web.view.Paging;
import no.speil.web.view.SearchView;
import no.speil.web.view.Shell;
import no.speil.web.view.Taking;

/** Results of a search: always pairs, whichever side the words were on. */
public final class SearchPage {
  /** Results further on are for export, not for paging. */
  private static final int DEEPEST = 10_000;

  private final Library library;
  private final SearchMarks marks;
  private final Pages pages;
  private final Frame frame;

  public SearchPage(Library library, SearchMarks marks, Pages pages, Frame frame) {
    this.library = library;
    this.marks = marks;
    this.pages = pages;
    this.frame = frame;
  }

  public void show(Context context) {
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
    var rows = new FoundRows(t);
    List<SearchView.Found> found =
        address.group() == Group.DOCUMENT
            ? result.documents().stream().map(rows::of).toList()
            : result.hits().stream().map(rows::of).toList();
    return new SearchView(
        shell,
        summary(t, address, result),
        Notices.in(t, result.notices()),
        new SearchView.Options(
            sorts(t, address),
            groups(t, address),
            FacetLinks.of(t, address, result.facets()),
            OtherWords.of(address, result),
            address.kept().entrySet().stream()
                .flatMap(
                    kept ->
                        kept.getValue().stream()
                            .map(value -> new SearchView.Field(kept.getKey(), value)))
                .toList()),
        found,
        taking(t, address, result),
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

  private static List<Choice> sorts(Messages t, SearchAddress address) {
    return SearchAddress.SORTS.stream()
        .map(
            sort ->
                new Choice(
                    t.of("search.sort." + sort.name().toLowerCase(Locale.ROOT)),
                    address.sorted(sort).href(),
                    sort == address.sort()))
        .toList();
  }

  private static List<Choice> groups(Messages t, SearchAddress address) {
    Stream<Choice> groups =
        Stream.of(Group.values())
            .map(
                group ->
                    new Choice(
                        t.of("search.group." + group.name().toLowerCase(Locale.ROOT)),
                        address.grouped(group).href(),
                        group == address.group()));
    var inContext = new Choice(t.of("kwic.view"), KwicAddress.of(address).href(), false);
    return Stream.concat(groups, Stream.of(inContext)).toList();
  }

  private static Taking taking(Messages t, SearchAddress address, SearchResult result) {
    var bySentence =
        new Choice(
            t.of("export.sentences"),
            address.onPage(1).href("/search." + PairFormat.TMX.code()) + "&unit=sentence",
            false);
    Stream<Choice> bySection =
        Stream.of(PairFormat.values())
            .map(
                format ->
                    new Choice(
                        format.name(), address.onPage(1).href("/search." + format.code()), false));
    List<Choice> files =
        Stream.concat(bySection, Stream.of(bySentence)).filter(file -> result.total() > 0).toList();
    return new Taking(files, address.feed(), address.feedTitle(t));
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
