package no.speil.web.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.util.Arrays;
import no.speil.corpus.TextHash;
import no.speil.exchange.AtomWriter;
import no.speil.exchange.Feed;
import no.speil.web.page.SiteContext;
import org.jspecify.annotations.Nullable;

/** Answers with a feed, or with 304 if the client has it (RFC 9110, 13). */
final class FeedResponse {
  /** Longest text in a feed, in characters; the linked page has the rest. */
  static final int LONGEST = 500;

  private final SiteContext site;
  private final AtomWriter writer = new AtomWriter();

  FeedResponse(SiteContext site) {
    this.site = site;
  }

  void answer(Context context, Feed feed) {
    byte[] written = writer.write(feed, site.archiveName(site.messages(context)));
    String tag = '"' + TextHash.ofNormalized(new String(written, UTF_8)).hex() + '"';
    context.header("Vary", "Accept-Language, Cookie");
    context.header("ETag", tag);
    if (isKnown(context.header("If-None-Match"), tag)) {
      context.status(304);
    } else {
      context.result(written).contentType(AtomWriter.MEDIA_TYPE);
    }
  }

  /** Compares weakly, since a proxy may have made the tag weak. */
  private static boolean isKnown(@Nullable String asked, String tag) {
    return asked != null
        && Arrays.stream(asked.split(",", -1))
            .map(String::strip)
            .anyMatch(each -> each.equals("*") || each.equals(tag) || each.equals("W/" + tag));
  }
}
