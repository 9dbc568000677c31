package no.speil.web.http;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.web.http.RequestException.BadRequest;
import org.jspecify.annotations.Nullable;

/**
 * Lets in what is meant for this server and, for anything that writes, what comes from its own
 * pages or from no page at all; and puts on every answer what browsers need to stay safe. A name in
 * {@code Host} that is not this server's is a page that had its own name resolve to this machine
 * (DNS rebinding), or a mistake.
 */
public final class RequestGuard {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private static final String OVERRIDE = "X-HTTP-Method-Override";

  private static final String FORMS = "form-action 'self'";

  /** What browsers may do with an answer that says nothing else. */
  public static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' https:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final ServerSettings settings;

  private final IntSupplier port;
  private final String policy;

  /**
   * @param port that the server listens on
   */
  public RequestGuard(ServerSettings settings, IntSupplier port) {
    this.settings = settings;
    this.port = port;
    this.policy =
        settings.oidc() == null // else signing out leads there
            ? POLICY
            : POLICY.replace(FORMS, FORMS + " " + settings.oidc().origin());
  }

  public void pass(Context context) {
    protect(context);
    context.header("Content-Security-Policy", policy);
    if (settings.isSecure()) {
      context.header("Strict-Transport-Security", "max-age=31536000");
    }
    String local = context.req().getLocalAddr();
    String host = context.header("Host");
    if (host == null || !isOwn(host, local)) {
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
            .anyMatch(origin -> !isOwnOrigin(origin, local));
    if (foreignSite || foreignOrigin) {
      throw new CrossSite();
    }
  }

  /**
   * Whether {@code Host} names this server.
   *
   * @param localAddress the address that the connection came in on
   */
  private boolean isOwn(String host, String localAddress) {
    return authorities(localAddress).contains(host.toLowerCase(Locale.ROOT));
  }

  /** Whether {@code Origin} is a page of this server. */
  private boolean isOwnOrigin(String origin, String localAddress) {
    int scheme = origin.indexOf("://");
    if (scheme < 0) {
      return false;
    }
    String authority = origin.substring(scheme + 3).toLowerCase(Locale.ROOT);
    URI publicUrl = settings.publicUrl();
    if (publicUrl != null && publicAuthorities(publicUrl).contains(authority)) {
      return origin.substring(0, scheme).equalsIgnoreCase(publicUrl.getScheme());
    }
    return origin.startsWith("http://") && isOwn(authority, localAddress);
  }

  private Set<String> authorities(String localAddress) {
    URI publicUrl = settings.publicUrl();
    Stream<String> direct =
        Stream.of("localhost", "127.0.0.1", "[::1]", settings.host(), localAddress)
            .flatMap(name -> authorities(bracketed(name), port.getAsInt(), 80));
    return Stream.concat(
            direct, publicUrl == null ? Stream.of() : publicAuthorities(publicUrl).stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> publicAuthorities(URI url) {
    int standard = "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    int port = url.getPort() < 0 ? standard : url.getPort();
    return authorities(String.valueOf(url.getHost()), port, standard).collect(Collectors.toSet());
  }

  /** The name with the port, and without it where the port is standard. */
  private static Stream<String> authorities(String name, int port, int standard) {
    String lower = name.toLowerCase(Locale.ROOT);
    return port == standard ? Stream.of(lower, lower + ":" + port) : Stream.of(lower + ":" + port);
  }

  private static String bracketed(String address) {
    return address.contains(":") && !address.startsWith("[") ? "[" + address + "]" : address;
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
