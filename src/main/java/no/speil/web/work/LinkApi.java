package no.speil.web.work;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import no.speil.align.correct.Correction;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.library.actions.Actor;
import no.speil.library.actions.ExpectedVersion;
import no.speil.library.actions.RealignResult;
import no.speil.record.SectionVersion;
import no.speil.status.TrackedSection;
import no.speil.web.http.IfMatch;
import no.speil.web.http.PathParams;
import no.speil.web.http.RequestException;
import no.speil.web.page.SiteContext;
import org.jspecify.annotations.Nullable;

/** The alignment of sections, for programs that put it right. */
public final class LinkApi {
  private final SiteContext site;
  private final SectionApi sections;

  public LinkApi(SiteContext site) {
    this.site = site;
    this.sections = new SectionApi(site);
  }

  /** Corrects one section. */
  public void link(Context context) throws IOException {
    Actor actor = site.writers().actor(context, "api");
    SectionId id = PathParams.section(context);
    SectionVersion seen = IfMatch.of(context);
    LinkBody body = site.json().read(context, LinkBody.class);
    Supplier<TrackedSection> action = link(new ExpectedVersion(id, seen), body, actor);
    sections.attempt(
        context,
        id,
        seen,
        Map.of("action", String.valueOf(body.action())),
        section -> action.get());
  }

  /** Says that a passage is left out on purpose, or that it is not. */
  public void omit(Context context) throws IOException {
    Actor actor = site.writers().actor(context, "api");
    SectionId id = PathParams.section(context);
    SectionVersion seen = IfMatch.of(context);
    Boolean omitted = site.json().read(context, OmitBody.class).omitted();
    if (omitted == null) {
      throw new RequestException.BadRequest("Say whether it is left out as \"omitted\".");
    }
    sections.attempt(
        context,
        id,
        seen,
        Map.of("omitted", omitted.toString()),
        section -> site.library().marks().omit(section, omitted, seen, actor).section());
  }

  /** Confirms many. */
  public void confirm(Context context) throws IOException {
    Actor actor = site.writers().actor(context, "api");
    DocumentId id = PathParams.document(context);
    ConfirmBody body = site.json().read(context, ConfirmBody.class);
    if (body.sections() == null) {
      throw new RequestException.VersionMissing();
    }
    double above = body.above() == null ? 0 : body.above();
    List<ExpectedVersion> wanted = body.sections().stream().map(MarkApi::expected).toList();
    List<MarkApi.AnswerJson> answers =
        site.library().alignment().confirmAll(id, above, wanted, actor).stream()
            .map(actionResult -> MarkApi.AnswerJson.of(id, actionResult))
            .toList();
    site.json().write(context, new MarkApi.MarkedJson(id.value(), answers));
  }

  /** Aligns a whole document again, or takes that back. */
  public void again(Context context) throws IOException {
    Actor actor = site.writers().actor(context, "api");
    DocumentId id = PathParams.document(context);
    AgainBody body = site.json().read(context, AgainBody.class);
    boolean undo = Boolean.TRUE.equals(body.undo());
    RealignResult done =
        undo
            ? site.library().realignment().undo(id, actor)
            : site.library().realignment().again(id, actor);
    site.json()
        .write(
            context,
            new AgainJson(
                id.value(), done.document().sections().size(), done.changed(), done.weighed()));
  }

  private Supplier<TrackedSection> link(ExpectedVersion section, LinkBody body, Actor actor) {
    SectionId id = section.id();
    return switch (String.valueOf(body.action())) {
      case "join" -> {
        ExpectedVersion other = MarkApi.expected(body.with());
        yield link(new Correction.Join(id, other.id()), actor, section, other);
      }
      case "split" -> {
        int original = number(body.original(), "original");
        int translation = number(body.translation(), "translation");
        yield link(new Correction.Split(id, original, translation), actor, section);
      }
      case "move" -> {
        Side side = SectionLinks.side(String.valueOf(body.side()));
        int blocks = body.blocks() == null ? 1 : body.blocks();
        ExpectedVersion to = MarkApi.expected(body.with());
        yield link(new Correction.Move(id, side, blocks, to.id()), actor, section, to);
      }
      case "unlink" -> link(new Correction.Unlink(id), actor, section);
      case "confirm" -> link(new Correction.Confirm(Set.of(id)), actor, section);
      case "undo" -> () -> site.library().alignment().undo(section, actor).section();
      default ->
          throw new RequestException.BadRequest(
              "The action is one of join, split, move, unlink, confirm and undo.");
    };
  }

  private Supplier<TrackedSection> link(
      Correction correction, Actor actor, ExpectedVersion... expected) {
    return () -> site.library().alignment().correct(correction, List.of(expected), actor).section();
  }

  private static int number(@Nullable Integer blocks, String side) {
    if (blocks == null) {
      throw new RequestException.BadRequest(
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
