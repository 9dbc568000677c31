package no.speil.web.align;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import no.speil.align.correct.Correction;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.library.actions.Actor;
import no.speil.library.actions.ExpectedVersion;
import no.speil.library.actions.SectionUpdate;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.library.documents.ActionRefusedException.StaleVersion;
import no.speil.messages.Messages;
import no.speil.messages.RefusalTexts;
import no.speil.record.SectionVersion;
import no.speil.web.http.FormData;
import no.speil.web.http.IfMatch;
import no.speil.web.http.PathParams;
import no.speil.web.http.RequestException;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.section.ExpectedVersions;
import no.speil.web.section.ExpectedVersions.VersionedBody;
import no.speil.web.section.SectionApiResponse;
import org.jspecify.annotations.Nullable;

/** A person's correction of which blocks one section links. */
public final class LinkHandler {
  private final SiteContext site;
  private final AlignPage page;
  private final SectionApiResponse apiResponse;

  public LinkHandler(SiteContext site) {
    this.site = site;
    this.page = new AlignPage(site);
    this.apiResponse = new SectionApiResponse(site);
  }

  public void linkFromForm(Context context, Actor actor) throws IOException {
    SectionId id = PathParams.section(context);
    FormData form = FormData.of(context);
    Messages t = site.messages(context);
    try {
      SectionUpdate update = action(new ExpectedVersion(id, IfMatch.of(form)), form, actor).get();
      Redirects.other(
          context, SiteUrls.align(update.document().id(), update.section().section().id()));
    } catch (StaleVersion e) {
      page.refuse(context.status(412), id, t.of("error.stale-version"));
    } catch (NotNow e) {
      page.refuse(context.status(409), id, RefusalTexts.of(t, e));
    }
  }

  public void linkFromApi(Context context, Actor actor) throws IOException {
    SectionId id = PathParams.section(context);
    SectionVersion seen = IfMatch.of(context);
    LinkBody body = site.json().read(context, LinkBody.class);
    Supplier<SectionUpdate> action = action(new ExpectedVersion(id, seen), body, actor);
    apiResponse.attempt(context, id, seen, Map.of("action", String.valueOf(body.action())), action);
  }

  private Supplier<SectionUpdate> action(ExpectedVersion section, FormData form, Actor actor) {
    SectionId id = section.id();
    return switch (form.get("action")) {
      case "join-previous" -> join(section, neighbour(form, "previous"), actor);
      case "join-next" -> join(section, neighbour(form, "next"), actor);
      case "original-previous" -> move(section, form, Side.ORIGINAL, "previous", actor);
      case "original-next" -> move(section, form, Side.ORIGINAL, "next", actor);
      case "translation-previous" -> move(section, form, Side.TRANSLATION, "previous", actor);
      case "translation-next" -> move(section, form, Side.TRANSLATION, "next", actor);
      case "split" -> {
        int original = form.number("original", 0);
        int translation = form.number("translation", 0);
        yield correct(new Correction.Split(id, original, translation), actor, section);
      }
      case "unlink" -> correct(new Correction.Unlink(id), actor, section);
      case "confirm" -> correct(new Correction.Confirm(Set.of(id)), actor, section);
      case "undo" -> () -> site.library().alignment().undo(section, actor);
      default -> throw new RequestException.BadRequest("There is no such button.");
    };
  }

  private Supplier<SectionUpdate> join(
      ExpectedVersion section, ExpectedVersion other, Actor actor) {
    return correct(new Correction.Join(section.id(), other.id()), actor, section, other);
  }

  private Supplier<SectionUpdate> move(
      ExpectedVersion section, FormData form, Side side, String to, Actor actor) {
    int blocks = form.number("blocks", 1);
    ExpectedVersion other = neighbour(form, to);
    return correct(
        new Correction.Move(section.id(), side, blocks, other.id()), actor, section, other);
  }

  private Supplier<SectionUpdate> correct(
      Correction correction, Actor actor, ExpectedVersion... expected) {
    return () -> site.library().alignment().correct(correction, List.of(expected), actor);
  }

  private static ExpectedVersion neighbour(FormData form, String which) {
    List<ExpectedVersion> named = ExpectedVersions.parse(form.get(which));
    if (named.size() != 1) {
      throw new RequestException.BadRequest("There is no section on that side.");
    }
    return named.getFirst();
  }

  private Supplier<SectionUpdate> action(ExpectedVersion section, LinkBody body, Actor actor) {
    SectionId id = section.id();
    return switch (String.valueOf(body.action())) {
      case "join" -> join(section, ExpectedVersions.of(body.with()), actor);
      case "split" -> {
        int original = required(body.original(), "original");
        int translation = required(body.translation(), "translation");
        yield correct(new Correction.Split(id, original, translation), actor, section);
      }
      case "move" -> {
        Side side = side(String.valueOf(body.side()));
        int blocks = body.blocks() == null ? 1 : body.blocks();
        ExpectedVersion to = ExpectedVersions.of(body.with());
        yield correct(new Correction.Move(id, side, blocks, to.id()), actor, section, to);
      }
      case "unlink" -> correct(new Correction.Unlink(id), actor, section);
      case "confirm" -> correct(new Correction.Confirm(Set.of(id)), actor, section);
      case "undo" -> () -> site.library().alignment().undo(section, actor);
      default ->
          throw new RequestException.BadRequest(
              "The action is one of join, split, move, unlink, confirm and undo.");
    };
  }

  private static Side side(String code) {
    return switch (code) {
      case "original" -> Side.ORIGINAL;
      case "translation" -> Side.TRANSLATION;
      default -> throw new RequestException.BadRequest("The side is original or translation.");
    };
  }

  private static int required(@Nullable Integer blocks, String side) {
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
      @Nullable VersionedBody with,
      @Nullable Integer original,
      @Nullable Integer translation,
      @Nullable String side,
      @Nullable Integer blocks) {}
}
