package no.speil.web.http;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How the server is watched.
 *
 * @param metricsToken by which other machines read the metrics; null where none may
 * @param accessLog is given a line for every request; null where none is kept
 */
public record Monitoring(@Nullable String metricsToken, @Nullable Consumer<String> accessLog) {
  private static final String BEARER = "Bearer ";

  /** The headers by which a request shows that it came through a proxy, or how they begin. */
  private static final Set<String> PROXY_HEADERS =
      Set.of(
          "forwarded",
          "via",
          "x-real-ip",
          "true-client-ip",
          "client-ip",
          "x-client-ip",
          "x-cluster-client-ip");

  private static final Set<String> PROXY_FAMILIES = Set.of("x-forwarded", "x-original-", "cf-");

  /**
   * Whether the sender has the token, or is on this machine with no proxy in between.
   *
   * @param isPublic whether there is a proxy, which may not say that it is one
   */
  public boolean mayReadMetrics(Context context, boolean isPublic) {
    boolean local =
        !isPublic && ClientAddress.isLoopback(context.req().getRemoteAddr()) && !isProxied(context);
    return local || hasToken(context.header("Authorization"));
  }

  private boolean hasToken(@Nullable String authorization) {
    return metricsToken != null
        && authorization != null
        && authorization.startsWith(BEARER)
        && Authenticator.isSame(authorization.substring(BEARER.length()).strip(), metricsToken);
  }

  /** Whether a request has a header of a proxy. */
  private static boolean isProxied(Context context) {
    return Collections.list(context.req().getHeaderNames()).stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(
            name ->
                PROXY_HEADERS.contains(name) || PROXY_FAMILIES.stream().anyMatch(name::startsWith));
  }
}
