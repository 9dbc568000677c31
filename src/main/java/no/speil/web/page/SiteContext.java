package no.speil.web.page;

import io.javalin.http.Context;
import java.time.Clock;
import no.speil.corpus.DocumentId;
import no.speil.library.Library;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.LiveDocument;
import no.speil.markdown.render.MarkdownRenderer;
import no.speil.web.http.AccessPolicy;
import no.speil.web.http.Json;
import no.speil.web.http.RateLimiter;
import no.speil.web.http.ReporterAuth;
import no.speil.web.http.ServerSettings;
import no.speil.web.http.UserNames;
import no.speil.web.http.WriterAuth;

/** What every handler of this site uses: the library, who may do what, JSON and pages. */
public record SiteContext(
    Library library,
    MarkdownRenderer renderer,
    Clock clock,
    AccessPolicy access,
    UserNames names,
    WriterAuth writers,
    ReporterAuth reporters,
    Json json,
    Assets assets,
    PageRenderer pages,
    PageShells pageShells,
    SectionRows rows) {

  public static SiteContext of(
      Library library, MarkdownRenderer renderer, ServerSettings settings) {
    var clock = Clock.systemUTC();
    var access = new AccessPolicy(settings, library.archive().readOnly());
    var names = new UserNames(settings.as());
    var assets = new Assets();
    return new SiteContext(
        library,
        renderer,
        clock,
        access,
        names,
        new WriterAuth(access, names),
        new ReporterAuth(access, names, RateLimiter.standard(clock)),
        new Json(),
        assets,
        new PageRenderer(),
        new PageShells(access, names, assets, settings),
        new SectionRows(library, renderer, access.othersMayReport()));
  }

  /**
   * The document as its files are now.
   *
   * @throws ActionRefusedException.UnknownDocument if there is none
   */
  public LiveDocument document(DocumentId id) {
    return library
        .documents()
        .find(id)
        .orElseThrow(() -> new ActionRefusedException.UnknownDocument(id));
  }

  /** The messages in the language of the request. */
  public Messages messages(Context context) {
    return UiLanguage.of(context);
  }

  /** Answers with a page; {@code view} is the only parameter of the template. */
  public void show(Context context, String template, Object view) {
    pages.show(context, template, view);
  }
}
