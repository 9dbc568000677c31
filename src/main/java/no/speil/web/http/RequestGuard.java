package no.speil.web.http;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.Set;
import no.speil.web.http.RequestException.BadRequest;
import org.jspecify.annotations.Nullable;

/**
 * Lets in what is meant for this server and, for anything that writes, what comes from its own
 * pages or from no page at all; and puts on every answer what browsers need to stay safe.
 */
public final class RequestGuard {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final String OVERRIDE = "X-HTTP-Method-Override";
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' https:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final AllowedHosts hosts;
  private final boolean isSecure;

  /**
   * @param isSecure whether browsers reach the server by https, and are to do so only
   */
  public RequestGuard(AllowedHosts hosts, boolean isSecure) {
    this.hosts = hosts;
    this.isSecure = isSecure;
  }

  public void pass(Context context) {
    protect(context);
    if (isSecure) {
      context.header("Strict-Transport-Security", "max-age=31536000");
    }
    String local = context.req().getLocalAddr();
    String host = context.header("Host");
    if (host == null || !hosts.own(host, local)) {
      throw new ForeignHost(host);
    }
    if (context.header(OVERRIDE) != null) {
      throw new BadRequest(
          "%s is not taken: send the request by the method that is meant.".formatted(OVERRIDE));
    }
    if (wantsUpgrade(context)) {
      throw new BadRequest("This server speaks plain HTTP only: send the request without Upgrade.");
    }
    if (!SAFE.contains(context.method().name())) { // what is routed, not what was sent
      requireOwnPage(context, local);
    }
  }

  /** Also for answers that are made before any handler runs. */
  public static void protect(Context context) {
    context.header("Content-Security-Policy", POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    // Not no-referrer: browsers would then send "Origin: null" with the forms of these very pages.
    context.header("Referrer-Policy", "same-origin");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    context.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    context.header("Cache-Control", "no-cache");
    ResponseCaching.varyByEncoding(context);
  }

  /** Whether another protocol is asked for; clients offer h2c with requests meant as they are. */
  private static boolean wantsUpgrade(Context context) {
    String wanted = context.header("Upgrade");
    return context.header("Sec-WebSocket-Version") != null
        || (wanted != null && !wanted.strip().equalsIgnoreCase("h2c"));
  }

  private void requireOwnPage(Context context, String local) {
    String site = context.header("Sec-Fetch-Site");
    boolean foreignSite = site != null && !site.equals("same-origin") && !site.equals("none");
    boolean foreignOrigin =
        Collections.list(context.req().getHeaders("Origin")).stream()
            .anyMatch(origin -> !hosts.ownOrigin(origin, local));
    if (foreignSite || foreignOrigin) {
      throw new CrossSite();
    }
  }

  /** Addressed under a name that is not this server's. */
  public static final class ForeignHost extends RequestException {
    ForeignHost(@Nullable String host) {
      super(
          "This server is not called “%s”; behind a proxy, start it with --public-url."
              .formatted(host == null ? "" : host));
    }
  }

  /** A write that another site's page asks for. */
  public static final class CrossSite extends RequestException {
    CrossSite() {
      super("Only this server's own pages may write.");
    }
  }
}
