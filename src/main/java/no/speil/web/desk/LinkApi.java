package no.speil.web.desk;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.library.Actor;
import no.speil.library.Expected;
import no.speil.library.Library;
import no.speil.library.Linking;
import no.speil.library.Realigned;
import no.speil.tracking.Version;
import no.speil.web.answer.Json;
import no.speil.web.request.IfMatch;
import no.speil.web.request.Paths;
import no.speil.web.request.WrongRequest;
import no.speil.web.visitor.Writers;
import org.jspecify.annotations.Nullable;

/** The alignment of sections, for programs that put it right. */
public final class LinkApi {
  private final Library library;
  private final Writers writers;
  private final Json json;
  private final SectionApi sections;

  public LinkApi(Library library, Writers writers, Json json, SectionApi sections) {
    this.library = library;
    this.writers = writers;
    this.json = json;
    this.sections = sections;
  }

  /** Corrects one section. */
  public void link(Context context) throws IOException {
    Actor actor = writers.actor(context, "api");
    SectionId id = Paths.section(context);
    Version seen = IfMatch.of(context);
    LinkBody body = json.read(context, LinkBody.class);
    Linking linking = linking(body);
    sections.attempt(
        context,
        id,
        seen,
        Map.of("action", String.valueOf(body.action())),
        section -> library.link(section, linking, seen, actor));
  }

  /** Says that a passage is left out on purpose, or that it is not. */
  public void omit(Context context) throws IOException {
    Actor actor = writers.actor(context, "api");
    SectionId id = Paths.section(context);
    Version seen = IfMatch.of(context);
    Boolean omitted = json.read(context, OmitBody.class).omitted();
    if (omitted == null) {
      throw new WrongRequest.BadRequest("Say whether it is left out as \"omitted\".");
    }
    sections.attempt(
        context,
        id,
        seen,
        Map.of("omitted", omitted.toString()),
        section -> library.omit(section, omitted, seen, actor));
  }

  /** Confirms many. */
  public void confirm(Context context) throws IOException {
    Actor actor = writers.actor(context, "api");
    DocumentId id = Paths.document(context);
    ConfirmBody body = json.read(context, ConfirmBody.class);
    if (body.sections() == null) {
      throw new WrongRequest.VersionMissing();
    }
    double above = body.above() == null ? 0 : body.above();
    List<Expected> wanted = body.sections().stream().map(MarkApi::expected).toList();
    List<MarkApi.AnswerJson> answers =
        library.confirmLinks(id, above, wanted, actor).stream()
            .map(answer -> MarkApi.AnswerJson.of(id, answer))
            .toList();
    json.write(context, new MarkApi.MarkedJson(id.value(), answers));
  }

  /** Aligns a whole document again, or takes that back. */
  public void again(Context context) throws IOException {
    Actor actor = writers.actor(context, "api");
    DocumentId id = Paths.document(context);
    AgainBody body = json.read(context, AgainBody.class);
    boolean undo = Boolean.TRUE.equals(body.undo());
    Realigned done = undo ? library.undoAlignAgain(id, actor) : library.alignAgain(id, actor);
    json.write(
        context,
        new AgainJson(
            id.value(), done.document().sections().size(), done.changed(), done.weighed()));
  }

  private static Linking linking(LinkBody body) {
    return switch (String.valueOf(body.action())) {
      case "join" -> new Linking.Join(MarkApi.expected(body.with()));
      case "split" ->
          new Linking.Split(
              number(body.original(), "original"), number(body.translation(), "translation"));
      case "move" ->
          new Linking.Move(
              Links.side(String.valueOf(body.side())),
              body.blocks() == null ? 1 : body.blocks(),
              MarkApi.expected(body.with()));
      case "unlink" -> new Linking.Unlink();
      case "confirm" -> new Linking.Confirm();
      case "undo" -> new Linking.Undo();
      default ->
          throw new WrongRequest.BadRequest(
              "The action is one of join, split, move, unlink, confirm and undo.");
    };
  }

  private static int number(@Nullable Integer blocks, String side) {
    if (blocks == null) {
      throw new WrongRequest.BadRequest(
          "Say how many blocks the first part keeps as \"" + side + "\".");
    }
    return blocks;
  }

  /**
   * Body of a correction.
   *
   * @param with the other section of a join or a move
   */
  record LinkBody(
      @Nullable String action,
      MarkApi.@Nullable VersionedJson with,
      @Nullable Integer original,
      @Nullable Integer translation,
      @Nullable String side,
      @Nullable Integer blocks) {}

  /** Body of an alignment again. */
  record AgainBody(@Nullable Boolean undo) {}

  /**
   * What came of it.
   *
   * @param sections how many the document has now
   */
  record AgainJson(String document, int sections, int changed, int weighed) {}

  /** Body of an omission. */
  record OmitBody(@Nullable Boolean omitted) {}

  /** Body of a confirmation of many. */
  record ConfirmBody(
      @Nullable Double above, @Nullable List<MarkApi.@Nullable VersionedJson> sections) {}
}
