package no.speil.web.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import no.speil.corpus.TextHash;
import org.jspecify.annotations.Nullable;

/**
 * Tells caches what they may keep, and clients what they have already (RFC 9110, 12.5.5 and 13).
 */
public final class ResponseCaching {
  private static final String CACHE_CONTROL = "Cache-Control";
  private static final String NO_STORE = "no-store";
  private static final String VARY = "Vary";

  /** Every answer may be compressed. */
  private static final String BY_ENCODING = "Accept-Encoding";

  /** An entity tag in a list; its opaque part may hold commas. */
  private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");

  private static final int TAG_BYTES = 16;

  private ResponseCaching() {}

  static void varyByEncoding(Context context) {
    context.header(VARY, BY_ENCODING);
  }

  /** For an answer that depends on the language of the interface or on who asks. */
  public static void varyByVisitor(Context context) {
    context.header(VARY, BY_ENCODING + ", Accept-Language, Cookie");
  }

  /** A weak tag, since the bytes sent differ with their compression. */
  public static String weakTag(byte[] content) {
    MessageDigest digest = TextHash.sha256();
    digest.update(content);
    return weakTag(digest);
  }

  /** The same of what the digest has taken. */
  public static String weakTag(MessageDigest digest) {
    return "W/\"" + HexFormat.of().formatHex(digest.digest(), 0, TAG_BYTES) + '"';
  }

  /** Tags an answer to be read that lies in memory; sends none that the client has already. */
  public static void revalidate(Context context) throws IOException {
    HttpServletResponse response = context.res();
    if (context.req().getMethod().matches("GET|HEAD")
        && response.getStatus() == 200
        && response.getHeader("ETag") == null
        && !NO_STORE.equals(response.getHeader(CACHE_CONTROL))
        && context.resultInputStream() instanceof ByteArrayInputStream body) {
      byte[] content = body.readAllBytes();
      body.reset();
      if (isKnown(context, weakTag(content))) {
        context.result("");
      }
    }
  }

  /** For an answer to somebody who is signed in, which no cache may give to others. */
  static void keepPrivate(Context context) {
    if ("no-cache".equals(context.res().getHeader(CACHE_CONTROL))) {
      context.header(CACHE_CONTROL, "private, no-cache");
    }
  }

  /** For an answer that only some may see: it is not even left in their browser. */
  public static void forbidStoring(Context context) {
    context.header(CACHE_CONTROL, NO_STORE);
    varyByVisitor(context);
  }

  /**
   * Puts the tag on the answer. Whether the client has that version already; the answer is 304
   * then, and has no body.
   */
  public static boolean isKnown(Context context, String tag) {
    context.header("ETag", tag);
    boolean known = matches(context.header("If-None-Match"), tag);
    if (known) {
      context.status(HttpStatus.NOT_MODIFIED);
    }
    return known;
  }

  /** Compares weakly, as {@code If-None-Match} is compared: a proxy may have made the tag weak. */
  static boolean matches(@Nullable String asked, String tag) {
    if (asked == null) {
      return false;
    }
    String opaque = tag.startsWith("W/") ? tag.substring(2) : tag;
    return asked.strip().equals("*")
        || TAG.matcher(asked).results().anyMatch(each -> each.group(1).equals(opaque));
  }
}
