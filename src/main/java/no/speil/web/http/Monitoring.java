package no.speil.web.http;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the server is watched.
 *
 * @param metricsToken by which other machines read the metrics; null where none may
 * @param accessLog is given a line for every request; null where none is kept
 */
public record Monitoring(@Nullable String metricsToken, @Nullable Consumer<String> accessLog) {
  private static final String BEARER = "Bearer ";

  /** The headers by which a request shows that it came through a proxy. */
  private static final Pattern PROXY_HEADER =
      Pattern.compile(
          "forwarded|via|(true-|x-|x-cluster-)?client-ip|x-real-ip|x-forwarded.*|x-original-.*|cf-.*",
          Pattern.CASE_INSENSITIVE);

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
        .anyMatch(name -> PROXY_HEADER.matcher(name).matches());
  }
}
