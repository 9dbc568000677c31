package no.speil.web.edit;

import static no.speil.web.http.RequestException.required;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.library.actions.EditActions;
import no.speil.library.actions.EditActions.SaveOptions;
import no.speil.library.actions.EditBase;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.library.documents.ActionRefusedException.RoleMissing;
import no.speil.library.documents.ActionRefusedException.StaleVersion;
import no.speil.library.documents.ActionRefusedException.TextRefused;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.LiveSection;
import no.speil.messages.Messages;
import no.speil.messages.RefusalTexts;
import no.speil.record.SectionVersion;
import no.speil.record.SuggestEvent;
import no.speil.status.TrackedSection;
import no.speil.status.grading.ThreeWayMerge;
import no.speil.web.account.SignInPage;
import no.speil.web.edit.EditExtras.Conflict;
import no.speil.web.http.FormData;
import no.speil.web.http.Json;
import no.speil.web.http.RequestException;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.http.RequestException.OtherWriter;
import no.speil.web.http.StateParam;
import no.speil.web.http.VersionConflictException;
import no.speil.web.page.PageUrl;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.queue.QueuePositions;
import no.speil.web.queue.QueuePositions.Place;
import no.speil.web.section.ReadingPosition;
import no.speil.web.section.RemainingWork;
import no.speil.web.section.Submission;
import org.jspecify.annotations.Nullable;

/**
 * Saves a translation; suggests one, and accepts or dismisses what is suggested. A text that is
 * refused stays in the box of its page.
 */
public final class TranslationHandler {
  private final SiteContext site;

  public TranslationHandler(SiteContext site) {
    this.site = site;
  }

  public void save(Submission submission) throws IOException {
    if (!submission.isForm()) {
      saveFromApi(submission);
      return;
    }
    FormData form = submission.form();
    String writer = form.get(SignInPage.WRITER); // who was signed in when the text was begun
    if (!writer.isEmpty() && !writer.equals(submission.actor().name())) {
      throw new OtherWriter(writer);
    }
    EditDraft draft = EditDraft.of(form);
    switch (form.get("do")) {
      case "preview" -> show(submission, draft, EditExtras.of(TermForm.typed(form), true));
      case "insert" -> show(submission, EditPage.inserted(now(submission), draft), EditExtras.NONE);
      case "term" -> {
        now(submission); // refuses before the glossary changes
        TermForm term = TermForm.typed(form).add(t(submission), site.library().glossary());
        show(submission, draft, EditExtras.of(term, false));
      }
      case "suggest" -> suggest(submission, draft);
      case "remove" -> save(submission, draft.saying(""), "save");
      default -> {
        if (draft.text().isBlank()) {
          askAboutEmpty(submission, draft);
        } else {
          save(submission, draft, form.get("do"));
        }
      }
    }
  }

  private TrackedSection now(Submission submission) {
    return site.library().ids().section(submission.id());
  }

  private Messages t(Submission submission) {
    return site.messages(submission.context());
  }

  private void show(Submission submission, EditDraft draft, EditExtras extras) {
    new EditPage(site).show(submission.context(), submission.id(), draft, extras);
  }

  /** Shows the text that was not saved, and why. */
  private void refuse(Submission submission, int status, EditDraft draft, Conflict why) {
    submission.context().status(status);
    show(submission, draft, EditExtras.of(why));
  }

  /** Removing a text takes a second step; without one there is nothing to save. */
  private void askAboutEmpty(Submission submission, EditDraft draft) {
    Messages t = t(submission);
    String text = now(submission).markdown(Side.TRANSLATION);
    Conflict conflict =
        text.isEmpty()
            ? Conflict.refusal("edit.empty", t.of("edit.empty.about"))
            : new Conflict(Conflict.REMOVAL, t.of("edit.remove.about"), text, "", "");
    refuse(submission, 409, draft, conflict);
  }

  private void suggest(Submission submission, EditDraft draft) {
    if (draft.text().isBlank()) {
      throw new BadRequest("The suggestion is empty.");
    }
    SectionId id = submission.id();
    edits().suggest(id, draft.text(), submission.actor());
    String there = SiteUrls.edit(id, draft.next()) + "#suggestions";
    answerNext(submission.context(), new SavedJson(there, ""));
  }

