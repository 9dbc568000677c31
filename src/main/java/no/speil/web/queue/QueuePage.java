package no.speil.web.queue;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.SectionId;
import no.speil.library.Library;
import no.speil.library.actions.Actor;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.LiveSection;
import no.speil.messages.Messages;
import no.speil.record.ReportVerdict;
import no.speil.search.Hit;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.status.TrackedSection;
import no.speil.web.http.QueryParams;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.section.HeadingLevels;
import no.speil.web.section.ReportLine;
import no.speil.web.section.SectionRow;
import no.speil.web.section.SectionRows;
import no.speil.web.section.ViewMode;

/** What there is to do, the most urgent first, with what it takes to do it. */
public final class QueuePage {
  /** Below the row's own heading. */
  private static final int LEVEL = 3;

  private final SiteContext site;

  public QueuePage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context, Actor writer) {
    PageShell shell = site.shell(context, "queue.title");
    QueueUrl address = QueueUrl.of(context, writer.name());
    SearchResult result = site.library().search().run(address.request(site.library().claims()));
    int last = last(result.total());
    if (address.page() > last) {
      Redirects.other(
          context, address.onPage(last).href()); // what was on the last page has been done
      return;
    }
    var view =
        new View(
            shell,
            address,
            result,
            settled(context, shell.t()),
            marked(context, shell),
            items(shell.t(), result.hits(), writer));
    site.show(context, "queue/queue", view);
  }

  /** The report that something was said of just now, so that it can be taken back. */
  private List<ReportLine> settled(Context context, Messages t) {
    String[] named = QueryParams.text(context, "settled").split("[.]", 2);
    return place(named[0]).stream()
        .flatMap(
            at -> ReportLine.of(t, at.document(), at.section(), at.section().reports()).stream())
        .filter(line -> line.report().id().equals(named[named.length - 1]))
        .filter(line -> line.choices().contains(ReportVerdict.OPEN))
        .toList();
  }

  /** The section that was marked just now, so that it can be taken back. */
  private Optional<Marked> marked(Context context, PageShell shell) {
    String[] named = QueryParams.text(context, "marked").split("[.]", 2);
    return place(named[0])
        .map(live -> new Marked(SectionRows.one(site, shell, live), named[named.length - 1]))
        .filter(marked -> marked.row().note().states().contains(marked.before()));
  }

  /** Where the section of that id is; empty if it is nowhere. */
  private Optional<LiveSection> place(String written) {
    Library library = site.library();
    return SectionId.parse(written)
        .flatMap(id -> library.ids().lastKnown(id).flatMap(in -> library.documents().live(in, id)));
  }

  /** The last page of so many sections. */
  public static int last(long total) {
    return Paging.pages(Math.min(total, SearchRequest.FURTHEST), QueueUrl.SIZE);
  }

  /** The hits in their order, each section as its files are now; without those that have gone. */
  private List<Item> items(Messages t, List<Hit> hits, Actor writer) {
    var rows = new HashMap<SectionId, SectionRow>();
    site.documents()
        .live(hits.stream())
        .collect(Collectors.groupingBy(each -> each.document().id()))
        .values()
        .forEach(some -> rows(t, some, writer).forEach(row -> rows.put(row.section().id(), row)));
    return hits.stream()
        .flatMap(hit -> Stream.ofNullable(rows.get(hit.section())).map(row -> new Item(hit, row)))
        .toList();
  }

  /** The rows of some sections of a document. */
  private Stream<SectionRow> rows(Messages t, List<LiveSection> some, Actor writer) {
    LiveDocument document = some.getFirst().document();
    List<TrackedSection> shown = some.stream().map(LiveSection::section).toList();
    return new SectionRows(site, t, document, ViewMode.SIDE, shown, writer)
        .rows().stream().map(each -> each.with((side, html) -> HeadingLevels.relevel(html, LEVEL)));
  }

  /**
   * The queue.
   *
   * @param result what is to be done, and how much of each kind
   * @param settled the report that the user has just settled, if any
   * @param marked the section that the user has just marked
   */
  public record View(
      PageShell shell,
      QueueUrl address,
      SearchResult result,
      List<ReportLine> settled,
      Optional<Marked> marked,
      List<Item> items) {
    /** Where to go on when the item of that number is done. */
    public String next(int item) {
      if (item + 1 < items.size()) {
        return address.href() + "#" + SiteUrls.anchor(items.get(item + 1).hit().section());
      }
      boolean isEnd = address.page() == last(result.total());
      return address.href() + (isEnd ? QueuePositions.END : QueuePositions.LAST);
    }
  }

  /** A row of the queue. */
  public record Item(Hit hit, SectionRow row) {}

  /**
   * A section that has been marked.
   *
   * @param before the code of the state that it had
   */
  public record Marked(SectionRow row, String before) {}
}
