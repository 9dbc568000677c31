package no.speil.web.mark;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.actions.ActionRunner.ActionResult;
import no.speil.library.actions.ClaimActions;
import no.speil.library.actions.ExpectedVersion;
import no.speil.library.catalogue.Claim;
import no.speil.library.documents.DocumentParts;
import no.speil.library.documents.LiveDocument;
import no.speil.status.TrackedSection;
import no.speil.web.http.FormData;
import no.speil.web.http.Json;
import no.speil.web.http.PathParams;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.http.RequestException.VersionMissing;
import no.speil.web.http.StateParam;
import no.speil.web.page.PageShell;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.section.BulkActionJson;
import no.speil.web.section.ExpectedVersions;
import no.speil.web.section.ExpectedVersions.VersionedBody;
import no.speil.web.section.ReadingPosition;
import no.speil.web.section.Submission;
import org.jspecify.annotations.Nullable;

/**
 * What people do with a document or a part of it: they mark all its sections, after seeing how many
 * there are in each state, and claim it until a day.
 */
public final class DocumentActionHandler {
  private final SiteContext site;

  public DocumentActionHandler(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    LiveDocument document = site.document(PathParams.document(context));
    SectionId heading =
        SectionId.parse(QueryParams.text(context, "part"))
            .orElse(document.sections().getFirst().id());
    List<TrackedSection> translated =
        DocumentParts.sections(document, heading).stream()
            .filter(each -> !each.section().translation().isEmpty())
            .toList();
    show(context, document, heading, translated, List.of());
  }

  public void mark(Submission submission) throws IOException {
    Context context = submission.context();
    DocumentId id = PathParams.document(context);
    MarkBody body = submission.read(MarkBody.class, MarkBody::of);
    State state = StateParam.parse(body.state());
    if (body.sections() == null) {
      throw new VersionMissing(
          "Say which sections, and which version of each you saw: “sections”.");
    }
    List<ExpectedVersion> wanted = ExpectedVersions.of(body.sections());
    requireWithin(id, body.part(), wanted);
    List<ActionResult> results =
        site.library().marks().markAll(id, state, wanted, submission.actor());
    if (submission.isForm()) {
      answer(context, id, wanted, results);
    } else {
      Json.write(context, BulkActionJson.of(id, results));
    }
  }

  private void answer(
      Context context, DocumentId id, List<ExpectedVersion> wanted, List<ActionResult> results) {
    List<ActionResult> refused = results.stream().filter(each -> each.refused() != null).toList();
    LiveDocument document = site.document(id);
    if (refused.isEmpty()) {
      SectionId first =
          wanted.isEmpty() ? document.sections().getFirst().id() : wanted.getFirst().id();
      Redirects.other(context, ReadingPosition.row(document, first));
      return;
    }
    List<TrackedSection> again =
        refused.stream().flatMap(each -> document.section(each.id()).stream()).toList();
    show(context, document, refused.getFirst().id(), again, refused);
  }

  private void show(
      Context context,
      LiveDocument document,
      SectionId heading,
      List<TrackedSection> sections,
      List<ActionResult> refused) {
    List<State> states = site.library().marks().states(sections, site.access().writer(context));
    PageShell shell = site.shell(context, "mark.title");
    var view = new View(shell, document, heading, sections, states, refused);
    site.show(context, "mark/bulkMark", view);
  }

  private void requireWithin(DocumentId id, @Nullable String part, List<ExpectedVersion> wanted) {
    if (part == null) {
      return;
    }
    LiveDocument document = site.document(id);
    List<SectionId> within =
        SectionId.parse(part).stream()
            .flatMap(heading -> DocumentParts.sections(document, heading).stream())
            .map(TrackedSection::id)
            .toList();
    if (!wanted.stream().allMatch(each -> within.contains(each.id()))) {
      throw new BadRequest("Not all of the sections are in that part.");
    }
  }

  public void claim(Submission submission) throws IOException {
    Context context = submission.context();
    LiveDocument document = site.document(PathParams.document(context));
    ClaimBody body = submission.read(ClaimBody.class, ClaimBody::of);
    SectionId part = part(document, body.part());
    ClaimActions actions = site.library().claims();
    @Nullable LocalDate until = body.until() == null ? null : until(body.until(), actions.today());
    List<Claim> claims = actions.claim(document.id(), part, until, submission.actor());
    if (submission.isForm()) {
      submission.goOn(document, part);
      return;
    }
    List<ClaimsJson.Entry> entries = claims.stream().map(ClaimsJson.Entry::of).toList();
    Json.write(context, new ClaimsJson(document.id().value(), entries));
  }

  /** The heading of the part; the title for the whole document. */
  private static SectionId part(LiveDocument document, @Nullable String written) {
    if (written == null || written.isBlank()) {
      return document.sections().getFirst().id();
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
   * The sections to mark.
   *
   * @param heading of the part, or the document's title
   * @param states that the person can give any of them
   * @param results what the last attempt did not mark
   */
  public record View(
      PageShell shell,
      LiveDocument document,
      SectionId heading,
      List<TrackedSection> sections,
      List<State> states,
      List<ActionResult> results) {}

  /** Body of a mark of several. */
  record MarkBody(
      @Nullable String state,
      @Nullable String part,
      @Nullable List<@Nullable VersionedBody> sections) {
    private static MarkBody of(FormData form) {
      return new MarkBody(form.get("state"), null, ExpectedVersions.bodies(form.get("sections")));
    }
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
