package no.speil.web.edit;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.library.actions.Actor;
import no.speil.library.actions.EditActions;
import no.speil.library.actions.EditActions.SaveOptions;
import no.speil.library.actions.EditBase;
import no.speil.library.actions.SectionUpdate;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.library.documents.ActionRefusedException.StaleVersion;
import no.speil.library.documents.ActionRefusedException.TextRefused;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.messages.RefusalTexts;
import no.speil.record.SectionVersion;
import no.speil.record.SuggestEvent;
import no.speil.status.TrackedSection;
import no.speil.status.grading.ThreeWayMerge;
import no.speil.web.account.SignInPage;
import no.speil.web.http.FormData;
import no.speil.web.http.PathParams;
import no.speil.web.http.RequestException;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.http.RequestException.OtherWriter;
import no.speil.web.page.PageUrl;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.queue.QueuePositions;
import no.speil.web.queue.QueuePositions.Place;
import no.speil.web.section.ReadingPosition;
import no.speil.web.section.SectionSubmission;
import no.speil.web.section.VersionConflictException;
import no.speil.web.section.ViewMode;
import org.jspecify.annotations.Nullable;

/** Saves a translation. A text that is refused stays in the box of its page. */
public final class TranslationHandler {
  private final SiteContext site;

  public TranslationHandler(SiteContext site) {
    this.site = site;
  }

  public void save(Context context, Actor actor) throws IOException {
    if (actor.isProgram()) {
      saveFromApi(context, actor);
      return;
    }
    SectionId id = PathParams.section(context);
    FormData form = FormData.of(context);
    String writer = form.get(SignInPage.WRITER); // who was signed in when the text was begun
    if (!writer.isEmpty() && !writer.equals(actor.name())) {
      throw new OtherWriter(writer);
    }
    EditDraft draft = EditDraft.of(form);
    switch (form.get("do")) {
      case "preview" -> show(context, id, draft, EditExtras.preview(TermForm.typed(form)));
      case "insert" -> {
        TrackedSection section = site.library().ids().section(id);
        new EditPage(site)
            .show(context, section, EditPage.inserted(section, draft), EditExtras.NONE);
      }
      case "term" -> {
        TrackedSection section =
            site.library().ids().section(id); // refuses before the glossary changes
        TermForm term = TermForm.typed(form).add(site.messages(context), site.library().glossary());
        new EditPage(site).show(context, section, draft, EditExtras.of(term));
      }
      case "suggest" -> suggest(context, id, draft, actor);
      case "remove" -> save(context, id, draft.saying(""), "save", actor);
      default -> {
        if (draft.text().isBlank()) {
          askAboutEmpty(context, site.library().ids().section(id), draft);
        } else {
          save(context, id, draft, form.get("do"), actor);
        }
      }
    }
  }

  private void show(Context context, SectionId id, EditDraft draft, EditExtras extras) {
    new EditPage(site).show(context, site.library().ids().section(id), draft, extras);
  }

  /** Removing a text takes a second step; without one there is nothing to save. */
  private void askAboutEmpty(Context context, TrackedSection now, EditDraft draft) {
    Messages t = site.messages(context);
    String text = now.markdown(Side.TRANSLATION);
    EditExtras.Conflict conflict =
        text.isEmpty()
            ? EditExtras.Conflict.refusal("edit.empty", t.of("edit.empty.about"))
            : new EditExtras.Conflict(
                EditExtras.Conflict.REMOVAL, t.of("edit.remove.about"), text, "", "");
    new EditPage(site).show(context.status(409), now, draft, EditExtras.of(conflict));
  }

  private void suggest(Context context, SectionId id, EditDraft draft, Actor actor) {
    if (draft.text().isBlank()) {
      throw new BadRequest("The suggestion is empty.");
    }
    site.library().edits().suggest(id, draft.text(), actor);
    answerNext(context, SiteUrls.edit(id, draft.next()) + "#suggestions");
  }

  private void save(Context context, SectionId id, EditDraft draft, String how, Actor actor) {
    String onward =
        how.equals("save")
            ? draft.next()
            : new QueuePositions(site.library())
                .of(draft.next(), id)
                .map(Place::next)
                .filter(it -> !it.isEmpty())
                .orElse(draft.next());
    try {
      String above = rowAbove(id);
      Optional<SectionUpdate> saved =
          site.library()
              .edits()
              .edit(
                  id,
                  draft.text(),
                  draft.base(),
                  new SaveOptions(draft.mark(), draft.kept()),
                  actor);
      answerNext(
          context,
          saved
              .map(update -> nextAddress(update, draft, onward, how))
              .orElse(onward.isEmpty() ? above : onward));
    } catch (StaleVersion e) {
      showConflict(context, e.now(), draft, actor);
    } catch (TextRefused e) {
      showRefused(context, id, draft, site.messages(context).of("edit.clash.refused"));
    } catch (NotNow e) {
      showRefused(context, id, draft, RefusalTexts.of(site.messages(context), e));
    }
  }