  private void save(Submission submission, EditDraft draft, String how) {
    SectionId id = submission.id();
    Place place =
        how.equals("save")
            ? Place.NONE
            : QueuePositions.of(site.library(), submission.actor(), draft.next(), id);
    String onward = place.next().isEmpty() ? draft.next() : place.next();
    try {
      String above = rowAbove(id);
      @Nullable State state =
          how.equals("approve") ? State.REVIEWED : draft.mark() ? State.TRANSLATED : null;
      var options = new SaveOptions(state, draft.kept());
      Optional<LiveSection> saved =
          edits().edit(id, draft.text(), draft.base(), options, submission.actor());
      answerNext(
          submission.context(),
          saved
              .map(
                  update -> {
                    String on = isEnd(draft, place, how) ? end(update, draft, submission) : onward;
                    String next = nextAddress(update, draft, on);
                    return new SavedJson(next, update.section().version().toString());
                  })
              .orElse(new SavedJson(onward.isEmpty() ? above : onward, "")));
    } catch (StaleVersion e) {
      showConflict(submission, e.now(), draft);
    } catch (TextRefused e) {
      refuse(submission, draft, t(submission).of("edit.clash.refused"));
    } catch (NotNow | RoleMissing e) {
      refuse(submission, draft, RefusalTexts.of(t(submission), e));
    }
  }

  private void refuse(Submission submission, EditDraft draft, String why) {
    refuse(submission, 409, draft, Conflict.refusal("edit.refused", why));
  }

  /** The row of the section before, for when saving removes this one. */
  private String rowAbove(SectionId id) {
    LiveDocument document = site.document(site.library().ids().documentOf(id));
    int above = Math.max(0, document.number(id) - 1);
    SectionId section = document.sections().get(above).id();
    return ReadingPosition.row(document, section);
  }

  /** Redirects a browser; tells the page's script as JSON. */
  private void answerNext(Context context, SavedJson saved) {
    if (Redirects.asksScript(context)) {
      Json.write(context, saved);
    } else {
      Redirects.other(context, saved.next());
    }
  }

  /**
   * Where to go on, and what was saved.
   *
   * @param version of the section that was saved; empty if it is gone, or as it was
   */
  record SavedJson(String next, String version) {}

  /** Whether one goes on where neither the queue nor the address says where. */
  private static boolean isEnd(EditDraft draft, Place place, String how) {
    return !how.equals("save")
        && (draft.next().isEmpty() || (place.isThere() && place.next().isEmpty()));
  }

  /** The next section of the text that waits for the person; at its end, what else waits. */
  private static String end(LiveSection update, EditDraft draft, Submission submission) {
    LiveDocument document = update.document();
    SectionId id = update.section().id();
    Optional<SectionId> next =
        RemainingWork.of(document, submission.actor()).map(work -> work.at().id());
    if (next.isEmpty()) {
      return PageUrl.at("/work").with("finished", document.id().value()).href();
    }
    return draft.next().isEmpty()
        ? next.filter(other -> !other.equals(id)).map(SiteUrls::edit).orElse("")
        : draft.next();
  }

  /**
   * Where other sections have the same original, the next page asks whether to fill them in. If the
   * original has changed meanwhile, its change is shown before the user can mark.
   */
  private String nextAddress(LiveSection update, EditDraft draft, String onward) {
    TrackedSection saved = update.section();
    SectionId id = saved.id();
    if (!site.library().repetitions().of(saved).isEmpty()) {
      return after(EditExtras.REPEATED, id, draft.next());
    }
    if (draft.text().isBlank()) {
      return after(EditExtras.REMOVED, id, draft.next());
    }
    if (!saved.version().original().equals(draft.seen().original())) {
      return after(EditExtras.CHANGED, id, draft.next());
    }
    return onward.isEmpty() ? ReadingPosition.row(update.document(), id) : onward;
  }

  /** The same page again, which says what has happened. */
  private static String after(String what, SectionId id, String next) {
    return PageUrl.at(SiteUrls.edit(id)).with(what, 1).with("next", next).href();
  }

  private void showConflict(Submission submission, TrackedSection now, EditDraft draft) {
    String theirs = now.markdown(Side.TRANSLATION);
    String base =
        Objects.requireNonNullElse(
            VersionConflictException.text(now, draft.seen().translation()), "");
    String merged = base.isEmpty() ? "" : ThreeWayMerge.of(base, theirs, draft.text()).orElse("");
    String changed = t(submission).of("edit.clash.changed");
    String mine = merged.isEmpty() ? "" : draft.text();
    var kept = new LinkedHashSet<>(draft.kept());
    EditActions.refusedSaves(now(submission), submission.actor()).stream()
        .filter(each -> each.text().equals(draft.text()))
        .map(SuggestEvent::id)
        .forEach(kept::add);
    String offered = merged.isEmpty() ? draft.text() : merged;
    refuse(
        submission,
        412,
        new EditDraft(offered, EditBase.of(now), draft.next(), List.copyOf(kept), draft.mark()),
        new Conflict("edit.clash", changed, theirs, base, mine));
  }

