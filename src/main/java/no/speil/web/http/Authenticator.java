package no.speil.web.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.speil.people.NewSession;
import no.speil.people.People;
import no.speil.people.Person;
import no.speil.people.UserAgent;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.http.ServerSettings.TrustedProxy;
import org.jspecify.annotations.Nullable;

/**
 * Tells who sends a request: by a token in {@code Authorization}, by the name in a header that a
 * trusted proxy sets, or by the cookie of a session. Nothing else makes anybody a person.
 */
public final class Authenticator {
  /** The address of the feed that is different for everybody. */
  public static final String PRIVATE_FEED = "/inbox.atom";

  private static final String BEARER = "Bearer ";
  private static final String BASIC = "Basic ";
  private static final String COOKIE = "speil-";
  private static final String KNOWN = "speil-known";
  private static final int YEAR = 365 * 24 * 60 * 60;
  private static final int LONGEST_DEVICE = 120;

  private final @Nullable People people;
  private final ServerSettings settings;

  /**
   * @param people null where the archive is served for reading only, so that nobody signs in
   */
  public Authenticator(@Nullable People people, ServerSettings settings) {
    this.people = people;
    this.settings = settings;
  }

  /** Who sends the request; empty for a reader. */
  public Optional<Person> person(Context context) {
    if (people == null) {
      return Optional.empty();
    }
    Optional<Person> known = context.attribute(COOKIE);
    if (known == null) {
      context.attribute(COOKIE, Optional.empty()); // for the page that says it was refused
      known = ask(people, context);
      context.attribute(COOKIE, known);
      if (known.isPresent()) {
        ResponseCaching.keepPrivate(context);
      }
    }
    return known;
  }

  /** Whom a proxy names outranks the session, which may be somebody else's or have outlived it. */
  private Optional<Person> ask(People people, Context context) {
    Optional<String> named = ofProxy(context);
    String authorization = context.header("Authorization");
    if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return people.ofToken(authorization.substring(BEARER.length()).strip());
    }
    if (authorization != null && isPrivateFeed(context)) {
      return password(authorization)
          .flatMap(people::ofToken)
          .or(() -> named.flatMap(people::ofProxy)); // it may be the proxy's that the reader sends
    }
    if (named.isPresent()) {
      return people.ofProxy(named.get());
    }
    String cookie = context.cookie(cookieName(people, context));
    return cookie == null ? Optional.empty() : people.ofSession(cookie);
  }

  /**
   * Feed readers can send a token as the password of basic authentication only. Nothing else takes
   * it: a browser would go on sending it, also for other sites.
   */
  public static boolean isPrivateFeed(Context context) {
    return SitePath.path(context).equals(PRIVATE_FEED)
        && context.req().getMethod().matches("GET|HEAD");
  }

  private static Optional<String> password(String authorization) {
    if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return Optional.empty();
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(authorization.substring(BASIC.length()).strip());
      String both = new String(decoded, UTF_8);
      return Optional.of(both.substring(both.indexOf(':') + 1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The name that a trusted proxy gives.
   *
   * @throws BadRequest if there are two, of which the caller may have sent one
   */
  private Optional<String> ofProxy(Context context) {
    TrustedProxy proxy = settings.trustedProxy();
    if (proxy == null
        || ClientAddress.parse(context.req().getRemoteAddr())
            .filter(proxy.address()::equals)
            .isEmpty()) {
      return Optional.empty();
    }
    List<String> names = Collections.list(context.req().getHeaders(proxy.userHeader()));
    if (names.size() > 1) {
      throw new BadRequest(
          "%s came twice: the proxy has to replace what a caller sends, not to add to it."
              .formatted(proxy.userHeader()));
    }
    Optional<String> named =
        names.stream().filter(name -> !name.isBlank()).map(Authenticator::asUtf8).findFirst();
    if (named.isPresent() && !proxy.hasSaid(context.header(TrustedProxy.SECRET_HEADER))) {
      People.AUDIT.warn(
          "{} came from {} without the right {}: nobody was signed in",
          proxy.userHeader(),
          proxy.address().getHostAddress(),
          TrustedProxy.SECRET_HEADER);
      return Optional.empty();
    }
    return named;
  }

  /** Whether a secret is the wanted one, found out in a time that tells nothing of it. */
  public static boolean isSame(@Nullable String given, String wanted) {
    return given != null && MessageDigest.isEqual(given.getBytes(UTF_8), wanted.getBytes(UTF_8));
  }

  /** Header fields come as Latin-1, though most programs send UTF-8. */
  private static String asUtf8(String header) {
    byte[] bytes = header.getBytes(ISO_8859_1);
    String utf8 = new String(bytes, UTF_8);
    boolean isUtf8 = Arrays.equals(utf8.getBytes(UTF_8), bytes);
    return isUtf8 && new String(bytes, ISO_8859_1).equals(header) ? utf8 : header;
  }

  /** Lets the browser keep a session that has begun, and be known the next time. */
  public void keep(Context context, NewSession session) {
    long seconds = session.lasts().toSeconds();
    String name = cookieName(Objects.requireNonNull(people), context);
    setCookie(context, name, session.value(), seconds == 0 ? -1 : Math.toIntExact(seconds));
    setCookie(context, KNOWN, session.known(), YEAR);
  }

  /** Ends the session that the request came by. */
  public void signOut(Context context) {
    People all = people;
    if (all != null) {
      person(context).map(Person::session).ifPresent(it -> all.endSession(it.name(), it.id()));
      setCookie(context, cookieName(all, context), "", 0);
    }
  }

  /**
   * Sets a cookie that no script reads and no other site's form sends.
   *
   * @param maxAge seconds; 0 removes it, less keeps it until the browser is closed
   */
  public void setCookie(Context context, String name, String value, int maxAge) {
    setCookie(context, name, value, maxAge, SitePath.ofCookies(context));
  }

  /** The same for that path alone, as browsers see it. */
  public void setCookie(Context context, String name, String value, int maxAge, String path) {
    var cookie = new Cookie(name, value);
    cookie.setPath(path);
    cookie.setMaxAge(maxAge);
    cookie.setHttpOnly(true);
    cookie.setSecure(settings.isSecure());
    cookie.setSameSite(SameSite.LAX);
    context.cookie(cookie);
  }

  /** With the prefix, browsers take it from this host alone, encrypted (RFC 6265bis, 4.1.3). */
  private String cookieName(People people, Context context) {
    boolean isOfHost = settings.isSecure() && SitePath.ofCookies(context).equals("/");
    return (isOfHost ? "__Host-" : "") + COOKIE + people.sessions().cookieSuffix();
  }

  /** With what somebody signs in. */
  public static UserAgent browser(Context context) {
    ClientAddress from = ClientAddress.of(context);
    String known = Objects.requireNonNullElse(context.cookie(KNOWN), "");
    return new UserAgent(device(context), from.host(), from.network(), known);
  }

  /** What the browser calls itself, for the list of sessions. */
  private static String device(Context context) {
    String agent = Objects.requireNonNullElse(context.header("User-Agent"), "");
    String device = agent.replaceAll("[\\p{Cntrl}]", " ");
    return device.substring(0, Math.min(device.length(), LONGEST_DEVICE));
  }
}
