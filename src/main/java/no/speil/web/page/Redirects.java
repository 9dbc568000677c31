package no.speil.web.page;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Map;
import java.util.Objects;
import no.speil.web.http.Json;
import no.speil.web.http.SitePath;

/** Sends a browser on to another page of this server. */
public final class Redirects {
  private Redirects() {}

  /** After a form, so that reloading does not post it again; a page's script is told where to. */
  public static void other(Context context, String address) {
    if (asksScript(context)) {
      Json.write(context, Map.of("next", address));
    } else {
      context.status(303).header("Location", SitePath.before(context, address));
    }
  }

  /** Whether a page's script has sent the form, and goes on itself. */
  public static boolean asksScript(Context context) {
    String accept = Objects.requireNonNullElse(context.header("Accept"), "");
    return context.method().equals(HandlerType.POST) && accept.startsWith("application/json");
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
        SitePath.isOfThisServer(path)
            && path.indexOf('\\') < 0
            && path.chars().noneMatch(Character::isISOControl);
    return own ? path : "/";
  }
}
