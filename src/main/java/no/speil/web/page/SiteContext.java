package no.speil.web.page;

import io.javalin.http.Context;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import no.speil.archive.backup.Backup;
import no.speil.corpus.ArchiveProfile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.Role;
import no.speil.corpus.SectionId;
import no.speil.delivery.Outbox;
import no.speil.git.GitSync;
import no.speil.library.Library;
import no.speil.library.actions.Actor;
import no.speil.library.catalogue.Catalogue;
import no.speil.library.documents.ActionRefusedException.ReadOnly;
import no.speil.library.documents.ActionRefusedException.UnknownDocument;
import no.speil.library.documents.DocumentStore;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.LiveSection;
import no.speil.markdown.render.MarkdownRenderer;
import no.speil.messages.Messages;
import no.speil.people.People;
import no.speil.people.Person;
import no.speil.web.http.AccessPolicy;
import no.speil.web.http.Authenticator;
import no.speil.web.http.ReportLimits;
import no.speil.web.http.ServerSettings;
import no.speil.web.http.ServerSettings.AccessMode;
import no.speil.web.http.SitePath;
import org.jspecify.annotations.Nullable;

/**
 * What every handler of this site uses: the library, who may do what, JSON and pages.
 *
 * @param source of the library, or of what everybody may read of it
 * @param people null where the archive is served for reading only
 * @param git null where the archive is not kept in git
 */
