package no.speil.web.section;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import no.speil.corpus.SectionId;
import no.speil.library.actions.SectionUpdate;
import no.speil.library.documents.ActionRefusedException.StaleVersion;
import no.speil.library.documents.LiveDocument;
import no.speil.record.SectionVersion;
import no.speil.status.TrackedSection;
import no.speil.web.page.SiteContext;

/** Answers programs with a section as JSON, its version as the ETag. */
public final class SectionApiResponse {
  private final SiteContext site;

  public SectionApiResponse(SiteContext site) {
    this.site = site;
  }

  /**
   * Carries out the action and answers with the section after it.
   *
   * @param seen the version that the request names
   * @param mine what the request wants, returned if it is refused
   * @throws VersionConflictException if the section has changed
   */
  public void attempt(
      Context context,
      SectionId id,
      SectionVersion seen,
      Map<String, String> mine,
      Supplier<SectionUpdate> action) {
    attemptSaving(context, id, seen, mine, () -> Optional.of(action.get()));
  }

  /** The same for an action that may remove the section; then the answer is empty. */
  public void attemptSaving(
      Context context,
      SectionId id,
      SectionVersion seen,
      Map<String, String> mine,
      Supplier<Optional<SectionUpdate>> action) {
    try {
      action.get().ifPresentOrElse(update -> answer(context, update), () -> context.status(204));
    } catch (StaleVersion e) {
      context.header("ETag", tag(e.now()));
      LiveDocument document = site.document(site.library().ids().documentOf(id));
      throw new VersionConflictException(e, seen, json(context, document, e.now()), mine);
    }
  }

  public void answer(Context context, SectionUpdate update) {
    answer(context, update.document(), update.section());
  }

  public void answer(Context context, LiveDocument document, TrackedSection section) {
    context.header("ETag", tag(section));
    site.answer(context, json(context, document, section));
  }

  private SectionJson json(Context context, LiveDocument document, TrackedSection section) {
    return SectionJson.withHistory(
        site.messages(context),
        document.id(),
        section,
        site.library().documents().checks().in(document).of(section));
  }

  public static String tag(TrackedSection section) {
    return "\"" + section.version() + "\"";
  }
}
