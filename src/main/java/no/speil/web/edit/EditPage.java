package no.speil.web.edit;

import static no.speil.web.http.RequestException.required;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import no.speil.corpus.Freshness;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.library.actions.Actor;
import no.speil.library.aids.Insertion;
import no.speil.library.aids.TermSuggestion;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.CheckTexts;
import no.speil.messages.Messages;
import no.speil.qa.QaWarning;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.SuggestEvent;
import no.speil.status.TrackedSection;
import no.speil.web.http.PathParams;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException.NotFound;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.queue.QueuePositions;
import no.speil.web.section.ClaimLines;
import no.speil.web.section.HeadingLevels;
import no.speil.web.section.HistoryLines;
import no.speil.web.section.ReadingPosition;
import no.speil.web.section.SectionInDocument;
import no.speil.web.section.SectionNote;
import no.speil.web.section.SectionRow;
import no.speil.web.section.SectionRows;
import no.speil.web.section.ViewMode;
import org.jspecify.annotations.Nullable;

/**
 * The page where a section's translation is written, beside its original and suggestions; and
 * checks of a text while it is typed, which write nothing.
 */
public final class EditPage {
  /** Below the heading that says which side it is. */
  private static final int LEVEL = 3;

  /** Sections that are shown above the one that is written. */
  private static final int BEFORE = 1;

  /** Sections that are shown below it. */
  private static final int AFTER = 2;

  private final SiteContext site;

  public EditPage(SiteContext site) {
    this.site = site;
  }

  /** Leads to the first section of a document that needs work. */
  public void begin(Context context) {
    LiveDocument document = site.document(PathParams.document(context));
    TrackedSection first =
        document.sections().stream()
            .filter(EditPage::needsWork)
            .findFirst()
            .orElse(document.sections().getFirst());
    Redirects.other(context, SiteUrls.edit(first.section().id()));
  }

  public void show(Context context) {
    TrackedSection section = site.library().ids().section(PathParams.section(context));
    String next = Redirects.onward(QueryParams.text(context, "next"));
    EditDraft draft = EditDraft.of(section, next);
    if (QueryParams.text(context, "insert").equals("original")) {
      show(context, section, inserted(section, draft), EditExtras.NONE);
    } else if (context.queryParam("draft") != null) {
      showMachineDraft(context, section, draft);
    } else if (context.queryParam("event") != null) {
      showEarlier(context, section, draft);
    } else {
      show(context, section, draft, EditExtras.saved(context));
    }
  }

  /** Shows the page with a machine's draft in the box; without it where it is gone. */
  private void showMachineDraft(Context context, TrackedSection section, EditDraft draft) {
    Optional<SuggestEvent> written =
        section.openSuggestions().stream()
            .filter(SuggestEvent::isByMachine)
            .filter(each -> each.id().equals(QueryParams.text(context, "draft")))
            .findFirst();
    show(
        context,
        section,
        written.map(draft::of).orElse(draft),
        written
            .map(each -> EditExtras.earlier(site.messages(context).of("edit.draft")))
            .orElse(EditExtras.NONE));
  }

  /** Shows the page with a text of the history in the box, to be saved on the section of today. */
  private void showEarlier(Context context, TrackedSection section, EditDraft draft) {
    int number = QueryParams.number(context, "event", -1, 0, Integer.MAX_VALUE);
    if (number < 0 || number >= section.history().size()) {
      throw new NotFound("The section has no such event.");
    }
    Event event = section.history().get(number);
    String text = HistoryLines.translation(event, QueryParams.text(context, "text"));
    if (text.isEmpty()) {
      throw new NotFound("The event has no such text.");
    }
    Messages t = site.messages(context);
    String whose = t.of("edit.earlier", event.signature().by(), t.minute(event.signature().at()));
    show(context, section, draft.saying(text), EditExtras.earlier(whose));
  }

  /** Shows the page with a text in the box, whatever the file holds. */
  void show(Context context, TrackedSection section, EditDraft draft, EditExtras extras) {
    Messages t = site.messages(context);
    SectionId id = section.section().id();
    LiveDocument document = site.document(site.library().ids().documentOf(id));
    var place =
        new SectionInDocument(document, section, ReadingPosition.at(document, id, ViewMode.SIDE));
    Actor writer = site.access().writer(context);
    int position = document.number(id);
    List<TrackedSection> all = document.sections();
    int from = Math.max(0, position - BEFORE);
    List<TrackedSection> shown = all.subList(from, Math.min(all.size(), position + AFTER + 1));
    List<SectionRow> rows = SectionRows.of(site, t, document, place.reading(), shown, writer);
    int here = position - from;
    SectionRow row = rows.get(here);
    var view =
        new EditView(
            site.shell(context, "edit.title"),
            place,
            draft,
            extras,
            neighbours(rows.subList(0, here)),
            withInsertedWords(row, section),
            neighbours(rows.subList(here + 1, rows.size())),
            changed(t, section, row.note().change(), writer.name()),
            new QueuePositions(site.library(), writer)
                .of(draft.next(), id)
                .orElse(QueuePositions.Place.NONE),
            new ClaimLines(t, site.library().claims(), document, writer).over(id),
            new WritingAids(site, t, place, draft.text()),
            site.clock().instant());
    site.show(context, "edit/edit", view);
  }

