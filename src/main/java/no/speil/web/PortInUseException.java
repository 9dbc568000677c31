package no.speil.web;

import java.nio.channels.UnresolvedAddressException;

/** The server cannot listen on its port, usually because another program does. */
public final class PortInUseException extends RuntimeException {
  PortInUseException(String host, int port, Throwable cause) {
    super(
        ("Port %d on %s cannot be used (%s): stop the other program, or choose another port or"
                + " address with --port or --host.")
            .formatted(port, host, reason(cause)),
        cause);
  }

  /** Whether this user may not listen there, as at a port below 1024: no later try helps. */
  public boolean isForbidden() {
    return reason(this).equals("Permission denied");
  }

  private static String reason(Throwable failure) {
    Throwable innermost = failure;
    for (Throwable next = failure; next != null; next = next.getCause()) {
      innermost = next;
    }
    String message = innermost.getMessage();
    return message == null || innermost instanceof UnresolvedAddressException
        ? "no such address is known"
        : message;
  }
}
