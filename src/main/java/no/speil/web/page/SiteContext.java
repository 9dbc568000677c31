package no.speil.web.page;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.ArchiveProfile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.library.Library;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.LiveDocument;
import no.speil.markdown.render.MarkdownRenderer;
import no.speil.messages.Messages;
import no.speil.people.People;
import no.speil.web.http.AccessPolicy;
import no.speil.web.http.Authenticator;
import no.speil.web.http.Json;
import no.speil.web.http.ReportLimits;
import no.speil.web.http.ServerSettings;
import org.jspecify.annotations.Nullable;

/**
 * What every handler of this site uses: the library, who may do what, JSON and pages.
 *
 * @param people null where the archive is served for reading only
 */
public record SiteContext(
    Library library,
    MarkdownRenderer renderer,
    Clock clock,
    Instant started,
    AccessPolicy access,
    @Nullable People people,
    Authenticator authenticator,
    Json json,
    Assets assets,
    PageRenderer pages,
    PageShells pageShells,
    List<String> translateCommand) {

  private static final List<String> EXAMPLES = List.of("words", "phrase", "prefix", "or");

  public static SiteContext of(
      Library library, MarkdownRenderer renderer, ServerSettings settings) {
    var clock = Clock.systemUTC();
    ArchiveProfile profile = library.archive().profile();
    boolean readOnly = settings.readOnly() || library.archive().readOnly();
    People people =
        readOnly
            ? null
            : People.serving(
                library.archive().root(),
                settings.as(),
                clock,
                settings.takesPasswords(),
                List.of(profile.name().in("nb"), profile.name().in("en")));
    var authenticator = new Authenticator(people, settings);
    var access =
        new AccessPolicy(
            settings,
            authenticator,
            people,
            ReportLimits.standard(clock),
            library.archive().readOnly());
    var assets = new Assets();
    return new SiteContext(
        library,
        renderer,
        clock,
        clock.instant(),
        access,
        people,
        authenticator,
        new Json(),
        assets,
        new PageRenderer(),
        new PageShells(access, assets, settings, library),
        settings.translateCommand());
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

  /**
   * The people of the archive.
   *
   * @throws ActionRefusedException.ReadOnly if nobody signs in here
   */
  public People requirePeople() {
    if (people == null) {
      throw new ActionRefusedException.ReadOnly();
    }
    return people;
  }

  /** Everything that a keeper should put right, by file. */
  public List<Problem> problems() {
    var problems = new ArrayList<>(library.problems());
    if (people != null) {
      problems.addAll(people.problems());
    }
    return problems;
  }

  /** The messages in the language of the request. */
  public Messages messages(Context context) {
    return UiLanguage.of(context);
  }

  /** The frame of a page; its title is a message with these values. */
  public PageShell shell(Context context, String title, Object... values) {
    return pageShells.around(context, messages(context).of(title, values));
  }

  /** What the archive is called in that language. */
  public String archiveName(Messages t) {
    return library.archive().profile().name().in(t.lang());
  }

  /** Queries to try: the keeper's, else some that suit most archives. */
  public List<LinkChoice> examples(Messages t) {
    List<String> own = library.archive().profile().examples();
    Stream<String> fixed = EXAMPLES.stream().map(code -> t.of("example." + code + ".query"));
    return (own.isEmpty() ? fixed : own.stream())
        .map(it -> new LinkChoice(it, "/search?q=" + SiteUrls.encode(it)))
        .toList();
  }

  /** Answers with JSON. */
  public void answer(Context context, Object value) {
    json.write(context, value);
  }

  /** Answers with a page; {@code view} is the only parameter of the template. */
  public void show(Context context, String template, Object view) {
    pages.show(context, template, view);
  }
}
