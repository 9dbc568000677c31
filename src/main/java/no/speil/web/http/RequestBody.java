package no.speil.web.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bytes of a request, never more than {@value #LIMIT}. */
public final class RequestBody {
  /** Bytes; far above the longest section. */
  public static final int LIMIT = 1 << 20;

  /** Bytes of a larger body that are read and dropped, so that its sender gets to the answer. */
  private static final int DISCARD_LIMIT = 16 * LIMIT;

  private static final Set<String> BODILESS = Set.of("GET", "HEAD", "OPTIONS");
  private static final String RECEIVED = RequestBody.class.getName();

  private RequestBody() {}

  /** Waits for the body where a request can have one, so that reading it is not waited for. */
  static void receive(Context context) {
    boolean mayCome = !BODILESS.contains(context.req().getMethod());
    if (mayCome && context.attribute(RECEIVED) == null) {
      context.attribute(RECEIVED, arriving(context));
    }
  }

  public static byte[] read(Context context) {
    byte @Nullable [] received = context.attribute(RECEIVED);
    return received == null ? arriving(context) : received;
  }

  private static byte[] arriving(Context context) {
    try {
      InputStream body = context.req().getInputStream();
      byte[] bytes = body.readNBytes(LIMIT + 1);
      if (bytes.length > LIMIT) {
        // who is cut off while sending sees a broken connection, not the answer
        body.skip(DISCARD_LIMIT);
        throw new BodyTooLarge();
      }
      return bytes;
    } catch (IOException e) {
      throw new RequestException.BadRequest("The body breaks off, or its chunks are malformed.");
    }
  }

  /** Refuses requests with another media type; parameters do not matter. */
  public static void requireType(Context context, String wanted) {
    String written = context.header("Content-Type");
    String type = written == null ? "" : written.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!type.equals(wanted)) {
      throw new WrongContentType(wanted);
    }
  }

  /** The body is longer than the limit. */
  public static final class BodyTooLarge extends RequestException {
    private static final long serialVersionUID = 1;

    BodyTooLarge() {
      super("The body is larger than %d bytes.".formatted(LIMIT));
    }
  }

  /** The body has another media type. */
  public static final class WrongContentType extends RequestException {
    private static final long serialVersionUID = 1;

    WrongContentType(String wanted) {
      super("Send the body as %s.".formatted(wanted));
    }
  }
}
