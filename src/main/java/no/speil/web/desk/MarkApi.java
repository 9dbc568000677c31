package no.speil.web.desk;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.ActionRefused;
import no.speil.library.Actor;
import no.speil.library.Answer;
import no.speil.library.Expected;
import no.speil.library.Library;
import no.speil.library.LiveDocument;
import no.speil.tracking.TrackedSection;
import no.speil.web.answer.Fault;
import no.speil.web.answer.Json;
import no.speil.web.answer.Trouble;
import no.speil.web.request.IfMatch;
import no.speil.web.request.Paths;
import no.speil.web.request.States;
import no.speil.web.request.WrongRequest;
import no.speil.web.rows.Part;
import no.speil.web.rows.SectionJson;
import no.speil.web.view.Messages;
import no.speil.web.visitor.Writers;
import org.jspecify.annotations.Nullable;

/** Marks of several sections of a document, for programs. */
public final class MarkApi {
  private final Library library;
  private final Writers writers;
  private final Json json;

  public MarkApi(Library library, Writers writers, Json json) {
    this.library = library;
    this.writers = writers;
    this.json = json;
  }

  public void mark(Context context) throws IOException {
    Actor actor = writers.actor(context, "api");
    DocumentId id = Paths.document(context);
    MarkBody body = json.read(context, MarkBody.class);
    State state = States.parse(body.state());
    if (body.sections() == null) {
      throw new WrongRequest.VersionMissing(
          "Say which sections, and which version of each you saw: “sections”.");
    }
    List<Expected> wanted = body.sections().stream().map(MarkApi::expected).toList();
    requireWithin(id, body.part(), wanted);
    List<AnswerJson> answers =
        library.markAll(id, state, wanted, actor).stream()
            .map(answer -> AnswerJson.of(id, answer))
            .toList();
    json.write(context, new MarkedJson(id.value(), answers));
  }

  private void requireWithin(DocumentId id, @Nullable String part, List<Expected> wanted) {
    if (part == null) {
      return;
    }
    LiveDocument document =
        library.document(id).orElseThrow(() -> new ActionRefused.UnknownDocument(id));
    List<SectionId> within =
        SectionId.parse(part).map(heading -> Part.of(document, heading)).orElse(List.of()).stream()
            .map(tracked -> tracked.section().id())
            .toList();
    if (!wanted.stream().allMatch(each -> within.contains(each.id()))) {
      throw new WrongRequest.BadRequest("Not all of the sections are in that part.");
    }
  }

  static Expected expected(@Nullable VersionedJson named) {
    if (named == null || named.id() == null || named.version() == null) {
      throw new WrongRequest.BadRequest("Name each section by “id” and “version”.");
    }
    SectionId id =
        SectionId.parse(named.id())
            .orElseThrow(() -> new WrongRequest.BadRequest("Not a section: " + named.id()));
    return new Expected(id, IfMatch.parse(named.version()));
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
    static AnswerJson of(DocumentId document, Answer answer) {
      @Nullable TrackedSection now = answer.now();
      @Nullable ActionRefused refused = answer.refused();
      return new AnswerJson(
          answer.id().value(),
          now == null ? null : SectionJson.withoutHistory(document, now),
          refused == null ? null : problem(document, refused));
    }

    private static Map<String, Object> problem(DocumentId document, ActionRefused refused) {
      Fault fault = Fault.of(refused);
      var members = new LinkedHashMap<String, Object>();
      if (refused instanceof ActionRefused.StaleVersion stale) {
        members.put("theirs", SectionJson.withoutHistory(document, stale.now()));
      }
      return new Trouble(fault, String.valueOf(refused.getMessage()), members)
          .document(Messages.ENGLISH.of("error." + fault.code()));
    }
  }
}
