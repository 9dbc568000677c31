package no.speil.web;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.speil.library.Deed;
import no.speil.library.Library;

/** What people have done, for programs that follow an archive. */
final class ChangesApi {
  private static final int SIZE = 100;
  private static final int MOST = 1_000;

  private final Library library;
  private final Json json;

  ChangesApi(Library library, Json json) {
    this.library = library;
    this.json = json;
  }

  void list(Context context) {
    Instant since = since(Query.text(context, "since"));
    List<Deed> deeds = library.deeds(since, Query.number(context, "size", SIZE, 1, MOST));
    Instant next = deeds.isEmpty() ? since : deeds.getLast().at();
    json.write(
        context, new ChangesJson(deeds.stream().map(ChangesApi::change).toList(), next.toString()));
  }

  private static Map<String, Object> change(Deed deed) {
    var json = new LinkedHashMap<String, Object>();
    json.put("document", deed.document().value());
    json.putAll(EventJson.of(deed.event()));
    return json;
  }

  /** A plus sign that was not percent-encoded arrives as a space. */
  private static Instant since(String written) {
    if (written.isBlank()) {
      return Instant.EPOCH;
    }
    try {
      Instant since = OffsetDateTime.parse(written.strip().replace(' ', '+')).toInstant();
      return since.isBefore(Instant.EPOCH) ? Instant.EPOCH : since;
    } catch (DateTimeException e) {
      throw new WrongRequest.BadRequest(
          "“since” is a moment such as 2026-11-24T12:00:00Z, not “" + written + "”.");
    }
  }

  /**
   * Changes, the oldest first.
   *
   * @param next what to give as {@code since} to go on from here
   */
  record ChangesJson(List<Map<String, Object>> changes, String next) {}
}