public record SiteContext(
    Supplier<Library> source,
    MarkdownRenderer renderer,
    Clock clock,
    Instant started,
    AccessPolicy access,
    @Nullable People people,
    Authenticator authenticator,
    Assets assets,
    PageRenderer pages,
    ServerSettings settings,
    @Nullable GitSync git,
    Notices notices) {

  /** Of an archive that may be kept in git. */
  public static SiteContext of(
      Library library, MarkdownRenderer renderer, ServerSettings settings, @Nullable GitSync git) {
    var clock = Clock.systemUTC();
    ArchiveProfile profile = library.archive().profile();
    People people =
        settings.readOnly() || library.archive().readOnly()
            ? null
            : People.serving(
                library.archive().root(),
                settings.as(),
                clock,
                settings.takesPasswords(),
                List.of(profile.name().in("nb"), profile.name().in("en")));
    var authenticator = new Authenticator(people, settings);
    var access = new AccessPolicy(settings, authenticator, people, ReportLimits.standard(clock));
    var pages = new PageRenderer();
    return new SiteContext(
        () -> library,
        renderer,
        clock,
        clock.instant(),
        access,
        people,
        authenticator,
        new Assets(),
        pages,
        settings,
        git,
        new Notices(
            new Outbox(settings.mailServer(), settings.webhook()), pages, settings.publicUrl()));
  }

  /** The same for those who read what everybody may read. */
  public SiteContext publicPart() {
    return new SiteContext(
        () -> library().latestPublicPart(), // which the table of routes has just asked for
        renderer,
        clock,
        started,
        access,
        people,
        authenticator,
        assets,
        pages,
        settings,
        git,
        notices);
  }

  public Library library() {
    return source.get();
  }

  /** What of it the sender may read. */
  public Library library(Context context) {
    return access.person(context).isPresent() ? library() : library().publicPart();
  }

  public DocumentStore documents() {
    return library().documents();
  }

  public Catalogue catalogue() {
    return library().catalogue();
  }

  /**
   * The document as its files are now.
   *
   * @throws UnknownDocument if there is none
   */
  public LiveDocument document(DocumentId id) {
    return documents().find(id).orElseThrow(() -> new UnknownDocument(id));
  }

  /** The section as it is now; refuses if it is gone, or there never was one. */
  public LiveSection section(SectionId id) {
    return LiveSection.of(document(library().ids().documentOf(id)), id);
  }

  /**
   * The people of the archive.
   *
   * @throws ReadOnly if nobody signs in here
   */
  public People requirePeople() {
    return Optional.ofNullable(people).orElseThrow(ReadOnly::new);
  }

  /** Everything that a keeper should put right, by file. */
  public List<Problem> problems() {
    var problems = new ArrayList<>(library().problems());
    if (people != null) {
      problems.addAll(people.problems());
      problems.addAll(notices.outbox().problems(people::isReachedAt));
    }
    if (git != null) {
      problems.addAll(git.status().problems());
    }
    Backup.failure(library().archive().root()).ifPresent(problems::add);
    return problems;
  }

  /** Whose archive it is. */
  public PageShell.Owner owner() {
    boolean offersCopy =
        settings.accessMode() != AccessMode.STATIC
            && Files.isRegularFile(library().archive().copy());
    return new PageShell.Owner(library(), notices.outbox().sendsMail(), offersCopy);
  }

  /** The frame of what is sent to a person. */
  public PageShell shell(Messages t, String person) {
    return new PageShell(
        t,
        new PageShell.Visitor(person, false, null, 0, false, false),
        new PageShell.Place("", "/", "", List.of(), ""),
        assets,
        owner(),
        clock.instant());
  }

  /** The messages in the language of the request. */
  public Messages messages(Context context) {
    return UiLanguage.of(context);
  }

  /** The frame of a page; its title is a message with these values. */
  public PageShell shell(Context context, String title, Object... values) {
    return around(context, messages(context).of(title, values));
  }

  /** The frame of a page with one address and one language. */
  public PageShell around(Context context, String title) {
    return around(context, title, "");
  }

  /** The same with what the search box holds. */
  public PageShell around(Context context, String title, String query) {
    return around(context, new PageShell.Place(title, here(context), "", List.of(), query));
  }

  /** The frame of a page about a search, whose title is that and a message. */
  public PageShell aroundSearch(Context context, String query, String title) {
    return around(context, ShortText.joined(" – ", query, messages(context).of(title)), query);
  }

  /** The frame of a page about a former version, whose canonical address is today's. */
  public PageShell ofVersion(Context context, String title, String today) {
    String canonical = permanent(context, today);
    return around(context, new PageShell.Place(title, here(context), canonical, List.of(), ""));
  }

  public PageShell around(Context context, PageShell.Place place) {
    UiLanguage.remember(context, authenticator);
    Messages t = UiLanguage.of(context);
    return new PageShell(t, visitor(context), place, assets, owner(), clock.instant());
  }

  private PageShell.Visitor visitor(Context context) {
    Person person = access.person(context).orElse(null);
    Actor writer =
        person != null && access.may(context, Role.TRANSLATOR)
            ? AccessPolicy.actor(person, "web")
            : null;
    return new PageShell.Visitor(
        person == null ? "" : person.name(),
        person != null && person.role().includes(Role.KEEPER),
        writer,
        writer == null ? 0 : library().inbox().count(writer),
        people != null && person == null,
        access.mayReport(context));
  }

  /** Path and query of this request without {@code lang}. */
  public static String here(Context context) {
    if (!context.req().getMethod().matches("GET|HEAD")) {
      return "/";
    }
    String query = context.queryString();
    String kept = query == null ? "" : query.replaceAll("(^|&)lang=[^&]*", "");
    String path = SitePath.path(context);
    return kept.isEmpty() ? path : path + "?" + (kept.startsWith("&") ? kept.substring(1) : kept);
  }

  /** The address at which this server is reached for a path of it. */
  public String absolute(Context context, String path) {
    URI publicUrl = settings.publicUrl();
    return under(
        publicUrl == null ? "http://" + context.header("Host") : publicUrl.toString(), path);
  }

  /**
   * The address to cite for a path of this server: below the public address that it was started
   * with, else below the one that the archive says of itself.
   */
  public String permanent(Context context, String path) {
    String own = library().archive().profile().imprint().url();
    return settings.publicUrl() != null || own.isEmpty()
        ? absolute(context, path)
        : under(own, path);
  }

  private static String under(String base, String path) {
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
  }

  /** What the archive is called in that language. */
  public String archiveName(Messages t) {
    return library().archive().profile().name().in(t.lang());
  }

  /** Answers with a page; {@code view} is the only parameter of the template. */
  public void show(Context context, String template, Object view) {
    pages.show(context, template, view);
  }
}
