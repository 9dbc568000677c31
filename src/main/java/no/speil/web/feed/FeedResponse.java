package no.speil.web.feed;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.exchange.AtomWriter;
import no.speil.exchange.Feed;
import no.speil.library.catalogue.Catalogue;
import no.speil.messages.Messages;
import no.speil.web.http.ResponseCaching;
import no.speil.web.page.SiteContext;

/** Answers with a feed, or with 304 if the client has it (RFC 9110, 13). */
final class FeedResponse {
  /** Longest text in a feed, in characters; the linked page has the rest. */
  static final int LONGEST = 500;

  private final SiteContext site;

  FeedResponse(SiteContext site) {
    this.site = site;
  }

  /**
   * When a feed without entries last changed, as far as can be known: when the archive did, or when
   * the server started, if the archive has no documents.
   */
  Instant lastChange() {
    Catalogue catalogue = site.library().catalogue();
    Stream<Instant> files =
        catalogue.latest(1).stream().map(each -> Instant.ofEpochMilli(each.changedMillis()));
    Stream<Instant> work =
        catalogue.lastActive(1).stream()
            .flatMap(id -> catalogue.summary(id).stream())
            .flatMap(summary -> summary.lastWork().stream());
    return Stream.concat(files, work)
        .max(Comparator.naturalOrder())
        .orElse(site.started().truncatedTo(ChronoUnit.SECONDS));
  }

  /** The same of a document in which nobody has done anything. */
  Instant lastChange(DocumentId id) {
    return site.library()
        .catalogue()
        .summary(id)
        .map(summary -> Instant.ofEpochMilli(summary.entry().changedMillis()))
        .orElseGet(this::lastChange);
  }

  /**
   * Answers with entries, the newest first.
   *
   * @param self address of the feed
   * @param page address of the page with the same content
   * @param lastChange when it changed, if there are no entries
   */
  void answer(
      Context context,
      String self,
      String page,
      String title,
      List<Feed.Entry> entries,
      Supplier<Instant> lastChange) {
    Messages t = site.messages(context);
    Instant updated = entries.isEmpty() ? lastChange.get() : entries.getFirst().updated();
    var feed = new Feed(self, page, title, t.lang(), updated, entries);
    byte[] written = new AtomWriter().write(feed, site.archiveName(t));
    ResponseCaching.varyByVisitor(context);
    context.result(written).contentType(AtomWriter.MEDIA_TYPE);
  }
}
