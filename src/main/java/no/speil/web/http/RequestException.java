package no.speil.web.http;

import java.util.Map;
import java.util.OptionalLong;

/** A request that cannot be carried out as it stands; the message is a sentence for its sender. */
public abstract class RequestException extends RuntimeException {
  private static final long serialVersionUID = 1;

  protected RequestException(String message) {
    super(message, null, false, false);
  }

  /** Members that its problem document has beside the standard ones. */
  public Map<String, Object> members() {
    return Map.of();
  }

  /** After how many seconds it may be sent again as it is; empty where it may not. */
  public OptionalLong retryAfter() {
    return OptionalLong.empty();
  }

  /** Something in the address or the body is missing or is not what it should be. */
  public static final class BadRequest extends RequestException {
    private static final long serialVersionUID = 1;

    public BadRequest(String message) {
      super(message);
    }
  }

  /** More text than is taken there. */
  public static final class TextTooLong extends RequestException {
    private static final long serialVersionUID = 1;

    public TextTooLong(String message) {
      super(message);
    }
  }

  /** There is nothing at this address. */
  public static final class NotFound extends RequestException {
    private static final long serialVersionUID = 1;

    public NotFound(String message) {
      super(message);
    }
  }

  /** A write that does not say which version of the section it was made against. */
  public static final class VersionMissing extends RequestException {
    private static final long serialVersionUID = 1;

    public VersionMissing() {
      this("Say which version you saw: send If-Match with the section's ETag.");
    }

    public VersionMissing(String message) {
      super(message);
    }
  }

  /** As much is being done as can be at once. */
  public static final class Busy extends RequestException {
    private static final long serialVersionUID = 1;
    private static final int SECONDS = 5;

    Busy() {
      super("The server has much to do just now. Try again in %d seconds.".formatted(SECONDS));
    }

    @Override
    public OptionalLong retryAfter() {
      return OptionalLong.of(SECONDS);
    }
  }

  /** A write against a version that is no longer the section's. */
  public abstract static class Outdated extends RequestException {
    private static final long serialVersionUID = 1;

    protected Outdated(String message) {
      super(message);
    }
  }
}
