package no.speil.web.feed;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import no.speil.corpus.DocumentId;
import no.speil.library.activity.ActivityCursor;
import no.speil.library.activity.ActivityLog.ActivityBatch;
import no.speil.library.activity.DayWork;
import no.speil.library.catalogue.Catalogue;
import no.speil.library.catalogue.WorkDay;
import no.speil.library.catalogue.WorkFilter;
import no.speil.web.http.Json;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.page.PageNumber;
import no.speil.web.page.PageShell;
import no.speil.web.page.PageUrl;
import no.speil.web.page.SiteContext;
import no.speil.web.section.EventJson;
import no.speil.web.section.HistoryLines;
import org.jspecify.annotations.Nullable;

/**
 * Who did what, by day, person and document; and all events for programs that follow an archive. A
 * page reads the records that it tells of only.
 */
public final class ActivityPage {
  /** Each may be in a document of its own, whose record is read. */
  private static final int SIZE = 50;

  private static final String PATH = "/activity";

  private static final List<String> NAMES = List.of("by", "document", "from", "to", "page");

  private static final int CHANGES = 100;

  private static final int MOST_CHANGES = 1_000;

  private final SiteContext site;

  public ActivityPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    PageUrl asked = PageUrl.of(context, PATH, NAMES);
    PageUrl address = asked.with("from", day(asked.get("from"))).with("to", day(asked.get("to")));
    Optional<DocumentId> document = document(address.get("document"));
    List<WorkDay> all = days(address, document);
    PageNumber page = PageNumber.of(context, all.size(), SIZE);
    List<WorkDay> days = page.of(all);
    List<DayWork> works = site.library().activity().on(days, HistoryLines::counted);
    var view =
        new View(
            site.shell(context, "activity.title"),
            address,
            works.stream()
                .collect(groupingBy(each -> each.day().date(), TreeMap::new, toList()))
                .descendingMap(),
            days,
            document.orElse(null),
            page);
    site.show(context, "feed/activity", view);
  }

  private Optional<DocumentId> document(String typed) {
    Catalogue catalogue = site.catalogue();
    return DocumentId.parse(typed)
        .filter(catalogue::knows)
        .or(() -> typed.isEmpty() ? Optional.empty() : catalogue.named(typed));
  }

  private List<WorkDay> days(PageUrl address, Optional<DocumentId> document) {
    return document.isEmpty() && !address.get("document").isEmpty()
        ? List.of()
        : site.catalogue().worked(filter(address, address.get("by"), document.orElse(null)));
  }

  /** The work between the days that an address names. */
  static WorkFilter filter(PageUrl address, String person, @Nullable DocumentId document) {
    return new WorkFilter(person, document, day(address.get("from")), day(address.get("to")));
  }

  private static @Nullable LocalDate day(String written) {
    try {
      return LocalDate.parse(written.strip());
    } catch (DateTimeException e) {
      return null;
    }
  }

  public void list(Context context) {
    ActivityCursor cursor = since(QueryParams.text(context, "since"));
    int size = QueryParams.number(context, "size", CHANGES, 1, MOST_CHANGES);
    ActivityBatch batch = site.library().activity().since(cursor, size);
    List<Map<String, Object>> changes = batch.activities().stream().map(EventJson::of).toList();
    Json.write(context, new ChangesJson(changes, batch.next().toString(), batch.more()));
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
   * Who did what, day by day, the latest first.
   *
   * @param address with the filters
   * @param document the only one whose work it is; null for all
   * @param found all days of work, also those whose events are in no record any more
   */
  public record View(
      PageShell shell,
      PageUrl address,
      SequencedMap<LocalDate, List<DayWork>> days,
      List<WorkDay> found,
      @Nullable DocumentId document,
      PageNumber page) {}

  /**
   * Changes, the oldest first.
   *
   * @param next cursor: the {@code since} of the next request
   * @param more whether there are more now
   */
  record ChangesJson(List<Map<String, Object>> changes, String next, boolean more) {}
}
