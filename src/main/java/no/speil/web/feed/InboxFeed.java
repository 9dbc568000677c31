package no.speil.web.feed;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import no.speil.exchange.Feed;
import no.speil.library.actions.Actor;
import no.speil.library.activity.Inbox;
import no.speil.messages.Messages;
import no.speil.search.StoredSection;
import no.speil.search.Waiting;
import no.speil.web.http.Authenticator;
import no.speil.web.page.ShortText;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import org.jspecify.annotations.Nullable;

/**
 * The private feed of what waits for a person. A feed reader sends the person's token, never in the
 * address, which servers and proxies log.
 */
public final class InboxFeed {
  private static final int SIZE = 50;

  private final SiteContext site;
  private final FeedResponse feeds;

  public InboxFeed(SiteContext site) {
    this.site = site;
    this.feeds = new FeedResponse(site);
  }

  public void show(Context context, Actor person) {
    Messages t = site.messages(context);
    List<Feed.Entry> entries =
        Inbox.kinds(person).stream()
            .flatMap(waiting -> entries(context, t, waiting))
            .sorted(Comparator.comparing(Feed.Entry::updated).reversed())
            .limit(SIZE)
            .toList();
    context.header("Cache-Control", "private, no-cache");
    feeds.answer(
        context,
        site.absolute(context, Authenticator.PRIVATE_FEED),
        site.absolute(context, "/inbox"),
        t.of("inbox.of", person.name()),
        entries,
        feeds::lastChange);
  }

  private Stream<Feed.Entry> entries(Context context, Messages t, Waiting waiting) {
    return site.library().inbox().latest(waiting, SIZE).stream()
        .map(each -> entry(context, t, waiting.kind(), each));
  }

  private Feed.Entry entry(Context context, Messages t, Waiting.Kind kind, StoredSection section) {
    String page = site.absolute(context, SiteUrls.section(section.section()));
    Instant changed = section.status().due().news(section.status().changed());
    String original = section.texts().original();
    String translation = section.texts().translation();
    return new Feed.Entry(
        page + "#" + kind.code() + "-" + changed,
        page,
        t.of("inbox." + kind.code())
            + " · "
            + TaggedText.title(section.documentRef(), t.lang()).text(),
        changed,
        "",
        Stream.of(
                paragraph(TaggedText.tag(section.documentRef().language()), original),
                paragraph("en", translation))
            .filter(part -> !part.text().isEmpty())
            .toList());
  }

  private static Feed.Paragraph paragraph(String lang, @Nullable String text) {
    return new Feed.Paragraph(lang, text == null ? "" : ShortText.of(text, FeedResponse.LONGEST));
  }
}
