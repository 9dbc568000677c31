package no.speil.web.http;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;

/** The headers by which a request shows that it came through a proxy. */
final class ProxyHeaders {
  private static final Set<String> NAMES =
      Set.of(
          "forwarded",
          "via",
          "x-real-ip",
          "true-client-ip",
          "client-ip",
          "x-client-ip",
          "x-cluster-client-ip");
  private static final Set<String> FAMILIES = Set.of("x-forwarded", "x-original-", "cf-");

  private ProxyHeaders() {}

  /** Whether a request has one. */
  static boolean areIn(Context context) {
    return Collections.list(context.req().getHeaderNames()).stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(name -> NAMES.contains(name) || FAMILIES.stream().anyMatch(name::startsWith));
  }
}
