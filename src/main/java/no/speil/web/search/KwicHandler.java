package no.speil.web.search;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Side;
import no.speil.messages.Messages;
import no.speil.messages.NoticeTexts;
import no.speil.search.Concordance;
import no.speil.search.ConcordanceLine;
import no.speil.search.ConcordanceRequest.By;
import no.speil.search.Hit;
import no.speil.search.KwicContext;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.web.http.ResponseCaching;
import no.speil.web.page.LinkChoice;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.TaggedText;

/** Shows a search's hits as a concordance (keyword in context), one line for each. */
public final class KwicHandler {
  private static final List<Sort> SORTS = List.of(Sort.RELEVANCE, Sort.DATE, Sort.DOCUMENT);

  private final SiteContext site;

  public KwicHandler(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    KwicUrl address = KwicUrl.of(context);
    if (address.search().isEmpty()) {
      Redirects.other(context, address.search().href());
      return;
    }
    Messages t = site.messages(context);
    String query = address.search().query();
    PageShell shell = site.pageShells().around(context, query + " – " + t.of("kwic.title"), query);
    Concordance found = site.library().search().concordance(address.pageRequest());
    var counterparts = new CounterpartSentences();
    site.show(
        context,
        "search/kwic",
        new View(
            shell,
            t.of("kwic.total", found.total(), found.sections()),
            NoticeTexts.in(t, found.notices()),
            options(t, address),
            found.lines().stream().map(line -> line(t, address, line, counterparts)).toList(),
            paging(address, found),
            t.of(
                "print.from",
                site.pageShells().permanent(context, shell.place().here()),
                t.day(site.clock().instant()))));
  }

  public void list(Context context) {
    KwicUrl address = KwicUrl.of(context);
    Concordance found = site.library().search().concordance(address.request());
    ResponseCaching.varyByVisitor(context);
    List<String> notices = NoticeTexts.in(site.messages(context), found.notices());
    site.answer(context, KwicJson.of(address.search().query(), found, notices));
  }

  private static View.Options options(Messages t, KwicUrl address) {
    return new View.Options(sorts(t, address), views(t, address), address.kept());
  }

  private static List<LinkChoice> sorts(Messages t, KwicUrl address) {
    var sorts = new ArrayList<LinkChoice>();
    sorts.add(by(t.of("kwic.sort.left"), By.LEFT, address));
    sorts.add(by(t.of("kwic.sort.right"), By.RIGHT, address));
    for (Sort sort : SORTS) {
      sorts.add(
          new LinkChoice(
              t.of("search.sort." + sort.code()),
              address.sorted(sort).href(),
              address.by() == By.SECTION && address.search().sort() == sort));
    }
    return sorts;
  }

  private static LinkChoice by(String label, By by, KwicUrl address) {
    return new LinkChoice(label, address.sorted(by).href(), address.by() == by);
  }

  private static List<LinkChoice> views(Messages t, KwicUrl address) {
    var views = new ArrayList<LinkChoice>();
    for (Group group : Group.values()) {
      views.add(
          new LinkChoice(
              t.of("search.group." + group.code()), address.search().grouped(group).href(), false));
    }
    views.add(new LinkChoice(t.of("kwic.view"), address.href(), true));
    return views;
  }

  private static View.Line line(
      Messages t, KwicUrl address, ConcordanceLine line, CounterpartSentences counterparts) {
    Hit hit = line.hit();
    TaggedText original = HitRows.original(hit);
    TaggedText translation = HitRows.translation(hit);
    boolean first = line.side() == Side.ORIGINAL;
    TaggedText other = first ? translation : original;
    TaggedText counterpart =
        counterparts.html(line).map(html -> new TaggedText(other.lang(), html)).orElse(other);
    return new View.Line(
        HitUrl.marksOnly(address.search()).href(HitRows.row(hit)),
        first ? original.lang() : translation.lang(),
        line.context(),
        new View.Counterpart(counterpart, HitRows.absence(t, hit)),
        new View.Source(
            TaggedText.title(hit.documentRef(), t.lang()),
            HitRows.year(hit.documentRef()),
            HitRows.warning(t, hit)));
  }

  private static Paging paging(KwicUrl address, Concordance found) {
    int size = address.size();
    int pages = Math.max(1, (found.total() + size - 1) / size);
    return Paging.numbered("", address.search().page(), pages, page -> address.onPage(page).href());
  }

  /**
   * A page of a concordance.
   *
   * @param summary number of lines, in words
   * @param notices about how the query was read
   * @param printed where and when a printed page was made, in words
   */
  public record View(
      PageShell shell,
      String summary,
      List<String> notices,
      Options options,
      List<Line> lines,
      Paging paging,
      String printed) {
    public View {
      notices = List.copyOf(notices);
      lines = List.copyOf(lines);
    }

    /**
     * Options beside the query.
     *
     * @param views other views of the same results
     * @param kept parameters to keep when the query changes
     */
    public record Options(
        List<LinkChoice> sorts, List<LinkChoice> views, Map<String, List<String>> kept) {}

    /**
     * One line.
     *
     * @param href of its section
     * @param lang of its text
     */
    public record Line(
        String href, String lang, KwicContext context, Counterpart counterpart, Source source) {}

    /**
     * The section's text in the other language.
     *
     * @param text safe HTML
     * @param absence words for a missing text
     */
    public record Counterpart(TaggedText text, String absence) {}

    /**
     * Its source.
     *
     * @param year may be empty
     * @param warning what is wrong with the translation; usually empty
     */
    public record Source(TaggedText title, String year, String warning) {}
  }
}
