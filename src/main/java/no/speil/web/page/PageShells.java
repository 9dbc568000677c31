package no.speil.web.page;

import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import no.speil.web.http.AccessPolicy;
import no.speil.web.http.FormData;
import no.speil.web.http.ServerSettings;
import no.speil.web.http.UserNames;

/** Makes the frame of a page from the request. */
public final class PageShells {
  private final AccessPolicy access;
  private final UserNames names;
  private final Assets assets;
  private final ServerSettings settings;

  public PageShells(AccessPolicy access, UserNames names, Assets assets, ServerSettings settings) {
    this.access = access;
    this.names = names;
    this.assets = assets;
    this.settings = settings;
  }

  /** The frame of a page with one address and one language. */
  public PageShell around(Context context, String title) {
    return around(context, new PageShell.Place(title, here(context), "", List.of(), ""));
  }

  public PageShell around(Context context, PageShell.Place place) {
    UiLanguage.remember(context);
    return new PageShell(UiLanguage.of(context), visitor(context), place, assets.addresses());
  }

  public Messages messages(Context context) {
    return UiLanguage.of(context);
  }

  /** Takes the form in every page's head by which a user chooses the name to write under. */
  public void chooseName(Context context) {
    access.requireWriter(context);
    FormData form = FormData.of(context);
    names.choose(context, form.get("name"));
    Redirects.other(context, Redirects.local(form.get("back")));
  }

  /** The public address of a path of this server. */
  public String absolute(Context context, String path) {
    URI publicUrl = settings.publicUrl();
    String base = publicUrl == null ? "http://" + context.header("Host") : publicUrl.toString();
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
  }

  /** Path and query of this request without {@code lang}. */
  public static String here(Context context) {
    if (!context.req().getMethod().equals("GET")) {
      return "/";
    }
    String query = context.queryString();
    String kept = query == null ? "" : query.replaceAll("(^|&)lang=[^&]*", "");
    String path = context.req().getRequestURI();
    return kept.isEmpty() ? path : path + "?" + (kept.startsWith("&") ? kept.substring(1) : kept);
  }

  private PageShell.Visitor visitor(Context context) {
    String obstacle = access.obstacle(context).map(AccessPolicy.Obstacle::code).orElse("");
    return new PageShell.Visitor(
        obstacle.isEmpty() ? names.shown(context) : "", obstacle, access.mayReport(context));
  }
}
