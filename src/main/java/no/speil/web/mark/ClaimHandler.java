package no.speil.web.mark;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.library.actions.ClaimActions;
import no.speil.library.catalogue.Claim;
import no.speil.library.documents.DocumentParts;
import no.speil.library.documents.LiveDocument;
import no.speil.web.http.FormData;
import no.speil.web.http.PathParams;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.section.ReadingPosition;
import no.speil.web.section.Submission;
import no.speil.web.section.ViewMode;
import org.jspecify.annotations.Nullable;

/** Takes down who is at a document or a part of it, and until when. */
public final class ClaimHandler {
  private final SiteContext site;

  public ClaimHandler(SiteContext site) {
    this.site = site;
  }

  public void claim(Submission submission) throws IOException {
    Context context = submission.context();
    LiveDocument document = site.document(PathParams.document(context));
    ClaimBody body = submission.read(ClaimBody.class, ClaimBody::of);
    SectionId part = part(document, body.part());
    @Nullable LocalDate until = body.until() == null ? null : until(body.until(), claims().today());
    List<Claim> claims = claims().claim(document.id(), part, until, submission.actor());
    if (submission.isForm()) {
      ViewMode view = ViewMode.of(submission.form().get("view"));
      Redirects.other(context, ReadingPosition.at(document, part, view).row(part));
      return;
    }
    site.answer(
        context,
        new ClaimsJson(document.id().value(), claims.stream().map(ClaimsJson.Entry::of).toList()));
  }

  private ClaimActions claims() {
    return site.library().claims();
  }

  /** The heading of the part; the title for the whole document. */
  private static SectionId part(LiveDocument document, @Nullable String written) {
    if (written == null || written.isBlank()) {
      return document.sections().getFirst().section().id();
    }
    return SectionId.parse(written)
        .filter(heading -> DocumentParts.range(document, heading).isPresent())
        .orElseThrow(
            () ->
                new BadRequest(
                    "“part” is the section of a heading of " + document.id() + " or its title."));
  }

  private static LocalDate until(String written, LocalDate today) {
    try {
      LocalDate until = LocalDate.parse(written.strip());
      if (!until.isBefore(today) && !until.isAfter(ClaimActions.latest(today))) {
        return until;
      }
    } catch (DateTimeException e) {
      // said below
    }
    throw new BadRequest(
        "“until” is a day from %s to %s, not “%s”."
            .formatted(today, ClaimActions.latest(today), written));
  }

  /**
   * Body of a claim.
   *
   * @param part heading of the part; null for the whole document
   * @param until the last day; null to take a claim back
   */
  record ClaimBody(@Nullable String part, @Nullable String until) {
    private static ClaimBody of(FormData form) {
      boolean leaves = form.get("do").equals("leave");
      return new ClaimBody(form.get("part"), leaves ? null : form.get("until"));
    }
  }

  /** What is claimed in a document. */
  record ClaimsJson(String document, List<Entry> claims) {
    /** One claim. */
    record Entry(String part, String by, String until) {
      private static Entry of(Claim claim) {
        return new Entry(claim.part().value(), claim.by(), claim.until().toString());
      }
    }
  }
}
