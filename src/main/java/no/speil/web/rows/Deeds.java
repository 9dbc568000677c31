package no.speil.web.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.speil.tracking.Comment;
import no.speil.tracking.Confirm;
import no.speil.tracking.Edit;
import no.speil.tracking.Event;
import no.speil.tracking.Laid;
import no.speil.tracking.Link;
import no.speil.tracking.Mark;
import no.speil.tracking.Omit;
import no.speil.tracking.Report;
import no.speil.tracking.Resolve;
import no.speil.tracking.Settle;
import no.speil.tracking.Snapshot;
import no.speil.tracking.Suggest;
import no.speil.tracking.Unrecognized;
import no.speil.web.view.HistoryView.Deed;
import no.speil.web.view.HistoryView.Text;
import no.speil.web.view.Messages;

/** Tells a section's history in a language, the latest first. */
public final class Deeds {
  private Deeds() {}

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
      case Mark mark -> t.of("deed.mark", by, t.of("state." + mark.state().code()));
      case Confirm confirm -> t.of("deed.confirm", by);
      case Edit edit -> t.of("deed.edit", by);
      case Suggest suggest -> t.of("deed.suggest", by);
      case Report report -> t.of("deed.report", reader(t, report));
      case Settle settle -> t.of("deed.report." + settle.verdict().code(), by);
      case Resolve resolve -> t.of("deed." + resolve.outcome().name().toLowerCase(Locale.ROOT), by);
      case Comment comment -> t.of("deed.comment", by);
      case Omit omit -> t.of(omit.omitted() ? "deed.omit" : "deed.omit-not", by);
      case Link link -> t.of("deed.link", by);
      case Laid laid -> laid.asked() ? t.of("deed.again", by) : t.of("deed.laid");
      case Unrecognized unknown -> t.of("deed.unrecognized", by, unknown.kind());
    };
  }

  private static List<Text> texts(Messages t, Event event) {
    var texts = new ArrayList<Text>();
    switch (event) {
      case Mark mark -> {
        add(texts, t.of("text.original"), mark.original());
        add(texts, t.of("text.translation"), mark.translation());
      }
      case Confirm confirm -> {
        add(texts, t.of("text.original"), confirm.original());
        add(texts, t.of("text.translation"), confirm.translation());
      }
      case Edit edit -> {
        add(texts, t.of("text.before"), edit.before());
        add(texts, t.of("text.after"), edit.after());
      }
      case Suggest suggest -> {
        texts.add(new Text(t.of("text.suggestion"), suggest.text(), true));
        texts.add(new Text(t.of("text.reason"), suggest.reason(), false));
      }
      case Comment comment -> texts.add(new Text(t.of("text.comment"), comment.text(), true));
      case Omit omit -> add(texts, t.of("text.original"), omit.original());
      case Report report -> report(texts, t, report);
      case Settle settle -> {}
      case Resolve resolve -> {}
      case Link link -> {}
      case Laid laid -> {}
      case Unrecognized unrecognized -> {}
    }
    return texts;
  }

  /** Under what name a report came, always as that of a reader, which proves nothing. */
  static String reader(Messages t, Report report) {
    String by = report.signature().by();
    return by.equals(Report.NAMELESS) ? t.of("reader.nameless") : t.of("reader.named", by);
  }

  private static void report(List<Text> texts, Messages t, Report report) {
    String about = t.of("flaw." + report.complaint().flaw().code());
    String words = report.complaint().words();
    texts.add(new Text(t.of("text.report"), words.isEmpty() ? about : about + "\n" + words, true));
    if (!report.quotation().exact().isEmpty()) {
      texts.add(new Text(t.of("text.quote"), report.quotation().exact(), true));
    }
  }

  private static void add(List<Text> texts, String label, Snapshot snapshot) {
    String text = snapshot.text();
    if (text != null && !text.isEmpty()) {
      texts.add(new Text(label, text, false));
    }
  }
}
