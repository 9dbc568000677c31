package no.speil.web.section;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.Alignment;
import no.speil.corpus.Freshness;
import no.speil.corpus.Role;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.Library;
import no.speil.library.actions.Actor;
import no.speil.library.documents.DocumentChecks;
import no.speil.library.documents.DocumentParts;
import no.speil.library.documents.FailedCheck;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.record.CommentEvent;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.ReportEvent;
import no.speil.record.SuggestEvent;
import no.speil.status.SectionStatus;
import no.speil.status.StateReason;
import no.speil.status.TrackedSection;
import no.speil.web.page.ShortText;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.section.HistoryWindow.Limits;
import org.jspecify.annotations.Nullable;

/** Prepares the notes beside sections: status, remarks, reports and actions. */
final class SectionNotes {
  private final Messages t;
  private final ReadingPosition reading;
  private final LiveDocument document;
  private final Writer writer;
  private final ClaimLines claims;
  private final DocumentChecks checks;
  private final OverallState overall;

  SectionNotes(Messages t, ReadingPosition reading, LiveDocument document, Writer writer) {
    this.t = t;
    this.reading = reading;
    this.document = document;
    this.writer = writer;
    this.claims = new ClaimLines(t, writer.library().claims(), document, writer.actor());
    this.checks = writer.library().documents().checks().in(document);
    this.overall = new OverallState(document);
  }

  /**
   * The user.
   *
   * @param actor as one who writes; null if they may not
   * @param reports whether users who may not write may report errors
   */
  record Writer(@Nullable Actor actor, Library library, boolean reports) {
    boolean mayWrite() {
      return actor != null;
    }

    boolean may(Role needed) {
      return actor != null && actor.may(needed);
    }

    /** Whether the user may omit a section that has a translation. */
    boolean mayMark(TrackedSection tracked, State state) {
      return actor != null
          && (state != State.REVIEWED || library.marks().mayReview(tracked, actor));
    }
  }

  SectionNote of(TrackedSection tracked) {
    SectionStatus sectionStatus = tracked.sectionStatus();
    return new SectionNote(
        StatusBadge.of(t, sectionStatus),
        mark(tracked),
        facts(tracked),
        ChangeLines.of(t, TaggedText.lang(document.original()), tracked).excerpt(),
        remarks(tracked),
        waiting(tracked),
        reporting(tracked),
        claims.at(tracked.section()),
        actions(tracked));
  }

  private SectionNote.Mark mark(TrackedSection tracked) {
    SectionMark kind = kind(tracked);
    return switch (kind) {
      case NONE -> new SectionNote.Mark(kind, "", "");
      case STATE ->
          new SectionNote.Mark(kind, t.of("state." + tracked.sectionStatus().state().code()), "");
      case CHANGED -> new SectionNote.Mark(kind, t.of("mark.changed"), ""); // its change says how
      default ->
          new SectionNote.Mark(
              kind, t.of("mark." + kind.code()), t.of("mark." + kind.code() + ".about"));
    };
  }

  /** Who writes sees what is done, too; for others a lower state is worth a word. */
  private SectionMark kind(TrackedSection tracked) {
    SectionMark kind = overall.mark(tracked);
    boolean done =
        !tracked.section().translation().isEmpty()
            && tracked.sectionStatus().state() != overall.state();
    return kind == SectionMark.NONE && done && writer.mayWrite() ? SectionMark.STATE : kind;
  }

  private SectionNote.Waiting waiting(TrackedSection tracked) {
    if (!writer.mayWrite()) {
      return SectionNote.Waiting.NOTHING;
    }
    List<FailedCheck> failed = checks.open(tracked);
    var marks = new ArrayList<String>();
    mark("waiting.suggestions", tracked.openSuggestions().size(), marks);
    mark("waiting.comments", tracked.openComments().size(), marks);
    mark("waiting.checks", failed.size(), marks);
    return new SectionNote.Waiting(marks, failed);
  }

  private void mark(String key, int count, List<String> marks) {
    if (count > 0) {
      marks.add(t.of(key, count));
    }
  }

  private SectionNote.Reporting reporting(TrackedSection tracked) {
    String href =
        writer.mayWrite() || writer.reports()
            ? SiteUrls.report(tracked.section().id(), tracked.version())
            : "";
    return new SectionNote.Reporting(
        href, writer.may(Role.REVIEWER) ? ReportLine.pending(t, document, tracked) : List.of());
  }

  private List<String> facts(TrackedSection tracked) {
    var facts = new ArrayList<String>();
    SectionStatus sectionStatus = tracked.sectionStatus();
    reason(sectionStatus.reason(), facts);
    @Nullable EventSignature vouched = sectionStatus.attribution().vouched();
    @Nullable EventSignature translated = sectionStatus.attribution().translated();
    if (vouched != null) {
      facts.add(t.of("credit.vouched", vouched.by(), t.day(vouched.at())));
    }
    if (translated != null && !translated.equals(vouched)) {
      facts.add(t.of("credit.translated", translated.by(), t.day(translated.at())));
    }
    alignment(tracked.section(), facts);
    return facts;
  }

