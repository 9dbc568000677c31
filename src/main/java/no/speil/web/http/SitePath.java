package no.speil.web.http;

import io.javalin.http.Context;

/**
 * The path below which the whole site is served, such as {@code /arkiv}; empty at the top of a
 * host. In the program each address begins at the site's home page: the site path is put before it
 * where it goes out, and taken off where a request comes in.
 */
public final class SitePath {
  private SitePath() {}

  /** An address of this server as others must write it; any other stays as it is. */
  public static String before(Context context, String address) {
    return before(context.contextPath(), address);
  }

  /** The same below a given site path. */
  public static String before(String base, String address) {
    return isOfThisServer(address) ? base + address : address;
  }

  /** The path of the request, seen from the home page. */
  public static String path(Context context) {
    String path = context.path();
    String base = context.contextPath();
    return path.startsWith(base) ? path.substring(base.length()) : path; // as if written as %61rkiv
  }

  /** The path of cookies, so that other sites of the same host do not get them. */
  public static String ofCookies(Context context) {
    return context.contextPath().isEmpty() ? "/" : context.contextPath();
  }

  /** Whether an address begins at the home page: neither relative nor another site's. */
  public static boolean isOfThisServer(String address) {
    return address.startsWith("/") && !address.startsWith("//");
  }
}
