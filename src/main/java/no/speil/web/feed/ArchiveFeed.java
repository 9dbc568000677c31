package no.speil.web.feed;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.TextHash;
import no.speil.exchange.Feed;
import no.speil.library.activity.Activity;
import no.speil.library.activity.ActivityLog;
import no.speil.messages.Messages;
import no.speil.record.CommentEvent;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.ReportEvent;
import no.speil.record.SuggestEvent;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException.NotFound;
import no.speil.web.page.ShortText;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.section.EventJson;
import no.speil.web.section.HistoryLines;

/** A feed of the latest events of the archive or of one document. */
public final class ArchiveFeed {
  private static final int SIZE = 50;
  private static final int ID_DIGITS = 12;

  private final SiteContext site;
  private final FeedResponse feeds;

  public ArchiveFeed(SiteContext site) {
    this.site = site;
    this.feeds = new FeedResponse(site);
  }

  public void show(Context context) {
    String wanted = QueryParams.text(context, "document");
    Messages t = site.messages(context);
    ActivityLog log = site.library().activity();
    if (wanted.isEmpty()) {
      String title = t.of("feed.title");
      answer(context, "/feed.atom", "/", title, log.latest(SIZE), feeds::lastChange);
      return;
    }
    DocumentId id =
        DocumentId.parse(wanted)
            .filter(site.library().catalogue()::knows)
            .orElseThrow(() -> new NotFound("There is no document " + wanted + "."));
    answer(
        context,
        SiteUrls.feed(id),
        SiteUrls.document(id),
        t.of("feed.title.document", title(t, id)),
        log.latest(id, SIZE),
        () -> feeds.lastChange(id));
  }

  private void answer(
      Context context,
      String self,
      String page,
      String title,
      List<Activity> activities,
      Supplier<Instant> lastChange) {
    Messages t = site.messages(context);
    feeds.answer(
        context,
        site.permanent(context, self),
        site.permanent(context, page),
        title,
        activities.stream().map(activity -> entry(context, t, activity)).toList(),
        lastChange);
  }

  private Feed.Entry entry(Context context, Messages t, Activity activity) {
    Event event = activity.event();
    EventSignature signature = event.signature();
    List<SectionId> concerns = event.concerns();
    String page =
        concerns.isEmpty()
            ? SiteUrls.document(activity.document())
            : SiteUrls.section(concerns.getFirst());
    return new Feed.Entry(
        site.permanent(context, page) + "#" + name(activity),
        site.permanent(context, page),
        t.of("feed.entry", title(t, activity.document()), HistoryLines.what(t, event)),
        signature.at(),
        signature.by(),
        ShortText.of(text(event), FeedResponse.LONGEST)
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> new Feed.Paragraph("", line))
            .toList());
  }

  /** The same on every machine and after every restart. */
  private static String name(Activity activity) {
    String kind = String.valueOf(EventJson.of(activity.event()).get("do"));
    String told =
        Stream.of(
                activity.document(),
                activity.at(),
                activity.event().signature().by(),
                kind,
                activity.event().concerns())
            .map(String::valueOf)
            .collect(Collectors.joining("|"));
    return TextHash.ofNormalized(told).hex().substring(0, ID_DIGITS);
  }

  private static String text(Event event) {
    return switch (event) {
      case CommentEvent comment -> comment.text();
      case SuggestEvent suggest -> suggest.text();
      case ReportEvent report -> report.reportContent().words();
      default -> "";
    };
  }

  private String title(Messages t, DocumentId id) {
    return site.library()
        .documents()
        .findLoadable(id)
        .map(document -> TaggedText.title(document, t.lang()).text())
        .orElse(id.value());
  }
}
