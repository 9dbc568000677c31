package no.speil.web.work;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.actions.ActionResult;
import no.speil.library.actions.Actor;
import no.speil.library.actions.ExpectedVersion;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.LiveDocument;
import no.speil.status.TrackedSection;
import no.speil.web.http.ErrorType;
import no.speil.web.http.IfMatch;
import no.speil.web.http.PathParams;
import no.speil.web.http.ProblemDetails;
import no.speil.web.http.RequestException;
import no.speil.web.http.StateParam;
import no.speil.web.page.DocumentPart;
import no.speil.web.page.Messages;
import no.speil.web.page.SectionJson;
import no.speil.web.page.SiteContext;
import org.jspecify.annotations.Nullable;

/** Marks of several sections of a document, for programs. */
public final class MarkApi {
  private final SiteContext site;

  public MarkApi(SiteContext site) {
    this.site = site;
  }

  public void mark(Context context) throws IOException {
    Actor actor = site.writers().actor(context, "api");
    DocumentId id = PathParams.document(context);
    MarkBody body = site.json().read(context, MarkBody.class);
    State state = StateParam.parse(body.state());
    if (body.sections() == null) {
      throw new RequestException.VersionMissing(
          "Say which sections, and which version of each you saw: “sections”.");
    }
    List<ExpectedVersion> wanted = body.sections().stream().map(MarkApi::expected).toList();
    requireWithin(id, body.part(), wanted);
    List<AnswerJson> answers =
        site.library().marks().markAll(id, state, wanted, actor).stream()
            .map(actionResult -> AnswerJson.of(id, actionResult))
            .toList();
    site.json().write(context, new MarkedJson(id.value(), answers));
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

  static ExpectedVersion expected(@Nullable VersionedJson named) {
    if (named == null || named.id() == null || named.version() == null) {
      throw new RequestException.BadRequest("Name each section by “id” and “version”.");
    }
    SectionId id =
        SectionId.parse(named.id())
            .orElseThrow(() -> new RequestException.BadRequest("Not a section: " + named.id()));
    return new ExpectedVersion(id, IfMatch.parse(named.version()));
  }

  /** Body of a mark of several. */
  record MarkBody(
      @Nullable String state,
      @Nullable String part,
      @Nullable List<@Nullable VersionedJson> sections) {}

  /** A section as somebody saw it. */
  record VersionedJson(@Nullable String id, @Nullable String version) {}

  /** What came of a mark of several. */
  record MarkedJson(String document, List<AnswerJson> answers) {}

  /** What came of one section: it as it is now, or why it was refused. */
  record AnswerJson(
      String id, @Nullable SectionJson section, @Nullable Map<String, Object> problem) {
    static AnswerJson of(DocumentId document, ActionResult actionResult) {
      @Nullable TrackedSection now = actionResult.now();
      @Nullable ActionRefusedException refused = actionResult.refused();
      return new AnswerJson(
          actionResult.id().value(),
          now == null ? null : SectionJson.withoutHistory(document, now),
          refused == null ? null : problem(document, refused));
    }

    private static Map<String, Object> problem(
        DocumentId document, ActionRefusedException refused) {
      ErrorType errorType = ErrorType.of(refused);
      var members = new LinkedHashMap<String, Object>();
      if (refused instanceof ActionRefusedException.StaleVersion stale) {
        members.put("theirs", SectionJson.withoutHistory(document, stale.now()));
      }
      return new ProblemDetails(errorType, String.valueOf(refused.getMessage()), members)
          .document(Messages.ENGLISH.of("error." + errorType.code()));
    }
  }
}
