package no.speil.web.http;

import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A request that is refused; the message is a sentence for its sender. */
public abstract class RequestException extends RuntimeException {
  private final long retrySeconds;

  protected RequestException(String message) {
    this(message, 0);
  }

  /** One that may succeed after so many seconds. */
  protected RequestException(String message, long retrySeconds) {
    super(message, null, false, false);
    this.retrySeconds = retrySeconds;
  }

  /** The value; refuses a request without it. */
  public static <T> T required(@Nullable T value, String otherwise) {
    if (value == null) {
      throw new BadRequest(otherwise);
    }
    return value;
  }

  /** Further members of its problem document. */
  public Map<String, Object> members() {
    return Map.of();
  }

  /** Seconds after which the same request may succeed; empty if it never will. */
  public OptionalLong retryAfter() {
    return retrySeconds == 0 ? OptionalLong.empty() : OptionalLong.of(retrySeconds);
  }

  /** What a program posts is not signed as agreed. */
  public static final class Unsigned extends RequestException {
    public Unsigned(String message) {
      super(message);
    }
  }

  /** Something in the address or the body is missing or malformed. */
  public static final class BadRequest extends RequestException {
    public BadRequest(String message) {
      super(message);
    }
  }

  /** Somebody else has written a text than who sends it. */
  public static final class OtherWriter extends RequestException {
    public OtherWriter(String writer) {
      super("This text was written by %s: sign in as %s to save it.".formatted(writer, writer));
    }
  }

  /** A text is longer than allowed. */
  public static final class TextTooLong extends RequestException {
    public TextTooLong(String message) {
      super(message);
    }
  }

  /** The address does not exist. */
  public static class NotFound extends RequestException {
    public NotFound(String message) {
      super(message);
    }
  }

  /** The address is one of a former version, and what it answered is no longer offered. */
  public static final class Removed extends RequestException {
    public Removed() {
      super("This version of Speil no longer has this. The changelog says what there is instead.");
    }
  }

  /** A write does not name the version of the section that it expects. */
  public static final class VersionMissing extends RequestException {
    public VersionMissing() {
      this("Say which version you saw: send If-Match with the section's ETag.");
    }

    public VersionMissing(String message) {
      super(message);
    }
  }

  /** The server is at its limit. */
  public static final class Busy extends RequestException {
    private static final int SECONDS = 5;

    Busy() {
      super(
          "The server has much to do just now. Try again in %d seconds.".formatted(SECONDS),
          SECONDS);
    }
  }
}
