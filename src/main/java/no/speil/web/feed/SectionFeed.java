package no.speil.web.feed;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.Role;
import no.speil.corpus.Task;
import no.speil.exchange.Feed;
import no.speil.messages.Messages;
import no.speil.search.DueTask;
import no.speil.search.Excerpt;
import no.speil.search.Hit;
import no.speil.search.SearchRequest;
import no.speil.web.page.ShortText;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.queue.QueueUrl;
import no.speil.web.search.SearchUrl;
import no.speil.web.section.StatusBadge;
import org.jspecify.annotations.Nullable;

/** A feed of the latest changes among the sections of a search or of the queue. */
public final class SectionFeed {
  private static final int SIZE = 50;

  private final SiteContext site;
  private final FeedResponse feeds;

  public SectionFeed(SiteContext site) {
    this.site = site;
    this.feeds = new FeedResponse(site);
  }

  public void search(Context context) {
    SearchUrl address = SearchUrl.require(context).plain();
    SearchRequest asked = address.request();
    var request =
        new SearchRequest(
                asked.query(),
                1,
                SIZE,
                SearchRequest.Sort.CHANGED,
                asked.group(),
                asked.filters(),
                asked.expansionOptions())
            .counting(SearchRequest.Facets.NONE);
    String title = address.feedTitle(site.messages(context));
    answer(context, address.feed(), address.href(), title, entries(context, request, false));
  }

  public void queue(Context context) {
    QueueUrl address = QueueUrl.of(context);
    boolean reports = site.access().obstacle(context, Role.REVIEWER).isEmpty();
    SearchRequest request = address.news(site.library().claims(), SIZE, reports);
    answer(
        context,
        address.feed(),
        address.onPage(1).href(),
        address.feedTitle(site.messages(context)),
        entries(context, request, reports));
  }

  private void answer(
      Context context, String self, String page, String title, List<Feed.Entry> entries) {
    feeds.answer(
        context,
        site.permanent(context, self),
        site.permanent(context, page),
        title,
        entries,
        feeds::lastChange);
  }

  /**
   * @param reports whether to include reports
   */
  private List<Feed.Entry> entries(Context context, SearchRequest request, boolean reports) {
    Messages t = site.messages(context);
    return site.library().search().run(request).hits().stream()
        .filter(hit -> !hit.rank().isGuess())
        .map(hit -> entry(context, t, hit, reports))
        .toList();
  }

  /** Each change of a section is an entry of its own, so that feed readers show it as new. */
  private Feed.Entry entry(Context context, Messages t, Hit hit, boolean reports) {
    String page = site.permanent(context, SiteUrls.section(hit.section()));
    DueTask due = reports ? hit.status().due() : hit.status().due().withoutReports();
    Instant changed = due.news(hit.status().changed());
    String heading =
        heading(t, hit, reports ? due.works() : Stream.ofNullable(due.task()).toList());
    return new Feed.Entry(page + "#" + changed, page, heading, changed, "", text(t, hit));
  }

  private static String heading(Messages t, Hit hit, List<Task> tasks) {
    String title = TaggedText.title(hit.documentRef(), t.lang()).text();
    return Stream.concat(
            Stream.of(title, hit.pair().place().anyHeading()),
            tasks.stream().map(task -> t.of("task." + task.code())))
        .filter(part -> !part.isEmpty())
        .distinct()
        .collect(Collectors.joining(" · "));
  }

  private static List<Feed.Paragraph> text(Messages t, Hit hit) {
    return Stream.of(
            new Feed.Paragraph(
                TaggedText.tag(hit.documentRef().language()), cut(hit.pair().original())),
            new Feed.Paragraph("en", cut(hit.pair().translation())),
            new Feed.Paragraph(t.lang(), StatusBadge.of(t, hit.status()).words()))
        .filter(part -> !part.text().isEmpty())
        .toList();
  }

  private static String cut(@Nullable Excerpt excerpt) {
    return excerpt == null ? "" : ShortText.of(excerpt.text(), FeedResponse.LONGEST);
  }
}
