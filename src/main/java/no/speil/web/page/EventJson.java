package no.speil.web.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.speil.corpus.Role;
import no.speil.corpus.SectionId;
import no.speil.record.CheckEvent;
import no.speil.record.CheckVerdict;
import no.speil.record.ClaimEvent;
import no.speil.record.CommentEvent;
import no.speil.record.CommentResolveEvent;
import no.speil.record.ConfirmEvent;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.record.LayoutEvent;
import no.speil.record.LinkEvent;
import no.speil.record.MarkEvent;
import no.speil.record.OmitEvent;
import no.speil.record.RenameEvent;
import no.speil.record.ReportEvent;
import no.speil.record.ReportResolveEvent;
import no.speil.record.ResolveEvent;
import no.speil.record.SuggestEvent;
import no.speil.record.TextQuote;
import no.speil.record.TextSnapshot;
import no.speil.record.UnknownEvent;
import no.speil.record.WordingEvent;
import org.jspecify.annotations.Nullable;

/** An event as JSON for programs, with the record's member names. */
public final class EventJson {
  /** Longest text in characters; a longer one is cut and marked as such. */
  private static final int LONGEST = HistoryWindow.Limits.JSON.text();

  private EventJson() {}

  public static List<Map<String, Object>> all(SectionId section, List<Event> history) {
    return history.stream().map(event -> of(section, event)).toList();
  }

  /** An event with its section, if it concerns exactly one. */
  public static Map<String, Object> of(Event event) {
    List<SectionId> concerns = event.concerns();
    return of(concerns.size() == 1 ? concerns.getFirst() : null, event);
  }

  private static Map<String, Object> of(@Nullable SectionId section, Event event) {
    var json = new LinkedHashMap<String, Object>();
    json.put("at", event.signature().at().toString());
    json.put("by", event.signature().by());
    json.put("via", event.signature().via());
    Role role = event.signature().role();
    if (role != null) {
      json.put("role", role.code());
    }
    if (section != null) {
      json.put("section", section.value());
    }
    switch (event) {
      case MarkEvent mark -> {
        json.put("do", "mark");
        json.put("state", mark.state().code());
        pair(json, mark.original(), mark.translation());
      }
      case ConfirmEvent confirm -> {
        json.put("do", "confirm");
        pair(json, confirm.original(), confirm.translation());
      }
      case EditEvent edit -> {
        json.put("do", "edit");
        json.put("original", snapshot(edit.original()));
        json.put("before", snapshot(edit.before()));
        json.put("after", snapshot(edit.after()));
      }
      case SuggestEvent suggest -> {
        json.put("do", "suggest");
        json.put("id", suggest.id());
        text(json, suggest.text());
        json.put("reason", suggest.reason());
      }
      case ReportEvent report -> {
        json.put("do", "report");
        json.put("id", report.id());
        json.put("flaw", report.reportContent().reportCategory().code());
        text(json, report.reportContent().words());
        json.put("version", report.seen().toString());
        json.put("quote", quote(report.textQuote()));
      }
      case ReportResolveEvent reportResolveEvent -> {
        json.put("do", "resolve");
        json.put("report", reportResolveEvent.report());
        json.put("outcome", reportResolveEvent.verdict().code());
      }
      case ResolveEvent resolve -> {
        json.put("do", "resolve");
        json.put("suggestion", resolve.suggestion());
        json.put("outcome", resolve.outcome().name().toLowerCase(Locale.ROOT));
      }
      case CommentEvent comment -> {
        json.put("do", "comment");
        json.put("id", comment.id());
        text(json, comment.text());
      }
      case CommentResolveEvent commentResolveEvent -> {
        json.put("do", "resolve");
        json.put("comment", commentResolveEvent.comment());
        json.put("outcome", commentResolveEvent.resolved() ? "resolved" : "open");
      }
      case CheckEvent check -> {
        json.put("do", "check");
        check(json, check.verdict());
        pair(json, check.original(), check.translation());
      }
      case OmitEvent omit -> {
        json.put("do", "omit");
        json.put("omitted", omit.omitted());
        json.put("original", snapshot(omit.original()));
      }
      case ClaimEvent claim -> {
        json.put("do", "claim");
        if (claim.until() != null) {
          json.put("until", claim.until().toString());
        }
      }
      case WordingEvent wording -> json.put("do", "wording");
      case LinkEvent link -> json.put("do", "link");
      case LayoutEvent layoutEvent -> json.put("do", "layout");
      case RenameEvent rename -> {
        json.put("do", "rename");
        json.put("formerly", rename.formerly().value());
        json.put("to", rename.document().value());
      }
      case UnknownEvent unknownEvent -> json.put("do", unknownEvent.kind());
    }
    return json;
  }

  private static void check(Map<String, Object> json, CheckVerdict verdict) {
    json.put("check", verdict.code());
    json.put("words", verdict.words());
    json.put("outcome", verdict.isDismissal() ? "dismissed" : "open");
    @Nullable String reason = verdict.reason();
    if (reason != null) {
      json.put("reason", reason);
    }
  }

  static Map<String, Object> quote(TextQuote textQuote) {
    var json = new LinkedHashMap<String, Object>();
    json.put("side", textQuote.side().name().toLowerCase(Locale.ROOT));
    json.put("exact", textQuote.exact());
    json.put("prefix", textQuote.prefix());
    json.put("suffix", textQuote.suffix());
    return json;
  }

  private static void pair(
      Map<String, Object> json, TextSnapshot original, TextSnapshot translation) {
    json.put("original", snapshot(original));
    json.put("translation", snapshot(translation));
  }

  private static Map<String, Object> snapshot(TextSnapshot snapshot) {
    var json = new LinkedHashMap<String, Object>();
    json.put("hash", snapshot.hash().toString());
    @Nullable String text = snapshot.text();
    if (text != null) {
      text(json, text);
    }
    return json;
  }

  private static void text(Map<String, Object> json, String text) {
    json.put("text", ShortText.beginning(text, LONGEST));
    if (ShortText.isCut(text, LONGEST)) {
      json.put("cut", true);
    }
  }
}
