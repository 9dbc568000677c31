package no.speil.web.mark;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.actions.ActionResult;
import no.speil.library.actions.Actor;
import no.speil.library.actions.ExpectedVersion;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.status.TrackedSection;
import no.speil.web.http.FormData;
import no.speil.web.http.PathParams;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException;
import no.speil.web.http.StateParam;
import no.speil.web.page.PageShell;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.section.BulkActionJson;
import no.speil.web.section.DocumentPart;
import no.speil.web.section.ExpectedVersions;
import no.speil.web.section.ExpectedVersions.VersionedBody;
import no.speil.web.section.ReadingPosition;
import no.speil.web.section.RefusedSection;
import no.speil.web.section.ViewMode;
import org.jspecify.annotations.Nullable;

/**
 * Marks all sections of a document or of a part, after showing how many there are in each state.
 */
public final class BulkMarkHandler {
  private final SiteContext site;

  public BulkMarkHandler(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    LiveDocument document = site.document(PathParams.document(context));
    SectionId heading =
        SectionId.parse(QueryParams.text(context, "part"))
            .orElse(document.sections().getFirst().section().id());
    List<TrackedSection> sections = translated(DocumentPart.of(document, heading));
    show(context, document, heading, sections, List.of());
  }

  public void markFromForm(Context context, Actor actor) throws IOException {
    DocumentId id = PathParams.document(context);
    FormData form = FormData.of(context);
    State state = StateParam.parse(form.get("state"));
    List<ExpectedVersion> wanted = ExpectedVersions.parse(form.get("sections"));
    List<ActionResult> refused =
        site.library().marks().markAll(id, state, wanted, actor).stream()
            .filter(actionResult -> actionResult.refused() != null)
            .toList();
    LiveDocument document = site.document(id);
    if (refused.isEmpty()) {
      SectionId first =
          wanted.isEmpty() ? document.sections().getFirst().section().id() : wanted.getFirst().id();
      Redirects.other(context, ReadingPosition.at(document, first, ViewMode.SIDE).row(first));
      return;
    }
    List<TrackedSection> again =
        refused.stream()
            .map(actionResult -> document.section(actionResult.id()).orElse(null))
            .filter(Objects::nonNull)
            .toList();
    show(context, document, refused.getFirst().id(), again, refused);
  }

  private void show(
      Context context,
      LiveDocument document,
      SectionId heading,
      List<TrackedSection> sections,
      List<ActionResult> refused) {
    Messages t = site.messages(context);
    site.show(
        context,
        "mark/bulkMark",
        new View(
            site.pageShells().around(context, t.of("mark.title")),
            DocumentPart.name(t, document, heading),
            ReadingPosition.at(document, heading, ViewMode.SIDE).row(heading),
            SiteUrls.document(document.id()) + "/state",
            mayReview(site.writers().actor(context), sections),
            counts(t, sections),
            ExpectedVersions.format(sections),
            refused.stream()
                .map(actionResult -> RefusedSection.of(t, document, actionResult))
                .toList()));
  }

  private boolean mayReview(Actor person, List<TrackedSection> sections) {
    return sections.stream().anyMatch(each -> site.library().marks().mayReview(each, person));
  }

  private static List<TrackedSection> translated(List<TrackedSection> sections) {
    return sections.stream().filter(each -> !each.section().translation().isEmpty()).toList();
  }

  private static List<String> counts(Messages t, List<TrackedSection> sections) {
    var counts = new ArrayList<String>();
    Arrays.stream(State.values())
        .forEach(
            state -> {
              long count =
                  sections.stream().filter(each -> each.sectionStatus().state() == state).count();
              if (count > 0) {
                counts.add(t.of("mark.counts", t.of("state." + state.code()), count));
              }
            });
    long stale =
        sections.stream()
            .filter(each -> each.sectionStatus().freshness() == Freshness.STALE)
            .count();
    if (stale > 0) {
      counts.add(t.of("mark.stale", stale));
    }
    return counts;
  }

  public void markFromApi(Context context, Actor actor) throws IOException {
    DocumentId id = PathParams.document(context);
    MarkBody body = site.json().read(context, MarkBody.class);
    State state = StateParam.parse(body.state());
    if (body.sections() == null) {
      throw new RequestException.VersionMissing(
          "Say which sections, and which version of each you saw: “sections”.");
    }
    List<ExpectedVersion> wanted = ExpectedVersions.of(body.sections());
    requireWithin(id, body.part(), wanted);
    site.answer(
        context, BulkActionJson.of(id, site.library().marks().markAll(id, state, wanted, actor)));
  }

  private void requireWithin(DocumentId id, @Nullable String part, List<ExpectedVersion> wanted) {
    if (part == null) {
      return;
    }
    LiveDocument document = site.document(id);
    List<SectionId> within =
        SectionId.parse(part)
            .map(heading -> DocumentPart.of(document, heading))
            .orElse(List.of())
            .stream()
            .map(tracked -> tracked.section().id())
            .toList();
    if (!wanted.stream().allMatch(each -> within.contains(each.id()))) {
      throw new RequestException.BadRequest("Not all of the sections are in that part.");
    }
  }

  /**
   * The sections to mark.
   *
   * @param part heading of the part, or the document's title
   * @param mayReview whether the person may review any of them
   * @param counts how many there are of each state, in words
   * @param sections ids and versions, as the form sends them back
   * @param refused those that the last attempt did not mark
   */
  public record View(
      PageShell shell,
      TaggedText part,
      String href,
      String action,
      boolean mayReview,
      List<String> counts,
      String sections,
      List<RefusedSection> refused) {}

  /** Body of a mark of several. */
  record MarkBody(
      @Nullable String state,
      @Nullable String part,
      @Nullable List<@Nullable VersionedBody> sections) {}
}