  private void reason(StateReason reason, List<String> facts) {
    switch (reason) {
      case StateReason.NeverTranslated never -> {} // the mark says so
      case StateReason.TranslationRemoved removed ->
          facts.add(t.of("reason.translation-removed", name(removed.marked())));
      case StateReason.LeftOut out ->
          facts.add(t.of("reason.left-out", out.by().by(), day(out.by())));
      case StateReason.LeftOutBefore out ->
          facts.add(t.of("reason.left-out-before", out.by().by(), day(out.by())));
      case StateReason.NeverMarked never -> facts.add(t.of("reason.never-marked"));
      case StateReason.AsMarked asMarked -> {} // the credit says who and when
      case StateReason.EditedBy edited ->
          facts.add(
              t.of(
                  "reason.edited-by",
                  name(edited.marked()),
                  edited.editor().by(),
                  t.day(edited.editor().at())));
      case StateReason.EditedOutside outside ->
          facts.add(t.of("reason.edited-outside", name(outside.marked())));
    }
  }

  private void alignment(Section section, List<String> facts) {
    Alignment alignment = section.alignment();
    if (section.original().isEmpty() || section.translation().isEmpty()) {
      return;
    }
    if (alignment.method() == Alignment.Method.CONFIRMED) {
      facts.add(t.of("alignment.confirmed"));
    } else if (section.isDoubtful()) {
      facts.add(t.of("alignment.low", alignment.confidence()));
    }
  }

  private SectionNote.Remarks remarks(TrackedSection tracked) {
    List<Event> remarks = tracked.history().stream().filter(SectionNotes::isRemark).toList();
    var latest = HistoryWindow.latest(remarks, Limits.NOTE);
    var open = new ArrayList<Event>(tracked.openComments());
    open.addAll(tracked.openSuggestions());
    return new SectionNote.Remarks(
        latest.from() == 0 ? "" : t.of("remark.earlier", latest.from()),
        latest.events().stream()
            .flatMap(event -> remark(tracked.section().id(), event, open.contains(event)).stream())
            .toList());
  }

  private static boolean isRemark(Event event) {
    return event instanceof CommentEvent
        || event instanceof SuggestEvent
        || event instanceof ReportEvent;
  }

  private List<SectionNote.Remark> remark(SectionId id, Event event, boolean isOpen) {
    String at = t.day(event.signature().at());
    String by = event.signature().by();
    return switch (event) {
      case CommentEvent comment ->
          List.of(
              new SectionNote.Remark(
                  t.of(isOpen ? "remark.comment" : "remark.comment.resolved", by, at),
                  cut(comment.text()),
                  answer(isOpen ? "resolve" : "open", SiteUrls.comment(id, comment))));
      case SuggestEvent suggest ->
          List.of(
              new SectionNote.Remark(
                  t.of("remark.suggestion", by, at),
                  cut(suggest.text()),
                  isOpen
                      ? answer("decide", SiteUrls.section(id) + "/edit#suggestions")
                      : SectionNote.Answer.NONE));
      case ReportEvent report ->
          List.of(
              new SectionNote.Remark(
                  t.of("remark.report", HistoryLines.reader(t, report), at),
                  told(report),
                  SectionNote.Answer.NONE));
      default -> List.of();
    };
  }

  private SectionNote.Answer answer(String action, String href) {
    return writer.mayWrite() ? new SectionNote.Answer(action, href) : SectionNote.Answer.NONE;
  }

  private static String cut(String text) {
    return ShortText.of(text, Limits.NOTE.text());
  }

  private String told(ReportEvent report) {
    String quoted = report.textQuote().exact();
    return Stream.of(
            t.of("flaw." + report.reportContent().reportCategory().code()),
            report.reportContent().words(),
            quoted.isEmpty() ? "" : "«" + quoted + "»")
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private SectionNote.Actions actions(TrackedSection tracked) {
    Section section = tracked.section();
    boolean marks = writer.mayWrite() && !section.translation().isEmpty();
    State state = tracked.sectionStatus().state();
    List<String> states =
        List.of(State.DRAFT, State.TRANSLATED, State.REVIEWED).stream()
            .filter(other -> marks && other != state && writer.mayMark(tracked, other))
            .map(State::code)
            .toList();
    return new SectionNote.Actions(
        section.id().value(),
        reading.view().code(),
        writer.mayWrite() ? tracked.version().toString() : "",
        states,
        marks
                && state != State.REVIEWED
                && writer.may(Role.REVIEWER)
                && !writer.mayMark(tracked, State.REVIEWED)
            ? t.of("mark.reviewed.own")
            : "",
        marks && tracked.sectionStatus().freshness() == Freshness.STALE,
        writer.may(Role.KEEPER) && DocumentParts.level(section) > 0
            ? SiteUrls.bulkMark(reading.document(), section.id())
            : "",
        writer.mayWrite() ? SiteUrls.align(reading.document(), section.id()) : "",
        omission(tracked));
  }

  /** The value of the omission button: {@code true}, {@code false}, or empty for no button. */
  private String omission(TrackedSection tracked) {
    boolean can = writer.mayWrite() && tracked.section().translation().isEmpty();
    return can ? String.valueOf(!tracked.sectionStatus().isLeftOut()) : "";
  }

  private String day(EventSignature signature) {
    return t.day(signature.at());
  }

  private String name(State state) {
    return t.of("state." + state.code());
  }
}
