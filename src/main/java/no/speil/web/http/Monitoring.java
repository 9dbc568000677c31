package no.speil.web.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How the server is watched.
 *
 * @param metricsToken by which other machines read the metrics; null where none may
 * @param accessLog is given a line for every request; null where none is kept
 */
public record Monitoring(@Nullable String metricsToken, @Nullable Consumer<String> accessLog) {
  /** Metrics for this machine, and no access log. */
  public static final Monitoring NONE = new Monitoring(null, null);

  private static final String BEARER = "Bearer ";

  /**
   * Whether the sender has the token, or is on this machine with no proxy in between.
   *
   * @param isPublic whether there is a proxy, which may not say that it is one
   */
  public boolean mayReadMetrics(Context context, boolean isPublic) {
    boolean local =
        !isPublic
            && ClientAddress.isLoopback(context.req().getRemoteAddr())
            && !ProxyHeaders.areIn(context);
    return local || hasToken(context.header("Authorization"));
  }

  private boolean hasToken(@Nullable String authorization) {
    return metricsToken != null
        && authorization != null
        && authorization.startsWith(BEARER)
        && MessageDigest.isEqual(
            bytes(authorization.substring(BEARER.length()).strip()), bytes(metricsToken));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
