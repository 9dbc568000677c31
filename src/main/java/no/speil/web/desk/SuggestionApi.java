package no.speil.web.desk;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import no.speil.corpus.SectionId;
import no.speil.library.Actor;
import no.speil.library.Library;
import no.speil.tracking.Version;
import no.speil.web.answer.Json;
import no.speil.web.request.IfMatch;
import no.speil.web.request.Paths;
import no.speil.web.request.WrongRequest;
import no.speil.web.visitor.Writers;
import org.jspecify.annotations.Nullable;

/** Suggestions for programs. */
public final class SuggestionApi {
  private final Library library;
  private final Writers writers;
  private final Json json;
  private final SectionApi sections;

  public SuggestionApi(Library library, Writers writers, Json json, SectionApi sections) {
    this.library = library;
    this.writers = writers;
    this.json = json;
    this.sections = sections;
  }

  public void suggest(Context context) throws IOException {
    Actor actor = writers.actor(context, "api");
    SectionId id = Paths.section(context);
    String markdown = json.read(context, SuggestionBody.class).markdown();
    if (markdown == null || markdown.isBlank()) {
      throw new WrongRequest.BadRequest("Give the text as \"markdown\".");
    }
    sections.answer(context.status(201), library.suggest(id, markdown, actor));
  }

  /** Accepting changes the text, so it needs the version that was seen; dismissing does not. */
  public void resolve(Context context) throws IOException {
    Actor actor = writers.actor(context, "api");
    SectionId id = Paths.section(context);
    String suggestion = context.pathParam("suggestion");
    Boolean accept = json.read(context, ResolveBody.class).accept();
    if (accept == null) {
      throw new WrongRequest.BadRequest("Say true or false as \"accept\".");
    }
    if (!accept) {
      sections.answer(context, library.dismiss(id, suggestion, actor));
      return;
    }
    Version seen = IfMatch.of(context);
    sections.attempt(
        context,
        id,
        seen,
        Map.of("suggestion", suggestion),
        section -> library.accept(section, suggestion, seen, actor));
  }

  /** Body of a suggestion. */
  record SuggestionBody(@Nullable String markdown) {}

  /** Body of what is to become of one. */
  record ResolveBody(@Nullable Boolean accept) {}
}