  private static SectionRow withInsertedWords(SectionRow row, TrackedSection section) {
    InsertedWords inserted = InsertedWords.of(section.sectionStatus().change());
    return HeadingLevels.relevel(
        row.with((side, html) -> side == Side.ORIGINAL ? inserted.mark(html) : html), LEVEL);
  }

  private static List<SectionRow> neighbours(List<SectionRow> rows) {
    return rows.stream().map(row -> HeadingLevels.relevel(row, LEVEL - 1)).toList();
  }

  private static SectionNote.Change changed(
      Messages t, TrackedSection section, SectionNote.Change change, String writer) {
    EventSignature vouched = section.sectionStatus().attribution().vouched();
    if (change.words().isEmpty() || change.diff().isEmpty() || vouched == null) {
      return change;
    }
    String since =
        vouched.by().equals(writer)
            ? t.of("edit.since.own", t.day(vouched.at()))
            : t.of("edit.since", vouched.by(), t.day(vouched.at()));
    boolean isShort = !change.swap().isEmpty(); // which the first line then says in full
    return new SectionNote.Change(
        t.of("edit.what-changed"),
        change.lang(),
        change.swap(),
        isShort ? List.of() : change.diff(),
        isShort ? "" : change.about(),
        since);
  }

  /** The draft; the original's Markdown if it is blank. */
  static EditDraft inserted(TrackedSection section, EditDraft draft) {
    return draft.text().isBlank() ? draft.saying(section.markdown(Side.ORIGINAL)) : draft;
  }

  /** Edit page of the section {@code step} further on; empty if there is none. */
  static String neighbour(LiveDocument document, SectionId id, int step) {
    List<TrackedSection> all = document.sections();
    int position = document.number(id) + step;
    return position < 0 || position >= all.size()
        ? ""
        : SiteUrls.edit(all.get(position).section().id());
  }

  private static boolean needsWork(TrackedSection section) {
    return !section.sectionStatus().state().isDone()
        || section.sectionStatus().freshness() == Freshness.STALE;
  }

  /** Answers with warnings in the language of the request, and a preview. */
  public void check(Context context) throws IOException {
    SectionId id = PathParams.section(context);
    TextBody body = site.json().read(context, TextBody.class);
    String markdown = required(body.markdown(), "Give the text as \"markdown\".");
    Messages t = site.messages(context);
    var aids = new WritingAids(site, t, SectionInDocument.of(site, id), markdown);
    var json =
        new ChecksJson(
            aids.warnings().stream().map(each -> WarningJson.of(t, each)).toList(),
            t.of("check.title", aids.warnings().size()),
            aids.agreement(),
            aids.insertions().stream().map(each -> InsertionJson.of(aids, each)).toList(),
            aids.words(),
            aids.preview(),
            aids.saved(),
            aids.savedAs());
    site.answer(context, json);
  }

  /** Body of the request. */
  record TextBody(@Nullable String markdown) {}

  /**
   * Warnings, what agrees, what of the original can be inserted, expected words, a preview as safe
   * HTML, and the text that would be saved.
   */
  record ChecksJson(
      List<WarningJson> checks,
      String summary,
      String agreement,
      List<InsertionJson> insertions,
      List<TermSuggestion> words,
      String preview,
      String saved,
      String savedAs) {}

  /** A warning of a check. */
  record WarningJson(String kind, List<String> words, String message) {
    static WarningJson of(Messages t, QaWarning warning) {
      return new WarningJson(
          warning.check().code(), warning.words(), CheckTexts.message(t, warning));
    }
  }

  /**
   * Something that can be inserted where the cursor is.
   *
   * @param note what it is about; may be empty
   */
  record InsertionJson(
      String kind, String before, String words, String after, String note, boolean missing) {
    static InsertionJson of(WritingAids aids, Insertion insertion) {
      return new InsertionJson(
          insertion.kind().code(),
          insertion.before(),
          insertion.words(),
          insertion.after(),
          aids.note(insertion),
          insertion.missing());
    }
  }
}
