package no.speil.web.feed;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Collectors;
import no.speil.corpus.DocumentId;
import no.speil.library.documents.WorkDay;
import no.speil.web.http.QueryParams;
import no.speil.web.page.SiteUrls;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of the address of the activity page; malformed ones count as missing.
 *
 * @param person the only one wanted; empty for all
 * @param document id of the only document wanted, as it was typed; empty for all
 * @param from the first day wanted; null for no first
 * @param to the last day wanted; null for no last
 * @param before the day of work that the page begins after; null for the latest
 */
record ActivityUrl(
    String person,
    String document,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable WorkDay before) {
  static final String PATH = "/activity";

  /** Between the parts of a place; {@link SiteUrls#encode} leaves none in a name. */
  private static final String PART = "~";

  static ActivityUrl of(Context context) {
    return new ActivityUrl(
        QueryParams.text(context, "by").strip(),
        QueryParams.text(context, "document").strip(),
        day(QueryParams.text(context, "from")),
        day(QueryParams.text(context, "to")),
        place(QueryParams.text(context, "before")));
  }

  boolean isNarrowed() {
    return !person.isEmpty() || !document.isEmpty() || from != null || to != null;
  }

  ActivityUrl after(@Nullable WorkDay place) {
    return new ActivityUrl(person, document, from, to, place);
  }

  String href() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("by", person);
    fields.put("document", document);
    fields.put("from", from == null ? "" : from.toString());
    fields.put("to", to == null ? "" : to.toString());
    fields.put("before", before == null ? "" : written(before));
    String written =
        fields.entrySet().stream()
            .filter(field -> !field.getValue().isEmpty())
            .map(field -> field.getKey() + "=" + SiteUrls.encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return written.isEmpty() ? PATH : PATH + "?" + written;
  }

  private static String written(WorkDay place) {
    return place.lastMillis() + PART + SiteUrls.encode(place.person()) + PART + place.document();
  }

  private static @Nullable WorkDay place(String written) {
    String[] parts = written.split(PART, 3);
    Optional<DocumentId> document =
        parts.length == 3 ? DocumentId.parse(parts[2]) : Optional.empty();
    if (document.isEmpty()) {
      return null;
    }
    String person = QueryParams.fields("person=" + parts[1]).getOrDefault("person", "");
    try {
      return new WorkDay(Long.parseLong(parts[0]), document.get().value(), person);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable LocalDate day(String written) {
    try {
      return LocalDate.parse(written.strip());
    } catch (DateTimeException e) {
      return null;
    }
  }
}
