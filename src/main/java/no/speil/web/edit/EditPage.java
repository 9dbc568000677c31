package no.speil.web.edit;

import static no.speil.web.http.RequestException.required;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.exchange.convert.ConversionRefusedException;
import no.speil.exchange.convert.ConvertedText;
import no.speil.exchange.convert.HtmlConverter;
import no.speil.library.actions.Actor;
import no.speil.library.aids.Insertion;
import no.speil.library.aids.MemoryMatch;
import no.speil.library.aids.TermSuggestion;
import no.speil.library.aids.TranslationAids;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.LiveSection;
import no.speil.messages.CheckTexts;
import no.speil.messages.Messages;
import no.speil.qa.QaWarning;
import no.speil.record.Event;
import no.speil.record.SuggestEvent;
import no.speil.status.TrackedSection;
import no.speil.status.grading.DiffPart;
import no.speil.web.http.Json;
import no.speil.web.http.PathParams;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.http.RequestException.NotFound;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.queue.QueuePositions;
import no.speil.web.section.HistoryLines;
import no.speil.web.section.RemainingWork;
import org.jspecify.annotations.Nullable;

/**
 * The page where a text is translated, beside its original and what helps with the section that is
 * written; and checks of a text while it is typed, which write nothing.
 */
public final class EditPage {
  private final SiteContext site;

  public EditPage(SiteContext site) {
    this.site = site;
  }

  /** Shows a text at the section that is asked for, else at the first shown or that needs work. */
  public void show(Context context) {
    LiveDocument document = site.document(PathParams.document(context));
    String wanted = QueryParams.text(context, "s");
    Optional<TrackedSection> first =
        wanted.isEmpty() && !QueryParams.text(context, "show").isEmpty()
            ? new EditRows(site, context, document, null, "").first()
            : Optional.empty();
    TrackedSection section = first.orElseGet(() -> section(document, wanted));
    if (context.queryParam("rows") == null) {
      show(context, section);
      return;
    }
    var rows = new EditRows(site, context, document, null, "");
    site.show(context, "edit/rows", rows.around(section));
  }

  /** Leads to the section in its text; the script of that page gets what stands beside its box. */
  public void find(Context context) {
    SectionId id = PathParams.section(context);
    TrackedSection section = site.library().ids().section(id);
    if (context.queryParam("cell") != null) {
      site.show(context, "edit/cellMemory", cellMemory(context, section));
      return;
    }
    if (isPart(context)) {
      show(context, section);
      return;
    }
    String page = SiteUrls.editDocument(site.library().ids().documentOf(id)) + "?s=" + id;
    String query = Objects.requireNonNullElse(context.queryString(), "");
    Redirects.other(context, SiteUrls.with(page, query)); // a fragment would take the focus
  }

  private CellMemory cellMemory(Context context, TrackedSection section) {
    int number = QueryParams.number(context, "cell", Integer.MAX_VALUE, 0, Integer.MAX_VALUE);
    String lang = TaggedText.lang(site.section(section.id()).document().original());
    TranslationAids aids = site.library().aids();
    return CellGrid.place(section, number)
        .map(place -> aids.rememberedOfCell(section, place.original(), WritingAids.MOST_MEMORIES))
        .map(memories -> new CellMemory(site.messages(context), lang, memories))
        .orElseThrow(() -> new NotFound("The original has no such cell."));
  }

  /** What was made of cells like one of a table. */
  public record CellMemory(Messages t, String lang, List<MemoryMatch> memories) {}

  private static boolean isPart(Context context) {
    return context.queryParam("part") != null;
  }

  /**
   * @param wanted its id or its number; the first that needs work if it is neither
   */
  private static TrackedSection section(LiveDocument document, String wanted) {
    List<TrackedSection> all = document.sections();
    Optional<SectionId> id = SectionId.parse(wanted);
    if (id.isPresent()) {
      return document.require(id.get());
    }
    int number = QueryParams.number(wanted, -1, -1, all.size() - 1);
    return number >= 0
        ? all.get(number)
        : all.stream()
            .filter(each -> RemainingWork.isToDo(document, each))
            .findFirst()
            .orElse(all.getFirst());
  }

  private void show(Context context, TrackedSection section) {
    EditDraft draft = EditDraft.of(section, Redirects.onward(QueryParams.text(context, "next")));
    if (QueryParams.text(context, "insert").equals("original")) {
      show(context, section.id(), inserted(section, draft), EditExtras.NONE);
    } else if (context.queryParam("draft") != null) {
      showMachineDraft(context, section, draft);
    } else if (context.queryParam("event") != null) {
      showEarlier(context, section, draft);
    } else {
      show(context, section.id(), draft, EditExtras.saved(context));
    }
  }

