package no.speil.web.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.text.Normalizer;
import no.speil.record.EventSignature;
import org.jspecify.annotations.Nullable;

/**
 * The name that a user writes under: from the request's header, else from the cookie, else the one
 * that the server was started with.
 */
public final class UserNames {
  private static final String HEADER = "X-Speil-As";
  private static final String COOKIE = "speil-as";
  private static final int LONGEST = 60;
  private static final int YEAR = 365 * 24 * 60 * 60;

  private final String standard;

  public UserNames(String standard) {
    this.standard = standard;
  }

  String of(Context context) {
    String said = context.header(HEADER);
    if (said != null) {
      return check(asUtf8(said));
    }
    String chosen = context.cookie(COOKIE);
    return chosen == null ? standard : check(decodeCookie(chosen));
  }

  /** The same for showing; an invalid name counts as missing. */
  public String shown(Context context) {
    try {
      return of(context);
    } catch (NameRefused e) {
      return standard;
    }
  }

  /** Stores the name in a cookie; an empty one deletes it. */
  public void choose(Context context, String name) {
    if (name.isBlank()) {
      context.removeCookie(COOKIE, "/");
      return;
    }
    var cookie = new Cookie(COOKIE, URLEncoder.encode(check(name), UTF_8).replace("+", "%20"));
    cookie.setPath("/");
    cookie.setMaxAge(YEAR);
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.STRICT);
    context.cookie(cookie);
  }

  private static String decodeCookie(String cookie) {
    try {
      return URLDecoder.decode(cookie, UTF_8);
    } catch (IllegalArgumentException e) {
      throw new NameRefused("The name in the cookie is not encoded as this server does.");
    }
  }

  static String check(String name) {
    String composed = Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
    if (composed.isEmpty() || composed.codePointCount(0, composed.length()) > LONGEST) {
      throw new NameRefused("A name has from one to %d characters.".formatted(LONGEST));
    }
    if (composed.codePoints().anyMatch(UserNames::isHidden)) {
      throw new NameRefused("A name has no control characters.");
    }
    if (composed.equalsIgnoreCase(EventSignature.PROGRAM)) {
      throw new NameRefused("The name %s is the program's own.".formatted(composed));
    }
    return composed;
  }

  private static boolean isHidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** Header fields come as Latin-1, though most programs send UTF-8. */
  private static String asUtf8(String header) {
    byte[] bytes = header.getBytes(ISO_8859_1);
    @Nullable String decoded = decode(bytes);
    return decoded != null && new String(bytes, ISO_8859_1).equals(header) ? decoded : header;
  }

  private static @Nullable String decode(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null; // it was Latin-1 after all
    }
  }

  /** The name is not allowed in a record. */
  public static final class NameRefused extends RequestException {
    private static final long serialVersionUID = 1;

    NameRefused(String message) {
      super(message);
    }
  }
}
