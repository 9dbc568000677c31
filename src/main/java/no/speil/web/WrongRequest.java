package no.speil.web;

import java.util.Map;

/** A request that cannot be carried out as it stands; the message is a sentence for its sender. */
abstract class WrongRequest extends RuntimeException {
  private static final long serialVersionUID = 1;

  WrongRequest(String message) {
    super(message, null, false, false);
  }

  /** Members that its problem document has beside the standard ones. */
  Map<String, Object> members() {
    return Map.of();
  }

  /** Something in the address or the body is missing or is not what it should be. */
  static final class BadRequest extends WrongRequest {
    private static final long serialVersionUID = 1;

    BadRequest(String message) {
      super(message);
    }
  }

  /** There is nothing at this address. */
  static final class NotFound extends WrongRequest {
    private static final long serialVersionUID = 1;

    NotFound(String message) {
      super(message);
    }
  }

  /** A write that does not say which version of the section it was made against. */
  static final class VersionMissing extends WrongRequest {
    private static final long serialVersionUID = 1;

    VersionMissing() {
      super("Say which version you saw: send If-Match with the section's ETag.");
    }
  }

  /** As many exports are being made as can be at once. */
  static final class Busy extends WrongRequest {
    private static final long serialVersionUID = 1;

    Busy() {
      super("Other exports are being made. Try again in a moment.");
    }
  }

  /** A write against a version that is no longer the section's. */
  abstract static class Outdated extends WrongRequest {
    private static final long serialVersionUID = 1;

    Outdated(String message) {
      super(message);
    }
  }
}
