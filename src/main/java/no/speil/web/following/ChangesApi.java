package no.speil.web.following;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.speil.library.Deed;
import no.speil.library.Library;
import no.speil.library.Since;
import no.speil.library.Told;
import no.speil.web.answer.Json;
import no.speil.web.request.Query;
import no.speil.web.request.WrongRequest;
import no.speil.web.rows.EventJson;

/** What people have done, for programs that follow an archive. */
public final class ChangesApi {
  private static final int SIZE = 100;
  private static final int MOST = 1_000;

  private final Library library;
  private final Json json;

  public ChangesApi(Library library, Json json) {
    this.library = library;
    this.json = json;
  }

  public void list(Context context) {
    Since since = since(Query.text(context, "since"));
    Told told = library.deeds(since, Query.number(context, "size", SIZE, 1, MOST));
    json.write(
        context,
        new ChangesJson(
            told.deeds().stream().map(ChangesApi::change).toList(),
            told.next().toString(),
            told.more()));
  }

  private static Map<String, Object> change(Deed deed) {
    var json = new LinkedHashMap<String, Object>();
    json.put("document", deed.document().value());
    json.putAll(EventJson.of(deed.event()));
    return json;
  }

  /** A plus sign that was not percent-encoded arrives as a space. */
  private static Since since(String written) {
    if (written.isBlank()) {
      return Since.moment(Instant.EPOCH);
    }
    Optional<Since> known =
        Since.parse(written).filter(each -> !each.after().isBefore(Instant.EPOCH));
    if (known.isPresent()) {
      return known.get();
    }
    try {
      Instant since = OffsetDateTime.parse(written.strip().replace(' ', '+')).toInstant();
      return Since.moment(since.isBefore(Instant.EPOCH) ? Instant.EPOCH : since);
    } catch (DateTimeException e) {
      throw new WrongRequest.BadRequest(
          "“since” is a moment such as 2026-11-24T12:00:00Z, not “" + written + "”.");
    }
  }

  /**
   * Changes, the oldest first.
   *
   * @param next what to give as {@code since} to go on from here
   * @param more whether there is more to tell just now
   */
  record ChangesJson(List<Map<String, Object>> changes, String next, boolean more) {}
}
