package no.speil.web.rows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.speil.corpus.SectionId;
import no.speil.tracking.Comment;
import no.speil.tracking.Confirm;
import no.speil.tracking.Edit;
import no.speil.tracking.Event;
import no.speil.tracking.Laid;
import no.speil.tracking.Link;
import no.speil.tracking.Mark;
import no.speil.tracking.Omit;
import no.speil.tracking.Quotation;
import no.speil.tracking.Report;
import no.speil.tracking.Resolve;
import no.speil.tracking.Settle;
import no.speil.tracking.Snapshot;
import no.speil.tracking.Suggest;
import no.speil.tracking.Unrecognized;
import org.jspecify.annotations.Nullable;

/** An event of a section's history, in the words of the record. */
public final class EventJson {
  private EventJson() {}

  public static List<Map<String, Object>> all(SectionId section, List<Event> history) {
    return history.stream().map(event -> of(section, event)).toList();
  }

  /** An event by itself, with the section that it is of where it is of one. */
  public static Map<String, Object> of(Event event) {
    List<SectionId> concerns = event.concerns();
    return of(concerns.size() == 1 ? concerns.getFirst() : null, event);
  }

  private static Map<String, Object> of(@Nullable SectionId section, Event event) {
    var json = new LinkedHashMap<String, Object>();
    json.put("at", event.signature().at().toString());
    json.put("by", event.signature().by());
    json.put("via", event.signature().via());
    if (section != null) {
      json.put("section", section.value());
    }
    switch (event) {
      case Mark mark -> {
        json.put("do", "mark");
        json.put("state", mark.state().code());
        pair(json, mark.original(), mark.translation());
      }
      case Confirm confirm -> {
        json.put("do", "confirm");
        pair(json, confirm.original(), confirm.translation());
      }
      case Edit edit -> {
        json.put("do", "edit");
        json.put("original", snapshot(edit.original()));
        json.put("before", snapshot(edit.before()));
        json.put("after", snapshot(edit.after()));
      }
      case Suggest suggest -> {
        json.put("do", "suggest");
        json.put("id", suggest.id());
        json.put("text", suggest.text());
        json.put("reason", suggest.reason());
      }
      case Report report -> {
        json.put("do", "report");
        json.put("id", report.id());
        json.put("flaw", report.complaint().flaw().code());
        json.put("text", report.complaint().words());
        json.put("version", report.seen().toString());
        json.put("quote", quote(report.quotation()));
      }
      case Settle settle -> {
        json.put("do", "resolve");
        json.put("report", settle.report());
        json.put("outcome", settle.verdict().code());
      }
      case Resolve resolve -> {
        json.put("do", "resolve");
        json.put("suggestion", resolve.suggestion());
        json.put("outcome", resolve.outcome().name().toLowerCase(Locale.ROOT));
      }
      case Comment comment -> {
        json.put("do", "comment");
        json.put("text", comment.text());
      }
      case Omit omit -> {
        json.put("do", "omit");
        json.put("omitted", omit.omitted());
        json.put("original", snapshot(omit.original()));
      }
      case Link link -> json.put("do", "link");
      case Laid laid -> json.put("do", "layout");
      case Unrecognized unrecognized -> json.put("do", unrecognized.kind());
    }
    return json;
  }

  static Map<String, Object> quote(Quotation quotation) {
    var json = new LinkedHashMap<String, Object>();
    json.put("side", quotation.side().name().toLowerCase(Locale.ROOT));
    json.put("exact", quotation.exact());
    json.put("prefix", quotation.prefix());
    json.put("suffix", quotation.suffix());
    return json;
  }

  private static void pair(Map<String, Object> json, Snapshot original, Snapshot translation) {
    json.put("original", snapshot(original));
    json.put("translation", snapshot(translation));
  }

  private static Map<String, Object> snapshot(Snapshot snapshot) {
    var json = new LinkedHashMap<String, Object>();
    json.put("hash", snapshot.hash().toString());
    @Nullable String text = snapshot.text();
    if (text != null) {
      json.put("text", text);
    }
    return json;
  }
}
