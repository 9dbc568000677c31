package no.speil.web.work;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.library.Library;
import no.speil.library.aids.TermSuggestion;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.LiveDocument;
import no.speil.status.TrackedSection;
import no.speil.web.http.Json;
import no.speil.web.http.PathParams;
import no.speil.web.http.RequestException;
import no.speil.web.http.WriterAuth;
import no.speil.web.page.Messages;
import no.speil.web.page.PageShells;
import org.jspecify.annotations.Nullable;

/** Looks a text through that is being typed; writes nothing. */
public final class CheckApi {
  private final Library library;
  private final WriterAuth writers;
  private final AidViews aidViews;
  private final PageShells pageShells;
  private final Json json;

  public CheckApi(
      Library library, WriterAuth writers, AidViews aidViews, PageShells pageShells, Json json) {
    this.library = library;
    this.writers = writers;
    this.aidViews = aidViews;
    this.pageShells = pageShells;
    this.json = json;
  }

  /** Answers with advice in the language of the request, and with the text as readers see it. */
  public void check(Context context) throws IOException {
    writers.actor(context, "api");
    SectionId id = PathParams.section(context);
    String markdown = json.read(context, TextBody.class).markdown();
    if (markdown == null) {
      throw new RequestException.BadRequest("Give the text as \"markdown\".");
    }
    Messages t = pageShells.messages(context);
    LiveDocument document = aidViews.document(id);
    TrackedSection section =
        document.section(id).orElseThrow(() -> new ActionRefusedException.UnknownSection(id));
    String saved = library.aids().saved(document, section, markdown);
    json.write(
        context,
        new ChecksJson(
            aidViews.warnings(t, document, section, saved),
            library.aids().words(section, markdown),
            aidViews.preview(document, saved),
            saved,
            aidViews.savedAs(t, document, section, markdown, saved)));
  }

  /** Body of the request. */
  record TextBody(@Nullable String markdown) {}

  /** What was found, the words expected, safe HTML, and what would be saved. */
  record ChecksJson(
      List<AidView.Warning> checks,
      List<TermSuggestion> words,
      String preview,
      String saved,
      String savedAs) {}
}
