package no.speil.web.section;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.speil.corpus.SectionId;
import no.speil.library.activity.Activity;
import no.speil.record.Event;
import no.speil.record.EventCodec;
import no.speil.record.LayoutEvent;
import no.speil.record.RemarkEvent;
import no.speil.record.RenameEvent;
import no.speil.record.WordingEvent;
import no.speil.web.page.ShortText;
import org.jspecify.annotations.Nullable;

/** An event as JSON for programs, with the record's member names. */
public final class EventJson {
  /** Longest text in characters; a longer one is cut and marked as such. */
  private static final int LONGEST = HistoryWindow.Limits.JSON.text();

  private static final Set<String> SIGNED = Set.of("at", "by", "via", "role", "do");

  private EventJson() {}

  /** An event with its section, if it concerns exactly one. */
  public static Map<String, Object> of(Event event) {
    List<SectionId> concerns = event.concerns();
    return of(concerns.size() == 1 ? concerns.getFirst() : null, event);
  }

  /** The same with the document that it was done in. */
  public static Map<String, Object> of(Activity activity) {
    var json = new LinkedHashMap<String, Object>();
    json.put("document", activity.document().value());
    json.putAll(of(activity.event()));
    return json;
  }

  static Map<String, Object> of(@Nullable SectionId section, Event event) {
    var json = new LinkedHashMap<>(EventCodec.members(event));
    if (event instanceof LayoutEvent || event instanceof WordingEvent) {
      json.keySet().retainAll(SIGNED);
    }
    json.remove("order");
    json.put("at", event.at().toString());
    if (section != null) {
      json.put("section", section.value());
    }
    if (event instanceof RenameEvent rename) {
      json.remove("document"); // beside which it is said
      json.put("to", rename.document().value());
    }
    if (event instanceof RemarkEvent remark) {
      json.put("id", remark.id());
    }
    return shortened(json);
  }

  /** With no text longer than {@link #LONGEST}. */
  private static Map<String, Object> shortened(Map<?, ?> members) {
    var json = new LinkedHashMap<String, Object>();
    members.forEach(
        (name, value) ->
            json.put(
                String.valueOf(name), value instanceof Map<?, ?> all ? shortened(all) : value));
    if (json.get("text") instanceof String text && ShortText.isCut(text, LONGEST)) {
      json.put("text", ShortText.beginning(text, LONGEST));
      json.put("cut", true);
    }
    return json;
  }
}