  private void showRefused(Context context, SectionId id, EditDraft draft, String why) {
    EditExtras.Conflict refusal = EditExtras.Conflict.refusal("edit.refused", why);
    show(context.status(409), id, draft, EditExtras.of(refusal));
  }

  /** The row of the section before, for when saving removes this one. */
  private String rowAbove(SectionId id) {
    LiveDocument document = site.document(site.library().ids().documentOf(id));
    List<SectionId> ids = document.sections().stream().map(each -> each.section().id()).toList();
    SectionId above = ids.get(Math.max(0, ids.indexOf(id) - 1));
    return ReadingPosition.at(document, above, ViewMode.SIDE).row(above);
  }

  /** Redirects a browser; tells the page's script the next address as JSON. */
  private void answerNext(Context context, String next) {
    String accept = context.header("Accept");
    if (accept != null && accept.startsWith("application/json")) {
      site.answer(context, Map.of("next", next));
    } else {
      Redirects.other(context, next);
    }
  }

  /** If the original has changed meanwhile, its change is shown before the user can mark. */
  private static String nextAddress(
      SectionUpdate update, EditDraft draft, String onward, String how) {
    TrackedSection saved = update.section();
    SectionId id = saved.section().id();
    if (draft.text().isBlank()) {
      return after(EditExtras.REMOVED, id, draft.next());
    }
    if (!saved.version().original().equals(draft.seen().original())) {
      return after(EditExtras.CHANGED, id, draft.next());
    }
    if (!onward.isEmpty()) {
      return onward;
    }
    LiveDocument document = update.document();
    String next = how.equals("save") ? "" : EditPage.neighbour(document, id, 1);
    return next.isEmpty() ? ReadingPosition.at(document, id, ViewMode.SIDE).row(id) : next;
  }

  /** The same page again, which says what has happened. */
  private static String after(String what, SectionId id, String next) {
    return PageUrl.at(SiteUrls.edit(id)).with(what, 1).with("next", next).href();
  }

  private void showConflict(Context context, TrackedSection now, EditDraft draft, Actor actor) {
    Messages t = site.messages(context);
    String theirs = now.markdown(Side.TRANSLATION);
    String base =
        Objects.requireNonNullElse(
            VersionConflictException.text(now, draft.seen().translation()), "");
    String merged = base.isEmpty() ? "" : ThreeWayMerge.of(base, theirs, draft.text()).orElse("");
    var conflict =
        new EditExtras.Conflict(
            "edit.clash",
            t.of("edit.clash.changed"),
            theirs,
            base,
            merged.isEmpty() ? "" : draft.text());
    var kept = new ArrayList<>(draft.kept());
    TrackedSection withMine = site.library().ids().section(now.section().id());
    EditActions.refusedSaves(withMine, actor).stream()
        .filter(each -> each.text().equals(draft.text()))
        .map(SuggestEvent::id)
        .filter(id -> !kept.contains(id))
        .forEach(kept::add);
    String offered = merged.isEmpty() ? draft.text() : merged;
    new EditPage(site)
        .show(
            context.status(412),
            now,
            new EditDraft(offered, EditBase.of(now), draft.next(), kept, draft.mark()),
            EditExtras.of(conflict));
  }

  private void saveFromApi(Context context, Actor actor) throws IOException {
    var submission = new SectionSubmission(site, context, actor);
    SectionVersion seen = submission.content().seen();
    TranslationBody body = site.json().read(context, TranslationBody.class);
    String markdown = body.markdown();
    if (markdown == null) {
      throw new BadRequest("Give the text as \"markdown\".");
    }
    EditBase base = body.base(seen);
    submission.attemptSaving(
        Map.of("markdown", markdown),
        () ->
            site.library().edits().edit(submission.id(), markdown, base, SaveOptions.NONE, actor));
  }

  /**
   * Body of a translation.
   *
   * @param original that it was written for: its blocks in Markdown, or all of them as one text
   */
  record TranslationBody(@Nullable String markdown, @Nullable Object original) {
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
}
