package no.speil.web.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.speil.tracking.CommentEvent;
import no.speil.tracking.ConfirmEvent;
import no.speil.tracking.EditEvent;
import no.speil.tracking.Event;
import no.speil.tracking.LayoutEvent;
import no.speil.tracking.LinkEvent;
import no.speil.tracking.MarkEvent;
import no.speil.tracking.OmitEvent;
import no.speil.tracking.ReportEvent;
import no.speil.tracking.ReportResolveEvent;
import no.speil.tracking.ResolveEvent;
import no.speil.tracking.SuggestEvent;
import no.speil.tracking.TextSnapshot;
import no.speil.tracking.UnknownEvent;
import no.speil.web.view.HistoryView.Deed;
import no.speil.web.view.HistoryView.Text;
import no.speil.web.view.Messages;

/** Tells a section's history in a language, the latest first. */
public final class HistoryLines {
  private HistoryLines() {}

  public static List<Deed> of(Messages t, List<Event> history) {
    return history.reversed().stream()
        .map(event -> new Deed(what(t, event), t.minute(event.signature().at()), texts(t, event)))
        .toList();
  }

  /** What was done last, in a sentence; empty where nothing was. */
  public static String last(Messages t, List<Event> history) {
    if (history.isEmpty()) {
      return "";
    }
    Event last = history.getLast();
    return t.of("deed.last", what(t, last), t.minute(last.signature().at()));
  }

  public static String what(Messages t, Event event) {
    String by = event.signature().by();
    return switch (event) {
      case MarkEvent mark -> t.of("deed.mark", by, t.of("state." + mark.state().code()));
      case ConfirmEvent confirm -> t.of("deed.confirm", by);
      case EditEvent edit -> t.of("deed.edit", by);
      case SuggestEvent suggest -> t.of("deed.suggest", by);
      case ReportEvent report -> t.of("deed.report", reader(t, report));
      case ReportResolveEvent reportResolveEvent ->
          t.of("deed.report." + reportResolveEvent.verdict().code(), by);
      case ResolveEvent resolve ->
          t.of("deed." + resolve.outcome().name().toLowerCase(Locale.ROOT), by);
      case CommentEvent comment -> t.of("deed.comment", by);
      case OmitEvent omit -> t.of(omit.omitted() ? "deed.omit" : "deed.omit-not", by);
      case LinkEvent link -> t.of("deed.link", by);
      case LayoutEvent layoutEvent ->
          layoutEvent.asked() ? t.of("deed.again", by) : t.of("deed.laid");
      case UnknownEvent unknown -> t.of("deed.unrecognized", by, unknown.kind());
    };
  }

  private static List<Text> texts(Messages t, Event event) {
    var texts = new ArrayList<Text>();
    switch (event) {
      case MarkEvent mark -> {
        add(texts, t.of("text.original"), mark.original());
        add(texts, t.of("text.translation"), mark.translation());
      }
      case ConfirmEvent confirm -> {
        add(texts, t.of("text.original"), confirm.original());
        add(texts, t.of("text.translation"), confirm.translation());
      }
      case EditEvent edit -> {
        add(texts, t.of("text.before"), edit.before());
        add(texts, t.of("text.after"), edit.after());
      }
      case SuggestEvent suggest -> {
        texts.add(new Text(t.of("text.suggestion"), suggest.text(), true));
        texts.add(new Text(t.of("text.reason"), suggest.reason(), false));
      }
      case CommentEvent comment -> texts.add(new Text(t.of("text.comment"), comment.text(), true));
      case OmitEvent omit -> add(texts, t.of("text.original"), omit.original());
      case ReportEvent report -> report(texts, t, report);
      case ReportResolveEvent reportResolveEvent -> {}
      case ResolveEvent resolve -> {}
      case LinkEvent link -> {}
      case LayoutEvent layoutEvent -> {}
      case UnknownEvent unknownEvent -> {}
    }
    return texts;
  }

  /** Under what name a report came, always as that of a reader, which proves nothing. */
  static String reader(Messages t, ReportEvent report) {
    String by = report.signature().by();
    return by.equals(ReportEvent.NAMELESS) ? t.of("reader.nameless") : t.of("reader.named", by);
  }

  private static void report(List<Text> texts, Messages t, ReportEvent report) {
    String about = t.of("flaw." + report.reportContent().reportCategory().code());
    String words = report.reportContent().words();
    texts.add(new Text(t.of("text.report"), words.isEmpty() ? about : about + "\n" + words, true));
    if (!report.textQuote().exact().isEmpty()) {
      texts.add(new Text(t.of("text.quote"), report.textQuote().exact(), true));
    }
  }

  private static void add(List<Text> texts, String label, TextSnapshot snapshot) {
    String text = snapshot.text();
    if (text != null && !text.isEmpty()) {
      texts.add(new Text(label, text, false));
    }
  }
}
