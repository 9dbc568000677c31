package no.speil.web.page;

import io.javalin.http.Context;
import no.speil.web.http.SitePath;

/** Sends a browser on to another page of this server. */
public final class Redirects {
  private Redirects() {}

  /** After a form, so that reloading does not post it again. */
  public static void other(Context context, String address) {
    context.status(303).header("Location", SitePath.before(context, address));
  }

  public static void moved(Context context, String address) {
    context.status(301).header("Location", SitePath.before(context, address));
  }

  /** The same, but empty stays empty. */
  public static String onward(String path) {
    return path.isEmpty() ? "" : local(path);
  }

  /** The path if it is one of this server; else the home page. */
  public static String local(String path) {
    boolean own =
        path.startsWith("/")
            && !path.startsWith("//")
            && path.indexOf('\\') < 0
            && path.chars().noneMatch(Character::isISOControl);
    return own ? path : "/";
  }
}
