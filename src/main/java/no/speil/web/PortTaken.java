package no.speil.web;

/** Another program listens where this server was told to. */
public final class PortTaken extends RuntimeException {
  private static final long serialVersionUID = 1;

  PortTaken(String host, int port, Throwable cause) {
    super(
        "Port %d on %s is taken: stop the other program or choose another with --port."
            .formatted(port, host),
        cause);
  }
}
