package no.speil.web.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.Alignment;
import no.speil.corpus.Freshness;
import no.speil.corpus.Section;
import no.speil.corpus.State;
import no.speil.library.Library;
import no.speil.library.LiveDocument;
import no.speil.tracking.Change;
import no.speil.tracking.Comment;
import no.speil.tracking.Event;
import no.speil.tracking.Reason;
import no.speil.tracking.Report;
import no.speil.tracking.Signature;
import no.speil.tracking.Standing;
import no.speil.tracking.Suggest;
import no.speil.tracking.TrackedSection;
import no.speil.web.answer.Addresses;
import no.speil.web.answer.Moods;
import no.speil.web.answer.Wordings;
import no.speil.web.view.Messages;
import no.speil.web.view.Note;
import org.jspecify.annotations.Nullable;

/** Says what is known of a section, and offers what can be done with it. */
final class Notes {
  private final Messages t;
  private final Reading reading;
  private final LiveDocument document;
  private final Writer writer;

  Notes(Messages t, Reading reading, LiveDocument document, Writer writer) {
    this.t = t;
    this.reading = reading;
    this.document = document;
    this.writer = writer;
  }

  /**
   * Who looks at the page.
   *
   * @param name under which they write; empty for who may not
   * @param reports whether they may report errors though they may not write
   */
  record Writer(String name, Library library, boolean reports) {
    boolean mayWrite() {
      return !name.isEmpty();
    }

    /** Whether they may say that of a section that has a translation. */
    boolean mayMark(TrackedSection tracked, State state) {
      return state != State.REVIEWED || library.mayReview(tracked, name);
    }
  }

  Note of(TrackedSection tracked) {
    Standing standing = tracked.standing();
    return new Note(
        Moods.of(t, standing),
        facts(tracked),
        change(standing.change()),
        tracked.history().stream().flatMap(event -> remark(event).stream()).toList(),
        reporting(tracked),
        deeds(tracked));
  }

  private Note.Reporting reporting(TrackedSection tracked) {
    String href =
        writer.mayWrite() || writer.reports()
            ? Addresses.reporting(tracked.section().id(), tracked.version())
            : "";
    return new Note.Reporting(
        href, writer.mayWrite() ? new ReportLines(t, document).pending(tracked) : List.of());
  }

  private List<String> facts(TrackedSection tracked) {
    var facts = new ArrayList<String>();
    Standing standing = tracked.standing();
    reason(standing.reason(), facts);
    @Nullable Signature vouched = standing.credit().vouched();
    @Nullable Signature translated = standing.credit().translated();
    if (vouched != null) {
      facts.add(t.of("credit.vouched", vouched.by(), t.day(vouched.at())));
    }
    if (translated != null && !translated.equals(vouched)) {
      facts.add(t.of("credit.translated", translated.by(), t.day(translated.at())));
    }
    alignment(tracked.section(), facts);
    return facts;
  }

  private void reason(Reason reason, List<String> facts) {
    switch (reason) {
      case Reason.NeverTranslated never -> facts.add(t.of("reason.never-translated"));
      case Reason.TranslationRemoved removed ->
          facts.add(t.of("reason.translation-removed", name(removed.marked())));
      case Reason.LeftOut out -> facts.add(t.of("reason.left-out", out.by().by(), day(out.by())));
      case Reason.LeftOutBefore out ->
          facts.add(t.of("reason.left-out-before", out.by().by(), day(out.by())));
      case Reason.NeverMarked never -> facts.add(t.of("reason.never-marked"));
      case Reason.AsMarked asMarked -> {} // the credit says who and when
      case Reason.EditedBy edited ->
          facts.add(
              t.of(
                  "reason.edited-by",
                  name(edited.marked()),
                  edited.editor().by(),
                  t.day(edited.editor().at())));
      case Reason.EditedOutside outside ->
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

  private Note.Change change(@Nullable Change change) {
    if (change == null) {
      return Note.Change.NONE;
    }
    String words =
        t.of(change.olderTextIsKnown() ? "change." + change.grade().code() : "change.unknown");
    List<Note.Part> diff =
        change.diff().stream().map(part -> new Note.Part(part.op().code(), part.text())).toList();
    return new Note.Change(words, Wordings.lang(document.original()), diff);
  }

  private List<Note.Remark> remark(Event event) {
    String at = t.day(event.signature().at());
    String by = event.signature().by();
    return switch (event) {
      case Comment comment ->
          List.of(new Note.Remark(t.of("remark.comment", by, at), comment.text()));
      case Suggest suggest ->
          List.of(new Note.Remark(t.of("remark.suggestion", by, at), suggest.text()));
      case Report report ->
          List.of(
              new Note.Remark(t.of("remark.report", Deeds.reader(t, report), at), told(report)));
      default -> List.of();
    };
  }

  private String told(Report report) {
    String quoted = report.quotation().exact();
    return Stream.of(
            t.of("flaw." + report.complaint().flaw().code()),
            report.complaint().words(),
            quoted.isEmpty() ? "" : "«" + quoted + "»")
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private Note.Deeds deeds(TrackedSection tracked) {
    Section section = tracked.section();
    boolean marks = writer.mayWrite() && !section.translation().isEmpty();
    State state = tracked.standing().state();
    List<String> states =
        List.of(State.DRAFT, State.TRANSLATED, State.REVIEWED).stream()
            .filter(other -> marks && other != state && writer.mayMark(tracked, other))
            .map(State::code)
            .toList();
    return new Note.Deeds(
        section.id().value(),
        reading.view().code(),
        writer.mayWrite() ? tracked.version().toString() : "",
        states,
        marks && tracked.standing().freshness() == Freshness.STALE,
        writer.mayWrite() && Part.level(section) > 0
            ? Addresses.marking(reading.document(), section.id())
            : "",
        writer.mayWrite() ? Addresses.aligning(reading.document(), section.id()) : "",
        omission(tracked));
  }

  /** What can be said of leaving it out: {@code true}, {@code false}, or nothing. */
  private String omission(TrackedSection tracked) {
    boolean can = writer.mayWrite() && tracked.section().translation().isEmpty();
    return can ? String.valueOf(!tracked.standing().isLeftOut()) : "";
  }

  private String day(Signature signature) {
    return t.day(signature.at());
  }

  private String name(State state) {
    return t.of("state." + state.code());
  }
}
