package no.speil.web.feed;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.speil.library.activity.ActivityCursor;
import no.speil.library.activity.ActivityLog.ActivityBatch;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.page.SiteContext;
import no.speil.web.section.EventJson;

/** Lists events of all documents, for programs that follow an archive. */
public final class ChangesApi {
  private static final int SIZE = 100;
  private static final int MOST = 1_000;

  private final SiteContext site;

  public ChangesApi(SiteContext site) {
    this.site = site;
  }

  public void list(Context context) {
    ActivityCursor activityCursor = since(QueryParams.text(context, "since"));
    ActivityBatch activityBatch =
        site.library()
            .activity()
            .since(activityCursor, QueryParams.number(context, "size", SIZE, 1, MOST));
    site.answer(
        context,
        new ChangesJson(
            activityBatch.activities().stream().map(EventJson::of).toList(),
            activityBatch.next().toString(),
            activityBatch.more()));
  }

  /** A plus sign that was not percent-encoded arrives as a space. */
  private static ActivityCursor since(String written) {
    if (written.isBlank()) {
      return ActivityCursor.moment(Instant.EPOCH);
    }
    Optional<ActivityCursor> known =
        ActivityCursor.parse(written).filter(each -> !each.after().isBefore(Instant.EPOCH));
    if (known.isPresent()) {
      return known.get();
    }
    try {
      Instant since = OffsetDateTime.parse(written.strip().replace(' ', '+')).toInstant();
      return ActivityCursor.moment(since.isBefore(Instant.EPOCH) ? Instant.EPOCH : since);
    } catch (DateTimeException e) {
      throw new BadRequest(
          "“since” is a moment such as 2026-11-24T12:00:00Z, not “" + written + "”.");
    }
  }

  /**
   * Changes, the oldest first.
   *
   * @param next cursor: the {@code since} of the next request
   * @param more whether there are more now
   */
  record ChangesJson(List<Map<String, Object>> changes, String next, boolean more) {}
}
