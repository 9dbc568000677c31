package no.speil.web.section;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import no.speil.corpus.SectionId;
import no.speil.record.Event;
import no.speil.web.section.HistoryWindow.Limits;
import org.jspecify.annotations.Nullable;

/**
 * A page of a section's history for programs.
 *
 * @param historyTotal how many events there are in all
 * @param history the oldest first
 * @param earlier address of the page before; null if there is none
 */
public record HistoryJson(
    String section,
    int historyTotal,
    List<Map<String, Object>> history,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String earlier) {

  public static HistoryJson latest(SectionId section, List<Event> history) {
    return before(section, history, history.size());
  }

  /**
   * The latest events before a place.
   *
   * @param place number of events before it
   */
  public static HistoryJson before(SectionId section, List<Event> history, int place) {
    var window = HistoryWindow.before(history, place, Limits.JSON);
    return new HistoryJson(
        section.value(),
        window.total(),
        window.events().stream().map(event -> EventJson.of(section, event)).toList(),
        window.from() == 0
            ? null
            : "/api/v1/sections/" + section + "/history?before=" + window.from());
  }
}
