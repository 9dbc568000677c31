package no.speil.web.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import no.speil.web.http.RequestException.BadRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bytes of a request, which are held in memory: {@value #LIMIT} at most, {@value #READER_LIMIT}
 * from those who may not write.
 */
public final class RequestBody {
  /** Bytes; far above the longest section. */
  public static final int LIMIT = 1 << 20;

  /** Bytes of files that come back from translators' tools; some hundred documents. */
  public static final int UPLOAD_LIMIT = 8 << 20;

  /** Bytes of a report or of a form to sign in with, and far above both. */
  public static final int READER_LIMIT = 64 << 10;

  /** Bytes of a larger body that are read and dropped, so that its sender gets to the answer. */
  private static final int DISCARD_LIMIT = 16 * LIMIT;

  private static final Logger LOG = LoggerFactory.getLogger(RequestBody.class);
  private static final Set<String> BODILESS = Set.of("GET", "HEAD", "OPTIONS");
  private static final String RECEIVED = RequestBody.class.getName();
  private static final String ALLOWED = RECEIVED + ".allowed";
  private static final int PIECE = 8 << 10;

  private RequestBody() {}

  /** Whether a request can have a body at all. */
  public static boolean mayCome(Context context) {
    return !BODILESS.contains(context.req().getMethod());
  }

  /** Accepts up to so many bytes from the sender of this request, who may write. */
  public static void allow(Context context, int limit) {
    context.attribute(ALLOWED, limit);
  }

  /** Waits for the body where a request can have one, so that reading it is not waited for. */
  public static void receive(Context context) {
    receive(context, ClientStream.SLOWEST);
  }

  /** The same from a client that keeps that pace. */
  static void receive(Context context, ClientStream.Pace pace) {
    if (mayCome(context) && context.attribute(RECEIVED) == null) {
      arriving(context, pace);
    }
  }

  /**
   * Reads the body of a request that was refused before anybody read it. Else the server would
   * close the connection on which a proxy may have sent the next request, and that would fail.
   */
  public static void receiveRest(Context context) {
    try {
      receive(context);
    } catch (RequestException e) {
      LOG.debug("the rest of a refused request is not waited for", e);
    }
  }

  public static byte[] read(Context context) {
    byte @Nullable [] received = context.attribute(RECEIVED);
    return received == null ? arriving(context, ClientStream.SLOWEST) : received;
  }

  private static byte[] arriving(Context context, ClientStream.Pace pace) {
    Integer allowed = context.attribute(ALLOWED);
    try {
      byte[] received = take(context, pace, allowed == null ? READER_LIMIT : allowed);
      context.attribute(RECEIVED, received);
      return received;
    } catch (RequestException e) {
      context.attribute(RECEIVED, new byte[0]);
      context.header("Connection", "close"); // the rest is not read
      throw e;
    }
  }

  /** The body; drops what is more than the limit: who is cut off while sending sees no answer. */
  private static byte[] take(Context context, ClientStream.Pace pace, int limit) {
    long start = System.nanoTime();
    var bytes = new ByteArrayOutputStream();
    var piece = new byte[PIECE];
    long arrived = 0;
    int read = 0;
    try {
      while (read >= 0 && arrived < DISCARD_LIMIT) {
        bytes.write(piece, 0, Math.min(read, limit + 1 - bytes.size()));
        if (pace.left(System.nanoTime() - start, arrived) < 0) {
          throw new BodyTooSlow();
        }
        read = context.req().getInputStream().read(piece);
        arrived += Math.max(0, read);
      }
    } catch (IOException e) {
      throw new BadRequest("The body breaks off, or its chunks are malformed.");
    }
    if (bytes.size() > limit) {
      throw new BodyTooLarge(limit);
    }
    return bytes.toByteArray();
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
    private final int limit;

    BodyTooLarge(int limit) {
      super("The body is larger than %d bytes.".formatted(limit));
      this.limit = limit;
    }

    /** In bytes. */
    public int limit() {
      return limit;
    }
  }

  /** The body comes so slowly that its sender seems to have no end in mind. */
  public static final class BodyTooSlow extends RequestException {
    BodyTooSlow() {
      super("The body came too slowly.");
    }
  }

  /** The body has another media type. */
  public static final class WrongContentType extends RequestException {
    WrongContentType(String wanted) {
      super("Send the body as %s.".formatted(wanted));
    }
  }
}
