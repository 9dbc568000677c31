package no.speil.web.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.library.actions.Actor;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.record.CommentEvent;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.ReportEvent;
import no.speil.record.SuggestEvent;
import no.speil.record.TrackedReport;
import no.speil.search.Waiting;
import no.speil.status.Replacement;
import no.speil.status.TrackedSection;
import no.speil.status.grading.Change;
import no.speil.web.page.ShortText;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.section.ChangeLines;
import no.speil.web.section.DiffExcerpt;
import no.speil.web.section.HistoryLines;
import no.speil.web.section.HistoryWindow;
import no.speil.web.section.ReportLine;
import no.speil.web.section.SectionInDocument;
import no.speil.web.section.SuggestionReason;

/** Prepares what waits for somebody: each thing with its difference and its answers. */
final class InboxLines {
  private final Messages t;
  private final Instant now;

  InboxLines(Messages t, Instant now) {
    this.t = t;
    this.now = now;
  }

  /** All that a section waits with for that reason. */
  List<InboxView.Item> of(Waiting.Kind kind, InboxItems.Item item, Actor person) {
    TrackedSection section = item.section();
    LiveDocument document = item.document();
    return switch (kind) {
      case SUGGESTION ->
          latest(section.openSuggestions()).stream()
              .map(each -> suggestion(document, section, each))
              .toList();
      case QUESTION ->
          latest(item.questions(person.name())).stream()
              .map(each -> question(document, section, each))
              .toList();
      case REPLACED ->
          Replacement.of(section).stream()
              .map(each -> replaced(document, section, each.edit()))
              .toList();
      case STALE ->
          Stream.ofNullable(section.sectionStatus().change())
              .map(change -> stale(document, section, change))
              .toList();
      case REPORT ->
          section.pendingReports().stream()
              .map(TrackedReport::report)
              .flatMap(each -> report(document, section, each).stream())
              .toList();
    };
  }

  private static <E extends Event> List<E> latest(List<E> events) {
    return HistoryWindow.latest(events, HistoryWindow.Limits.NOTE).events();
  }

  private InboxView.Item suggestion(
      LiveDocument document, TrackedSection section, SuggestEvent suggest) {
    return item(
        document,
        section,
        new InboxView.Content(
            by(suggest.signature(), SuggestionReason.of(t, suggest.reason())),
            "",
            "en",
            DiffExcerpt.of(Change.diff(section.markdown(Side.TRANSLATION), suggest.text())),
            "",
            ""),
        answers(
            section,
            "/suggestions/" + suggest.id(),
            new InboxView.Choice("accept", t.of("suggestion.accept")),
            new InboxView.Choice("dismiss", t.of("suggestion.dismiss"))));
  }

  private InboxView.Item question(
      LiveDocument document, TrackedSection section, CommentEvent comment) {
    SectionId id = section.section().id();
    return item(
        document,
        section,
        new InboxView.Content(
            by(comment.signature(), ""),
            "",
            "",
            List.of(),
            ShortText.of(comment.text(), HistoryWindow.Limits.NOTE.text()),
            ""),
        new InboxView.Answers(
            SiteUrls.comment(id, comment),
            "",
            List.of(new InboxView.Choice("resolve", t.of("comment.resolve"))),
            new InboxView.Reply("/s/" + id + "/comments", "@" + comment.signature().by() + ": ")));
  }

  private InboxView.Item replaced(LiveDocument document, TrackedSection section, EditEvent edit) {
    return item(
        document,
        section,
        new InboxView.Content(by(edit.signature(), ""), "", "en", HistoryLines.diff(edit), "", ""),
        answers(section, "/confirm", new InboxView.Choice("confirm", t.of("mark.confirm"))));
  }

  private InboxView.Item stale(LiveDocument document, TrackedSection section, Change change) {
    boolean isKnown = change.olderTextIsKnown();
    Instant revised = section.revised();
    return item(
        document,
        section,
        new InboxView.Content(
            ShortText.joined(
                revised == null ? "" : t.lately(revised, now),
                isKnown ? ChangeLines.shortly(t, change) : t.of("change.unknown")),
            "",
            TaggedText.lang(document.original()),
            isKnown ? DiffExcerpt.of(change.diff()) : List.of(),
            "",
            ""),
        answers(section, "/confirm", new InboxView.Choice("confirm", t.of("mark.confirm"))));
  }

  private Optional<InboxView.Item> report(
      LiveDocument document, TrackedSection section, ReportEvent report) {
    return ReportLine.one(t, document, section, report.id())
        .map(line -> report(document, section, report, line));
  }

  private InboxView.Item report(
      LiveDocument document, TrackedSection section, ReportEvent report, ReportLine line) {
    return item(
        document,
        section,
        new InboxView.Content(
            ShortText.joined(
                HistoryLines.person(t, report), t.lately(report.signature().at(), now)),
            line.flaw(),
            line.lang(),
            List.of(),
            line.words(),
            line.quoted()),
        new InboxView.Answers(
            line.href(),
            "",
            line.choices().stream()
                .map(
                    verdict ->
                        new InboxView.Choice(verdict.code(), t.of("settle." + verdict.code())))
                .toList(),
            InboxView.Reply.NONE));
  }

  private InboxView.Item item(
      LiveDocument document,
      TrackedSection section,
      InboxView.Content content,
      InboxView.Answers answers) {
    SectionId id = section.section().id();
    var place = SectionInDocument.of(document, id);
    return new InboxView.Item(
        new InboxView.Place(
            place.title(t), document.number(id), place.href(), SiteUrls.edit(id, InboxPage.PATH)),
        content,
        answers);
  }

  private static InboxView.Answers answers(
      TrackedSection section, String action, InboxView.Choice... choices) {
    return new InboxView.Answers(
        "/s/" + section.section().id() + action,
        section.version().toString(),
        List.of(choices),
        InboxView.Reply.NONE);
  }

  private String by(EventSignature signature, String why) {
    return ShortText.joined(signature.by(), t.lately(signature.at(), now), why);
  }
}