  private void saveFromApi(Submission submission) throws IOException {
    SectionVersion seen = submission.seen();
    TranslationBody body = Json.read(submission.context(), TranslationBody.class);
    String markdown = required(body.markdown(), "Give the text as \"markdown\".");
    EditBase base = body.base(seen);
    @Nullable State state = body.state() == null ? null : StateParam.parse(body.state());
    var options = new SaveOptions(state, List.of());
    Actor actor = submission.actor();
    submission.attemptSaving(
        Map.of("markdown", markdown),
        "",
        () -> edits().edit(submission.id(), markdown, base, options, actor));
  }

  /** The form for it is that of the translation ({@link #save}). */
  public void suggestFromApi(Submission submission) throws IOException {
    String markdown = Json.read(submission.context(), SuggestionBody.class).markdown();
    if (markdown == null || markdown.isBlank()) {
      throw new BadRequest("Give the text as \"markdown\".");
    }
    submission.context().status(201);
    submission.answer(edits().suggest(submission.id(), markdown, submission.actor()));
  }

  public void resolve(Submission submission) throws IOException {
    ResolveBody body =
        submission.read(
            ResolveBody.class, form -> new ResolveBody(form.either("accept", "dismiss")));
    boolean accept = required(body.accept(), "Say true or false as \"accept\".");
    SectionId id = submission.id();
    String suggestion = submission.context().pathParam("suggestion");
    Actor actor = submission.actor();
    Supplier<Optional<LiveSection>> resolution =
        accept
            ? () -> edits().accept(id, suggestion, submission.seen(), actor)
            : () -> Optional.of(edits().dismiss(id, suggestion, actor));
    if (!submission.isForm()) {
      submission.attemptSaving(Map.of("suggestion", suggestion), "", resolution);
    } else if (accept && isByMachine(submission, suggestion)) {
      readInBox(submission, suggestion);
    } else {
      resolve(submission, resolution);
    }
  }

  /** Shows a machine's draft in the box, where somebody reads it before it is saved. */
  private static void readInBox(Submission submission, String draft) {
    String edit = SiteUrls.edit(submission.id());
    String next = Redirects.onward(submission.form().get("next"));
    PageUrl back = PageUrl.parse(next, List.of("next"));
    String onward = back.path().equals(edit) ? back.get("next") : next;
    PageUrl box = PageUrl.at(edit).with("draft", draft).with("next", onward);
    Redirects.other(submission.context(), box.href());
  }

  private void resolve(Submission submission, Supplier<Optional<LiveSection>> resolution) {
    SectionId id = submission.id();
    String next = Redirects.onward(submission.form().get("next"));
    DocumentId document = site.library().ids().documentOf(id);
    try {
      boolean isLeft = resolution.get().isPresent();
      String onward = next.isEmpty() ? SiteUrls.edit(id) : next;
      Redirects.other(submission.context(), isLeft ? onward : SiteUrls.document(document));
    } catch (StaleVersion e) {
      Conflict why = Conflict.refusal("edit.clash", t(submission).of("edit.clash.suggestion"));
      refuse(submission, 412, EditDraft.of(e.now(), ""), why);
    }
  }

  private boolean isByMachine(Submission submission, String suggestion) {
    return now(submission).openSuggestion(suggestion).filter(SuggestEvent::isByMachine).isPresent();
  }

  private EditActions edits() {
    return site.library().edits();
  }

  /**
   * Body of a translation.
   *
   * @param original that it was written for: its blocks in Markdown, or all of them as one text
   * @param state what it is marked as
   */
  record TranslationBody(
      @Nullable String markdown, @Nullable Object original, @Nullable String state) {
    private EditBase base(SectionVersion seen) {
      List<String> texts =
          switch (original) {
            case null -> List.of();
            case String text -> List.of(text);
            case List<?> blocks -> blocks.stream().map(String::valueOf).toList();
            default -> throw notItsOriginal();
          };
      return texts.isEmpty()
          ? EditBase.of(seen)
          : EditBase.of(seen, texts).orElseThrow(TranslationBody::notItsOriginal);
    }

    private static RequestException notItsOriginal() {
      return new BadRequest(
          "\"original\" is not the original of the version in If-Match. Give the Markdown of its"
              + " blocks as they were answered, or leave it out.");
    }
  }

  /** Body of a suggestion. */
  record SuggestionBody(@Nullable String markdown) {}

  /** Body of a decision on a suggestion. */
  record ResolveBody(@Nullable Boolean accept) {}
}
