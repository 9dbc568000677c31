package no.speil.web.section;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import no.speil.corpus.Role;
import no.speil.corpus.SectionId;
import no.speil.messages.CheckTexts;
import no.speil.messages.Messages;
import no.speil.record.CheckEvent;
import no.speil.record.ClaimEvent;
import no.speil.record.CommentEvent;
import no.speil.record.CommentResolveEvent;
import no.speil.record.ConfirmEvent;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.record.LayoutEvent;
import no.speil.record.MarkEvent;
import no.speil.record.OmitEvent;
import no.speil.record.RenameEvent;
import no.speil.record.ReportEvent;
import no.speil.record.ReportResolveEvent;
import no.speil.record.ResolveEvent;
import no.speil.record.ReviseEvent;
import no.speil.record.StatusEvent;
import no.speil.record.SuggestEvent;
import no.speil.record.TextSnapshot;
import no.speil.record.UnknownEvent;
import no.speil.record.WordingEvent;
import no.speil.status.grading.Change;
import no.speil.status.grading.DiffPart;
import no.speil.web.http.QueryParams;
import no.speil.web.page.Paging;
import no.speil.web.page.SiteUrls;
import no.speil.web.section.HistoryWindow.Limits;

/** Writes a section's history in a language, the latest event first. */
public final class HistoryLines {
  public static final String BEFORE = "before";

  private HistoryLines() {}

  /**
   * A page of the history.
   *
   * @param mayWrite whether its texts can be saved again
   */
  public static History of(
      Messages t, SectionId id, List<Event> history, Context context, boolean mayWrite) {
    String page = SiteUrls.history(id);
    String edit = mayWrite ? SiteUrls.edit(id) : "";
    int only = QueryParams.number(context, "event", -1, 0, Integer.MAX_VALUE);
    if (only >= 0) {
      var one = HistoryWindow.only(history, only);
      return new History(one, Integer.MAX_VALUE, page, edit, Paging.NONE);
    }
    int before = QueryParams.number(context, "before", history.size(), 0, history.size());
    var window = HistoryWindow.before(history, before, Limits.PAGE);
    return new History(window, Limits.PAGE.text(), page, edit, paging(t, window, history, page));
  }

  /** How an event changed the translation, as far as the record holds both texts. */
  public static List<DiffPart> diff(Event event) {
    if (!(event instanceof EditEvent edit)) {
      return List.of();
    }
    String before = edit.before().text();
    String after = edit.after().text();
    return before == null || after == null || before.isEmpty()
        ? List.of()
        : DiffExcerpt.of(Change.diff(before, after));
  }

  private static Paging paging(
      Messages t, HistoryWindow<Event> window, List<Event> history, String page) {
    int later = window.endOfLater(history, Limits.PAGE);
    String previous = later == window.total() ? page : page + "?before=" + later;
    return Paging.turning(
        t.of("history.stretch", window.from() + 1, window.end(), window.total()),
        window.end() == window.total() ? "" : previous,
        window.from() == 0 ? "" : page + "?before=" + window.from());
  }

  public static String what(Messages t, Event event) {
    return what(t, event, event.by());
  }

  /** The message that says how many sections something was done to. */
  public static String counted(Event event) {
    return "done." + code(event);
  }

  private static String code(Event event) {
    return switch (event) {
      case MarkEvent mark -> "mark." + mark.state().code();
      case ConfirmEvent confirm -> confirm.isWithoutOriginal() ? "keep" : "confirm";
      case EditEvent edit -> "edit";
      case SuggestEvent suggest -> "suggest";
      case ResolveEvent resolve -> resolve.outcome().code();
      case ReportEvent report -> "report";
      case ReportResolveEvent settled -> "settle";
      case CommentEvent comment -> "comment";
      case CommentResolveEvent answered -> answered.isResolved() ? "resolve" : "resolve-not";
      case CheckEvent check -> check.verdict().isDismissal() ? "check" : "check-not";
      case OmitEvent omit -> omit.omitted() ? "omit" : "omit-not";
      case ClaimEvent claim -> claim.until() == null ? "claim-not" : "claim";
      case LayoutEvent layout ->
          switch (layout.cause()) {
            case FILES -> "returned";
            case REALIGNMENT -> "again";
            case CORRECTION -> "link";
          };
      case WordingEvent wording -> "unrecognized";
      case ReviseEvent revised -> "revise";
      case RenameEvent rename -> "rename";
      case UnknownEvent unknown -> "unrecognized";
    };
  }

  /** What has become of the work in a document, without who did it. */
  public static String renamed(Messages t, RenameEvent rename) {
    String key =
        rename.isOf(rename.document(), rename.document())
            ? "done.leave"
            : rename.isSaid() ? "done.give" : "done.rename";
    return t.of(key, rename.formerly().value(), rename.document().value());
  }

