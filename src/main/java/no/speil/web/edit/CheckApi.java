package no.speil.web.edit;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.library.aids.TermSuggestion;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.status.TrackedSection;
import no.speil.web.http.PathParams;
import no.speil.web.http.RequestException;
import no.speil.web.page.SiteContext;
import no.speil.web.section.SectionInDocument;
import org.jspecify.annotations.Nullable;

/** Checks a text while it is typed; writes nothing. */
public final class CheckApi {
  private final SiteContext site;
  private final AidViews aidViews;

  public CheckApi(SiteContext site) {
    this.site = site;
    this.aidViews = new AidViews(site);
  }

  /** Answers with warnings in the language of the request, and a preview. */
  public void check(Context context) throws IOException {
    SectionId id = PathParams.section(context);
    String markdown = site.json().read(context, TextBody.class).markdown();
    if (markdown == null) {
      throw new RequestException.BadRequest("Give the text as \"markdown\".");
    }
    Messages t = site.messages(context);
    var place = SectionInDocument.of(site, id);
    LiveDocument document = place.document();
    TrackedSection section = place.section();
    String saved = site.library().aids().saved(document, section, markdown);
    AidView.Checks checks = aidViews.checks(t, document, section, saved);
    site.answer(
        context,
        new ChecksJson(
            checks.warnings(),
            checks.summary(),
            checks.agreement(),
            aidViews.offers(t, document, section, markdown, saved),
            site.library().aids().words(section, markdown),
            aidViews.preview(t, document, saved),
            saved,
            aidViews.savedAs(t, document, section, markdown, saved)));
  }

  /** Body of the request. */
  record TextBody(@Nullable String markdown) {}

  /**
   * Warnings, what agrees, what of the original can be inserted, expected words, a preview as safe
   * HTML, and the text that would be saved.
   */
  record ChecksJson(
      List<AidView.Warning> checks,
      String summary,
      String agreement,
      List<AidView.Offer> insertions,
      List<TermSuggestion> words,
      String preview,
      String saved,
      String savedAs) {}
}
