package no.speil.web.page;

import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import no.speil.corpus.Role;
import no.speil.library.Library;
import no.speil.library.actions.Actor;
import no.speil.messages.Messages;
import no.speil.people.Person;
import no.speil.web.http.AccessPolicy;
import no.speil.web.http.AccessPolicy.NotSignedIn;
import no.speil.web.http.ServerSettings;
import no.speil.web.http.SitePath;

/** Makes the frame of a page from the request. */
public final class PageShells {
  private final AccessPolicy access;
  private final Assets assets;
  private final ServerSettings settings;
  private final Library library;

  public PageShells(AccessPolicy access, Assets assets, ServerSettings settings, Library library) {
    this.access = access;
    this.assets = assets;
    this.settings = settings;
    this.library = library;
  }

  /** The frame of a page with one address and one language. */
  public PageShell around(Context context, String title) {
    return around(context, title, "");
  }

  /** The same with what the search box holds. */
  public PageShell around(Context context, String title, String query) {
    return around(context, new PageShell.Place(title, here(context), "", List.of(), query));
  }

  public PageShell around(Context context, PageShell.Place place) {
    UiLanguage.remember(context);
    Messages t = UiLanguage.of(context);
    return new PageShell(t, visitor(context), place, assets, PageShell.Owner.of(library, t));
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
    String own = library.archive().profile().imprint().url();
    return settings.publicUrl() != null || own.isEmpty()
        ? absolute(context, path)
        : under(own, path);
  }

  private static String under(String base, String path) {
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
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

  private PageShell.Visitor visitor(Context context) {
    Person person = access.person(context).orElse(null);
    RuntimeException obstacle = access.obstacle(context, Role.TRANSLATOR).orElse(null);
    Actor writer = person == null || obstacle != null ? null : AccessPolicy.actor(person, "web");
    return new PageShell.Visitor(
        person == null ? "" : person.name(),
        person == null ? Role.READER : person.role(),
        writer,
        writer == null ? 0 : library.inbox().count(writer),
        obstacle instanceof NotSignedIn,
        access.mayReport(context));
  }
}