  /** Shows the page with a machine's draft in the box; without it where it is gone. */
  private void showMachineDraft(Context context, TrackedSection section, EditDraft draft) {
    EditExtras extras = EditExtras.earlier(site.messages(context).of("edit.draft"));
    section
        .openSuggestion(QueryParams.text(context, "draft"))
        .filter(SuggestEvent::isByMachine)
        .ifPresentOrElse(
            written -> show(context, section.id(), draft.of(written), extras),
            () -> show(context, section.id(), draft, EditExtras.NONE));
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
    String whose = t.of("edit.earlier", event.by(), t.minute(event.at()));
    show(context, section.id(), draft.saying(text), EditExtras.earlier(whose));
  }

  /** Shows the page with a text in the box, whatever the file holds. */
  void show(Context context, SectionId id, EditDraft draft, EditExtras extras) {
    Messages t = site.messages(context);
    LiveSection place = site.section(id);
    LiveDocument document = place.document();
    TrackedSection section = place.section();
    Actor writer = site.access().writer(context);
    var text = new EditRows(site, context, document, id, draft.text());
    EditRows.Shown shown =
        isPart(context) ? text.of(part(document, section, extras)) : text.around(section);
    var view =
        new EditView(
            site.shell(context, "edit.title"),
            place,
            draft,
            extras,
            shown,
            QueuePositions.of(site.library(), writer, draft.next(), id),
            new WritingAids(site, t, place, draft.text()));
    site.show(context, isPart(context) ? "edit/part" : "edit/edit", view);
  }

  /** The section, after the one that was saved on the way to it. */
  private static List<TrackedSection> part(
      LiveDocument document, TrackedSection section, EditExtras extras) {
    return SectionId.parse(extras.savedSection())
        .flatMap(document::section)
        .filter(saved -> !saved.id().equals(section.id()))
        .map(saved -> List.of(saved, section))
        .orElse(List.of(section));
  }

  /** The draft; the original's Markdown if it is blank. */
  static EditDraft inserted(TrackedSection section, EditDraft draft) {
    return draft.text().isBlank() ? draft.saying(section.markdown(Side.ORIGINAL)) : draft;
  }

  /** Answers with warnings in the language of the request, and a preview. */
  public void check(Context context) throws IOException {
    SectionId id = PathParams.section(context);
    TextBody body = Json.read(context, TextBody.class);
    String markdown = required(body.markdown(), "Give the text as \"markdown\".");
    Messages t = site.messages(context);
    var aids = new WritingAids(site, t, site.section(id), markdown);
    var json =
        new ChecksJson(
            aids.warnings().stream().map(each -> WarningJson.of(t, each)).toList(),
            t.of("check.title", aids.warnings().size()),
            aids.agreement(),
            aids.insertions(),
            aids.words(),
            aids.preview(),
            aids.saved(),
            aids.savedAs(),
            aids.changes(),
            aids.credit());
    Json.write(context, json);
  }

  /** Answers with the Markdown for what was copied from a page or a text program as HTML. */
  public void convert(Context context) throws IOException {
    CopiedBody body = Json.read(context, CopiedBody.class);
    try {
      ConvertedText text =
          HtmlConverter.convertCopied(required(body.html(), "Give the text as \"html\"."));
      Messages t = site.messages(context);
      List<String> losses = text.losses().stream().map(t::of).toList();
      Json.write(context, new MarkdownJson(text.markdown().strip(), losses));
    } catch (ConversionRefusedException e) {
      throw new BadRequest("The text cannot be read: %s.".formatted(Messages.ENGLISH.of(e.said())));
    }
  }

  /** What was copied. */
  record CopiedBody(@Nullable String html) {}

  /** It as Markdown, and what could not be kept, in sentences in the language of the request. */
  record MarkdownJson(String markdown, List<String> losses) {}

  /** Body of the request. */
  record TextBody(@Nullable String markdown) {}

  /**
   * Warnings, what agrees, what of the original can be inserted, expected words, a preview as safe
   * HTML, the text that would be saved, and what that changes in whose translation.
   */
  record ChecksJson(
      List<WarningJson> checks,
      String summary,
      String agreement,
      List<Insertion> insertions,
      List<TermSuggestion> words,
      String preview,
      String saved,
      String savedAs,
      List<DiffPart> changes,
      String credit) {}

  /** A warning of a check. */
  record WarningJson(String kind, List<String> words, String message) {
    static WarningJson of(Messages t, QaWarning warning) {
      return new WarningJson(
          warning.check().code(), warning.words(), CheckTexts.message(t, warning));
    }
  }
}
