package no.speil.web.work;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.library.actions.EditBase;
import no.speil.library.actions.SectionUpdate;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.ActionRefusedException.StaleVersion;
import no.speil.library.documents.SectionLocation;
import no.speil.record.CommentEvent;
import no.speil.record.Event;
import no.speil.record.SectionVersion;
import no.speil.status.TrackedSection;
import no.speil.web.http.IfMatch;
import no.speil.web.http.PathParams;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException;
import no.speil.web.http.StateParam;
import no.speil.web.page.HistoryJson;
import no.speil.web.page.SectionJson;
import no.speil.web.page.SiteContext;
import org.jspecify.annotations.Nullable;

/** One section for programs. */
public final class SectionApi {
  private final SiteContext site;

  public SectionApi(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    TrackedSection section = site.library().ids().section(PathParams.section(context));
    String tag = tag(section);
    if (tag.equals(context.header("If-None-Match"))) {
      context.status(304).header("ETag", tag);
      return;
    }
    answer(context, section);
  }

  /** What was done with it, also with one that is gone, a stretch at a time. */
  public void history(Context context) {
    SectionId id = PathParams.section(context);
    int before = QueryParams.number(context, "before", Integer.MAX_VALUE, 0, Integer.MAX_VALUE);
    SectionLocation location =
        site.library()
            .ids()
            .locate(id)
            .orElseThrow(() -> new ActionRefusedException.UnknownSection(id));
    List<Event> history =
        switch (location) {
          case SectionLocation.Present present -> site.library().ids().section(id).history();
          case SectionLocation.Gone gone -> gone.history();
        };
    site.json().write(context, HistoryJson.before(id, history, before));
  }

  public void mark(Context context) throws IOException {
    Actor actor = site.writers().actor(context, "api");
    SectionId id = PathParams.section(context);
    SectionVersion seen = IfMatch.of(context);
    State state = StateParam.parse(site.json().read(context, StateBody.class).state());
    attempt(
        context,
        id,
        seen,
        Map.of("state", state.code()),
        section -> site.library().marks().mark(section, state, seen, actor).section());
  }

  public void confirm(Context context) {
    Actor actor = site.writers().actor(context, "api");
    SectionId id = PathParams.section(context);
    SectionVersion seen = IfMatch.of(context);
    attempt(
        context,
        id,
        seen,
        Map.of(),
        section -> site.library().marks().confirm(section, seen, actor).section());
  }

  public void translate(Context context) throws IOException {
    Actor actor = site.writers().actor(context, "api");
    SectionId id = PathParams.section(context);
    SectionVersion seen = IfMatch.of(context);
    TranslationBody body = site.json().read(context, TranslationBody.class);
    String markdown = body.markdown();
    if (markdown == null) {
      throw new RequestException.BadRequest("Give the text as \"markdown\".");
    }
    EditBase base = base(seen, body.original());
    attemptSaving(
        context,
        id,
        seen,
        Map.of("markdown", markdown),
        section ->
            site.library()
                .edits()
                .edit(section, markdown, base, actor)
                .map(SectionUpdate::section));
  }

  private static EditBase base(SectionVersion seen, @Nullable Object original) {
    List<String> texts =
        switch (original) {
          case null -> List.of();
          case String text -> List.of(text);
          case List<?> blocks -> blocks.stream().map(String::valueOf).toList();
          default -> throw notItsOriginal();
        };
    return texts.isEmpty()
        ? EditBase.of(seen)
        : EditBase.of(seen, texts).orElseThrow(SectionApi::notItsOriginal);
  }

  private static RequestException notItsOriginal() {
    return new RequestException.BadRequest(
        "\"original\" is not the original of the version in If-Match. Give the Markdown of its"
            + " blocks as they were answered, or leave it out.");
  }

  public void comment(Context context) throws IOException {
    Actor actor = site.writers().actor(context, "api");
    SectionId id = PathParams.section(context);
    String text = site.json().read(context, CommentBody.class).text();
    if (text == null || text.isBlank()) {
      throw new RequestException.BadRequest("Give the comment as \"text\".");
    }
    String stripped = text.strip();
    if (CommentEvent.isTooLong(stripped)) {
      throw new RequestException.TextTooLong(
          "A comment has at most %d characters; this one has %d."
              .formatted(CommentEvent.MOST, CommentEvent.length(stripped)));
    }
    answer(context.status(201), site.library().marks().comment(id, stripped, actor).section());
  }

  /** Does it, or answers with the conflict. */
  void attempt(
      Context context,
      SectionId id,
      SectionVersion seen,
      Map<String, String> mine,
      Function<SectionId, TrackedSection> action) {
    attemptSaving(context, id, seen, mine, section -> Optional.of(action.apply(section)));
  }

  /** The same where the section may go; then there is nothing to answer with. */
  void attemptSaving(
      Context context,
      SectionId id,
      SectionVersion seen,
      Map<String, String> mine,
      Function<SectionId, Optional<TrackedSection>> action) {
    try {
      action
          .apply(id)
          .ifPresentOrElse(section -> answer(context, section), () -> context.status(204));
    } catch (StaleVersion e) {
      context.header("ETag", tag(e.now()));
      throw new VersionConflictException(
          e, seen, SectionJson.whole(site.library().ids().documentOf(id), e.now()), mine);
    }
  }

  void answer(Context context, TrackedSection section) {
    context.header("ETag", tag(section));
    site.json()
        .write(
            context,
            SectionJson.whole(site.library().ids().documentOf(section.section().id()), section));
  }

  private static String tag(TrackedSection section) {
    return "\"" + section.version() + "\"";
  }

  /** Body of a mark. */
  record StateBody(@Nullable String state) {}

  /**
   * Body of a translation.
   *
   * @param original that it was written for: its blocks in Markdown, or all of them as one text
   */
  record TranslationBody(@Nullable String markdown, @Nullable Object original) {}

  /** Body of a comment. */
  record CommentBody(@Nullable String text) {}
}
