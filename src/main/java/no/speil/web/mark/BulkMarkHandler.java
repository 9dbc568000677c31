package no.speil.web.mark;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.actions.ActionRunner.ActionResult;
import no.speil.library.actions.Actor;
import no.speil.library.actions.ExpectedVersion;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.status.TrackedSection;
import no.speil.web.http.FormData;
import no.speil.web.http.PathParams;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.http.RequestException.VersionMissing;
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
import no.speil.web.section.Submission;
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
      site.answer(context, BulkActionJson.of(id, results));
    }
  }

  private void answer(
      Context context, DocumentId id, List<ExpectedVersion> wanted, List<ActionResult> results) {
    List<ActionResult> refused = results.stream().filter(each -> each.refused() != null).toList();
    LiveDocument document = site.document(id);
    if (refused.isEmpty()) {
      SectionId first =
          wanted.isEmpty() ? document.sections().getFirst().section().id() : wanted.getFirst().id();
      Redirects.other(context, ReadingPosition.at(document, first, ViewMode.SIDE).row(first));
      return;
    }
    List<TrackedSection> again =
        refused.stream()
            .flatMap(actionResult -> document.section(actionResult.id()).stream())
            .toList();
    show(context, document, refused.getFirst().id(), again, refused);
  }

  private void show(
      Context context,
      LiveDocument document,
      SectionId heading,
      List<TrackedSection> sections,
      List<ActionResult> refused) {
    PageShell shell = site.shell(context, "mark.title");
    Messages t = shell.t();
    site.show(
        context,
        "mark/bulkMark",
        new View(
            shell,
            DocumentPart.name(t, document, heading),
            ReadingPosition.at(document, heading, ViewMode.SIDE).row(heading),
            SiteUrls.document(document.id()) + "/state",
            site.library().marks().states(sections, site.access().writer(context)),
            counts(t, sections),
            ExpectedVersions.format(sections),
            refused.stream()
                .map(actionResult -> RefusedSection.of(t, document, actionResult))
                .toList()));
  }

  private static List<TrackedSection> translated(List<TrackedSection> sections) {
    return sections.stream().filter(each -> !each.section().translation().isEmpty()).toList();
  }

  private static List<String> counts(Messages t, List<TrackedSection> sections) {
    Map<State, Long> counts =
        sections.stream()
            .collect(groupingBy(each -> each.sectionStatus().state(), TreeMap::new, counting()));
    long stale =
        sections.stream()
            .filter(each -> each.sectionStatus().freshness() == Freshness.STALE)
            .count();
    return Stream.concat(
            counts.entrySet().stream()
                .map(
                    each ->
                        t.of(
                            "mark.counts", t.of("state." + each.getKey().code()), each.getValue())),
            stale == 0 ? Stream.of() : Stream.of(t.of("bulk.stale", stale)))
        .toList();
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
      throw new BadRequest("Not all of the sections are in that part.");
    }
  }

  /**
   * The sections to mark.
   *
   * @param part heading of the part, or the document's title
   * @param states that the person can give any of them
   * @param counts how many there are of each state, in words
   * @param sections ids and versions, as the form sends them back
   * @param refused those that the last attempt did not mark
   */
  public record View(
      PageShell shell,
      TaggedText part,
      String href,
      String action,
      List<State> states,
      List<String> counts,
      String sections,
      List<RefusedSection> refused) {}

  /** Body of a mark of several. */
  record MarkBody(
      @Nullable String state,
      @Nullable String part,
      @Nullable List<@Nullable VersionedBody> sections) {
    private static MarkBody of(FormData form) {
      return new MarkBody(form.get("state"), null, ExpectedVersions.bodies(form.get("sections")));
    }
  }
}
