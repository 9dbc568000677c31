package no.speil.web.section;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import no.speil.corpus.SectionId;
import no.speil.library.actions.Actor;
import no.speil.library.documents.ActionRefusedException.StaleVersion;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.LiveSection;
import no.speil.record.SectionVersion;
import no.speil.web.http.FormData;
import no.speil.web.http.IfMatch;
import no.speil.web.http.Json;
import no.speil.web.http.PathParams;
import no.speil.web.http.VersionConflictException;
import no.speil.web.page.PageShell;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;

/**
 * A request that changes something: a form from a page, or JSON from a program. About a section, a
 * form is redirected to the section's row, or answered with a page that shows the conflict; a
 * program gets the section as JSON, with its version as the ETag.
 */
public record Submission(SiteContext site, Context context, Actor actor) {
  public boolean isForm() {
    return !actor.isProgram();
  }

  /** The fields of the form; none if it is JSON. */
  public FormData form() {
    return isForm() ? FormData.of(context) : FormData.NONE;
  }

  /**
   * Reads the body as a value of that type.
   *
   * @param fields makes one from a form
   */
  public <B> B read(Class<B> type, Function<FormData, B> fields) throws IOException {
    return isForm() ? fields.apply(form()) : Json.read(context, type);
  }

  /** The section that the address names. */
  public SectionId id() {
    return PathParams.section(context);
  }

  /** The version of the section that the sender saw. */
  public SectionVersion seen() {
    return isForm() ? IfMatch.of(form()) : IfMatch.of(context);
  }

  /**
   * Carries out the action, and answers with the section after it.
   *
   * @param wanted what is asked for, returned if the section has changed
   * @param retry last part of the address to ask for it again; empty if a form offers no button
   * @throws VersionConflictException if the section has changed, to a program
   */
  public void attempt(Map<String, String> wanted, String retry, Supplier<LiveSection> action) {
    attemptSaving(wanted, retry, () -> Optional.of(action.get()));
  }

  /** The same for an action that may remove the section; then a program's answer is empty. */
  public void attemptSaving(
      Map<String, String> wanted, String retry, Supplier<Optional<LiveSection>> action) {
    try {
      action.get().ifPresentOrElse(this::answer, () -> context.status(204));
    } catch (StaleVersion e) {
      refuse(e, wanted, retry);
    }
  }

  /**
   * Answers that the section has changed; the parameters are those of {@link #attempt}.
   *
   * @throws VersionConflictException to a program
   */
  public void refuse(StaleVersion e, Map<String, String> wanted, String retry) {
    if (isForm()) {
      String address = retry.isEmpty() ? "" : SiteUrls.section(id()) + "/" + retry;
      PageShell shell = site.shell(context, "error.stale-version");
      SectionRow row = SectionRows.one(site, shell, site.section(e.now().id()));
      var view = new ConflictView(shell, row, address, wanted.getOrDefault("state", ""));
      site.show(context.status(412), "section/conflict", view);
      return;
    }
    context.header("ETag", SectionJson.tag(e.now()));
    LiveDocument document = site.document(site.library().ids().documentOf(id()));
    SectionJson theirs = SectionJson.withHistory(context, document, e.now());
    throw new VersionConflictException(e, seen(), theirs, wanted);
  }

  /** Answers with the section after an action; leads a form on. */
  public void answer(LiveSection update) {
    if (isForm()) {
      goOn(update.document(), update.section().id());
    } else {
      SectionJson.answer(context, update.document(), update.section());
    }
  }

  /** Leads a form to the address that it names as {@code next}; else to that section's row. */
  public void goOn(LiveDocument document, SectionId section) {
    String next = Redirects.onward(form().get("next"));
    ViewMode view = ViewMode.of(form().get("view"));
    String row = ReadingPosition.at(document, section, view).row(section);
    Redirects.other(context, next.isEmpty() ? row : next);
  }

  /**
   * A refused action and the section as it is now, with a button that offers the same action again.
   *
   * @param action address that the button posts to; empty for none
   * @param state that was wanted; empty for a confirmation
   */
  public record ConflictView(PageShell shell, SectionRow row, String action, String state) {}
}
