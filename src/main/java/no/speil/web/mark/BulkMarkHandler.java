package no.speil.web.mark;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
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
import no.speil.web.page.TaggedText;
import no.speil.web.section.BulkActionJson;
import no.speil.web.section.BulkActionLine;
import no.speil.web.section.DocumentPart;
import no.speil.web.section.ExpectedVersions;
import no.speil.web.section.ExpectedVersions.VersionedBody;
import no.speil.web.section.ReadingPosition;
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
    List<TrackedSection> translated =
        DocumentPart.of(document, heading).stream()
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
      List<ActionResult> results) {
    public TaggedText part() {
      return DocumentPart.name(shell.t(), document, heading);
    }

    /** Where it stands in the document. */
    public String href() {
      return ReadingPosition.at(document, heading, ViewMode.SIDE).row(heading);
    }

    /** How many there are of each state, and out of date, in words. */
    public List<String> counts() {
      Messages t = shell.t();
      var counts = new TreeMap<State, Integer>();
      sections.forEach(each -> counts.merge(each.sectionStatus().state(), 1, Integer::sum));
      var words = new ArrayList<String>();
      counts.forEach(
          (state, n) -> words.add(t.of("mark.counts", t.of("state." + state.code()), n)));
      long stale =
          sections.stream()
              .filter(each -> each.sectionStatus().freshness() == Freshness.STALE)
              .count();
      if (stale > 0) {
        words.add(t.of("bulk.stale", stale));
      }
      return words;
    }

    public List<BulkActionLine> refused() {
      return results.stream().map(each -> BulkActionLine.of(shell.t(), document, each)).toList();
    }
  }

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
