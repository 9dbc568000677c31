package no.speil.web.queue;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.speil.archive.FileAccessException;
import no.speil.corpus.SectionId;
import no.speil.corpus.Task;
import no.speil.library.Library;
import no.speil.library.actions.Actor;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.SectionLocation;
import no.speil.messages.Messages;
import no.speil.messages.NoticeTexts;
import no.speil.record.ReportVerdict;
import no.speil.search.FacetCount;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.search.WorkFacet;
import no.speil.status.TrackedSection;
import no.speil.web.http.QueryParams;
import no.speil.web.http.WriterAuth;
import no.speil.web.page.DownloadLinks;
import no.speil.web.page.PageRenderer;
import no.speil.web.page.PageShell;
import no.speil.web.page.PageShells;
import no.speil.web.page.Paging;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.TaggedText;
import no.speil.web.section.ReportLine;
import no.speil.web.section.SectionRow;
import org.jspecify.annotations.Nullable;

/** What there is to do, the most urgent first, with what it takes to do it. */
public final class QueuePage {
  private final Library library;
  private final Clock clock;
  private final WriterAuth writers;
  private final QueueRows rows;
  private final PageRenderer pages;
  private final PageShells pageShells;

  public QueuePage(SiteContext site) {
    this.library = site.library();
    this.clock = site.clock();
    this.writers = site.writers();
    this.rows = new QueueRows(site);
    this.pages = site.pages();
    this.pageShells = site.pageShells();
  }

  public void show(Context context) {
    Actor writer = writers.actor(context);
    Messages t = pageShells.messages(context);
    QueueUrl address = QueueUrl.of(context, writer.name());
    SearchResult result = library.search().run(address.request(library.claims()));
    int last = last(result.total());
    if (address.page() > last) {
      Redirects.other(
          context, address.onPage(last).href()); // what was on the last page has been done
      return;
    }
    pages.show(
        context,
        "queue/queue",
        new View(
            pageShells.around(context, t.of("queue.title")),
            summary(t, address, result),
            NoticeTexts.in(t, result.notices()),
            filters(t, address, writer.name(), result.facets().getOrDefault("work", List.of())),
            settled(context, t),
            rows.of(t, result.hits(), address, writer),
            clock.instant(),
            new DownloadLinks(List.of(), address.feed(), address.feedTitle(t)),
            paging(address, last)));
  }

  private static String summary(Messages t, QueueUrl address, SearchResult result) {
    if (!result.exact()) {
      return t.of("queue.total.at-least", result.total());
    }
    QueueCount count = QueueCount.of(address, result);
    if (count.toReview() == 0) {
      return t.of("queue.total", count.toDo());
    }
    return count.toDo() == 0
        ? t.of("queue.total.review", count.toReview())
        : t.of("queue.total.both", count.toDo(), count.toReview());
  }

  /** The report that something was said of just now, so that it can be taken back. */
  private List<ReportLine> settled(Context context, Messages t) {
    String[] named = QueryParams.text(context, "settled").split("[.]", 2);
    return SectionId.parse(named[0]).flatMap(this::locate).stream()
        .flatMap(where -> library.documents().findLoadable(where.document()).stream())
        .flatMap(document -> settled(t, document, named).stream())
        .toList();
  }

  private Optional<SectionLocation> locate(SectionId id) {
    try {
      return library.ids().locate(id);
    } catch (ActionRefusedException.DocumentFailed | FileAccessException e) {
      return Optional.empty();
    }
  }

  private static Optional<ReportLine> settled(Messages t, LiveDocument document, String[] named) {
    return document
        .section(new SectionId(named[0]))
        .flatMap(section -> ReportLine.one(t, document, section, named[named.length - 1]))
        .filter(line -> line.choices().contains(ReportVerdict.OPEN));
  }

  private static View.Filters filters(
      Messages t, QueueUrl address, String writer, List<FacetCount> counts) {
    Map<String, Long> known =
        counts.stream().collect(Collectors.toMap(FacetCount::value, FacetCount::count));
    var tasks = new ArrayList<View.Kind>();
    tasks.add(kind(t, address, null, known.getOrDefault(WorkFacet.ANY, 0L)));
    for (Task task : Task.values()) {
      tasks.add(kind(t, address, task, known.getOrDefault(task.code(), 0L)));
    }
    tasks.add(claimed(t, address, writer));
    Task task = address.task();
    return new View.Filters(
        address.query(),
        address.translator(),
        task == null ? "" : task.code(),
        address.claimed(),
        tasks);
  }

  /** What the user has claimed; if that is shown, everything again. */
  private static View.Kind claimed(Messages t, QueueUrl address, String writer) {
    String other = address.claimed();
    boolean isChosen = !other.isEmpty();
    boolean isOwn = !isChosen || other.equals(writer);
    return new View.Kind(
        isOwn ? t.of("queue.mine") : t.of("queue.claimed", other),
        "",
        address.claimedBy(isChosen ? "" : writer).href(),
        isChosen);
  }

  private static View.Kind kind(Messages t, QueueUrl address, @Nullable Task task, long total) {
    return new View.Kind(
        t.of(task == null ? "queue.all" : "task." + task.code()),
        t.number(total),
        address.wanting(task).href(),
        task == address.task());
  }

  private static Paging paging(QueueUrl address, int last) {
    return Paging.numbered("", address.page(), last, page -> address.onPage(page).href());
  }

  private static int last(long total) {
    long reachable = Math.min(total, SearchRequest.FURTHEST);
    return (int) Math.max(1, (reachable + QueueUrl.SIZE - 1) / QueueUrl.SIZE);
  }

  /**
   * The queue.
   *
   * @param summary number of sections, in words
   * @param settled the report that the user has just settled, if any
   * @param notices about how the query was read
   */
  public record View(
      PageShell shell,
      String summary,
      List<String> notices,
      Filters filters,
      List<ReportLine> settled,
      List<Item> items,
      Instant now,
      DownloadLinks downloadLinks,
      Paging paging) {
    public View {
      notices = List.copyOf(notices);
      settled = List.copyOf(settled);
      items = List.copyOf(items);
    }

    /**
     * Filters of the queue.
     *
     * @param task code of the kind that is shown; empty for all
     * @param claimed by whom; empty for everything
     */
    public record Filters(
        String query, String translator, String task, String claimed, List<Kind> kinds) {
      public boolean areChosen() {
        return !query.isEmpty() || !translator.isEmpty() || !task.isEmpty() || !claimed.isEmpty();
      }
    }

    /** A kind of work, and how much of it there is. */
    public record Kind(String label, String count, String href, boolean chosen) {}

    /**
     * A row of the queue.
     *
     * @param title of its document
     * @param heading that it stands under; may be empty
     * @param href its row in its document
     * @param task what is to be done, in words
     * @param edit address of the page where it is edited
     * @param next where to go on when it is done
     * @param section with what is said of it
     * @param claims who is at the parts that it is in, in words
     */
    public record Item(
        SectionRow row,
        TaggedText title,
        TaggedText heading,
        String href,
        String task,
        String edit,
        String next,
        TrackedSection section,
        List<String> claims) {
      public Item {
        claims = List.copyOf(claims);
      }
    }
  }
}
