package no.speil.web.searching;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.speil.corpus.Side;
import no.speil.library.Library;
import no.speil.search.Concordance;
import no.speil.search.ConcordanceLine;
import no.speil.search.ConcordanceRequest.By;
import no.speil.search.Hit;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.web.answer.Addresses;
import no.speil.web.answer.Frame;
import no.speil.web.answer.Moods;
import no.speil.web.answer.Notices;
import no.speil.web.answer.Pages;
import no.speil.web.answer.See;
import no.speil.web.answer.Wordings;
import no.speil.web.view.Choice;
import no.speil.web.view.KwicView;
import no.speil.web.view.Messages;
import no.speil.web.view.Paging;
import no.speil.web.view.SearchView;
import no.speil.web.view.Shell;
import no.speil.web.view.Wording;

/** The words of a search in their contexts, one line for each place. */
public final class KwicPage {
  private static final List<Sort> SORTS = List.of(Sort.RELEVANCE, Sort.DATE, Sort.DOCUMENT);

  private final Library library;
  private final Pages pages;
  private final Frame frame;

  public KwicPage(Library library, Pages pages, Frame frame) {
    this.library = library;
    this.pages = pages;
    this.frame = frame;
  }

  public void show(Context context) {
    KwicAddress address = KwicAddress.of(context);
    if (address.search().isEmpty()) {
      See.other(context, address.search().href());
      return;
    }
    Messages t = frame.messages(context);
    String query = address.search().query();
    Shell shell =
        frame.around(
            context,
            new Shell.Place(
                query + " – " + t.of("kwic.title"), Frame.here(context), "", List.of(), query));
    Concordance found = library.lines(address.request());
    var counterparts = new Counterparts();
    pages.show(
        context,
        "kwic",
        new KwicView(
            shell,
            t.of("kwic.total", found.total(), found.sections(), query.isEmpty() ? "…" : query),
            Notices.in(t, found.notices()),
            options(t, address),
            found.lines().stream().map(line -> line(t, line, counterparts)).toList(),
            paging(t, address, found)));
  }

  private static KwicView.Options options(Messages t, KwicAddress address) {
    var fields = new ArrayList<SearchView.Field>();
    address
        .kept()
        .forEach(
            (name, all) -> all.forEach(value -> fields.add(new SearchView.Field(name, value))));
    return new KwicView.Options(sorts(t, address), views(t, address), fields);
  }

  private static List<Choice> sorts(Messages t, KwicAddress address) {
    var sorts = new ArrayList<Choice>();
    sorts.add(by(t.of("kwic.sort.left"), By.LEFT, address));
    sorts.add(by(t.of("kwic.sort.right"), By.RIGHT, address));
    for (Sort sort : SORTS) {
      sorts.add(
          new Choice(
              t.of("search.sort." + sort.name().toLowerCase(Locale.ROOT)),
              address.sorted(sort).href(),
              address.by() == By.SECTION && address.search().sort() == sort));
    }
    return sorts;
  }

  private static Choice by(String label, By by, KwicAddress address) {
    return new Choice(label, address.sorted(by).href(), address.by() == by);
  }

  private static List<Choice> views(Messages t, KwicAddress address) {
    var views = new ArrayList<Choice>();
    for (Group group : Group.values()) {
      views.add(
          new Choice(
              t.of("search.group." + group.name().toLowerCase(Locale.ROOT)),
              address.search().grouped(group).href(),
              false));
    }
    views.add(new Choice(t.of("kwic.view"), address.href(), true));
    return views;
  }

  private static KwicView.Line line(Messages t, ConcordanceLine line, Counterparts counterparts) {
    Hit hit = line.hit();
    Wording original = FoundRows.original(hit);
    Wording translation = FoundRows.translation(hit);
    boolean first = line.side() == Side.ORIGINAL;
    Wording other = first ? translation : original;
    Wording counterpart =
        counterparts.html(line).map(html -> new Wording(other.lang(), html)).orElse(other);
    Wording heading = Wordings.heading(hit);
    return new KwicView.Line(
        Addresses.section(hit.section()),
        first ? original.lang() : translation.lang(),
        line.context(),
        new KwicView.Counterpart(counterpart, FoundRows.absence(t, hit)),
        new KwicView.Source(
            Wordings.title(hit.work(), t.lang()),
            heading.text().equals(hit.work().titles().original()) ? Wording.NONE : heading,
            Moods.of(t, hit.status())));
  }

  private static Paging paging(Messages t, KwicAddress address, Concordance found) {
    int page = address.search().page();
    int size = address.search().size();
    int pages = Math.max(1, (found.total() + size - 1) / size);
    return new Paging(
        t.of("paging.page", page, Math.max(pages, page)),
        page > 1 ? address.onPage(page - 1).href() : "",
        page < pages ? address.onPage(page + 1).href() : "");
  }
}