  /** Who did it; a reader is called one. */
  public static String person(Messages t, Event event) {
    return event instanceof ReportEvent report ? reader(t, report) : event.by();
  }

  /** What was done, by whom, and in which role where people have accounts. */
  public static String signed(Messages t, Event event) {
    Role role = event.signature().role();
    String by = event.by();
    return role == null
        ? what(t, event)
        : what(
            t, event, t.of("history.by", by, t.of("role." + role.code()).toLowerCase(Locale.ROOT)));
  }

  private static String what(Messages t, Event event, String by) {
    String key = "event." + code(event);
    return switch (event) {
      case EditEvent edit -> edited(t, edit, by);
      case MarkEvent mark -> t.of("event.mark", by, t.of("state." + mark.state().code()));
      case ReportEvent report -> t.of(key, reader(t, report));
      case ReportResolveEvent settled -> t.of("event.report." + settled.verdict().code(), by);
      case CheckEvent check -> t.of(key, by, CheckTexts.finding(t, check.verdict()));
      case ClaimEvent claim ->
          claim.until() == null ? t.of(key, by) : t.of(key, by, t.day(claim.until()));
      case WordingEvent wording -> t.of("event.wording");
      case RenameEvent rename -> by + " " + renamed(t, rename);
      case UnknownEvent unknown -> t.of(key, by, unknown.kind());
      default -> t.of(key, by);
    };
  }

  private static String edited(Messages t, EditEvent edit, String by) {
    if (!edit.isMove()) {
      return t.of("event.edit", by);
    }
    return t.of(edit.after().isEmpty() ? "event.move.to" : "event.move.from", by, edit.other());
  }

  /**
   * The texts of an event, as far as the record holds them.
   *
   * @param edit page where they can be saved again; empty for users who may not write
   */
  public static List<Text> texts(Messages t, Event event, String edit) {
    List<Text> texts =
        switch (event) {
          case EditEvent saved ->
              List.of(
                  english(
                      t,
                      "text.before",
                      saved.before(),
                      edit.isEmpty() ? "" : edit + "&text=" + BEFORE),
                  english(t, "text.after", saved.after(), edit));
          case StatusEvent status ->
              List.of(
                  new Text(t.of("text.original"), text(status.original()), "no", false, ""),
                  english(t, "text.translation", status.translation(), edit));
          case SuggestEvent suggest ->
              List.of(
                  new Text(t.of("text.suggestion"), suggest.text(), "en", true, edit),
                  new Text(t.of("text.reason"), suggest.reason().code(), "", false, ""));
          case CommentEvent comment -> List.of(said(t, "text.comment", comment.text()));
          case ReportEvent report -> {
            String about = t.of("category." + report.reportContent().reportCategory().code());
            String words = report.reportContent().words();
            yield List.of(
                said(t, "text.report", words.isEmpty() ? about : about + "\n" + words),
                said(t, "text.quote", report.textQuote().exact()));
          }
          case CheckEvent check ->
              List.of(
                  said(t, "text.reason", Objects.requireNonNullElse(check.verdict().reason(), "")));
          default -> List.of();
        };
    return texts.stream().filter(text -> !text.text().isEmpty()).toList();
  }

  private static Text said(Messages t, String key, String text) {
    return new Text(t.of(key), text, "", true, "");
  }

  private static Text english(Messages t, String key, TextSnapshot english, String use) {
    return new Text(t.of(key), text(english), "en", false, use);
  }

  /** Empty where the record does not hold it. */
  private static String text(TextSnapshot snapshot) {
    return Objects.requireNonNullElse(snapshot.text(), "");
  }

  /** The name on a report, marked as a reader's, since anybody can give any name. */
  static String reader(Messages t, ReportEvent report) {
    String by = report.by();
    return by.equals(ReportEvent.ANONYMOUS) ? t.of("reader.nameless") : t.of("reader.named", by);
  }

  /** The translation that an event left, or found if the text is {@link #BEFORE} it; or empty. */
  public static String translation(Event event, String which) {
    return switch (event) {
      case EditEvent edit -> text(which.equals(BEFORE) ? edit.before() : edit.after());
      case StatusEvent status -> text(status.translation());
      case SuggestEvent suggest -> suggest.text();
      default -> "";
    };
  }

  /**
   * A stretch of the history.
   *
   * @param longest how much of a text is shown
   * @param page that shows the history
   * @param edit page where its texts can be saved again; empty for users who may not write
   */
  public record History(
      HistoryWindow<Event> window, int longest, String page, String edit, Paging paging) {}

  /**
   * A text of an event.
   *
   * @param lang {@code no} for an original, {@code en} for a translation; else empty
   * @param open whether it is shown at once
   * @param use address of the page where it can be saved again; empty if it is no translation, or
   *     for users who may not write
   */
  public record Text(String label, String text, String lang, boolean open, String use) {}
}
