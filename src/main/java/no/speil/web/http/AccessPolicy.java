package no.speil.web.http;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who may write. Without accounts that is the person at the machine and nobody else: the server is
 * bound to loopback, the connection comes from there, and nothing shows a proxy in between.
 */
public final class AccessPolicy {
  private static final Set<String> FORWARDING =
      Set.of(
          "forwarded",
          "via",
          "x-real-ip",
          "true-client-ip",
          "client-ip",
          "x-client-ip",
          "x-cluster-client-ip");
  private static final Set<String> FORWARDING_FAMILIES =
      Set.of("x-forwarded", "x-original-", "cf-");

  private final ServerSettings settings;
  private final boolean archiveReadOnly;

  public AccessPolicy(ServerSettings settings, boolean archiveReadOnly) {
    this.settings = settings;
    this.archiveReadOnly = archiveReadOnly;
  }

  /** Why the sender may not write; empty if they may. */
  public Optional<Obstacle> obstacle(Context context) {
    if (settings.readOnly() || archiveReadOnly) {
      return Optional.of(Obstacle.READ_ONLY);
    }
    if (settings.publicUrl() != null || !isLoopback(settings.host())) {
      return Optional.of(Obstacle.OPEN_TO_OTHERS);
    }
    if (isForwarded(context) || !isLoopback(context.req().getRemoteAddr())) {
      return Optional.of(Obstacle.FROM_ELSEWHERE);
    }
    return Optional.empty();
  }

  /** Whether the sender may report errors: writers always, others if the settings say so. */
  public boolean mayReport(Context context) {
    return othersMayReport() || obstacle(context).isEmpty();
  }

  /** Whether users who may not write may report errors. */
  public boolean othersMayReport() {
    return settings.accessMode() == AccessMode.REPORTS && !archiveReadOnly;
  }

  /** Refuses users who may not report. */
  void requireReporter(Context context) {
    if (!mayReport(context)) {
      throw new NotAReporter(settings.readOnly() || archiveReadOnly);
    }
  }

  /** Refuses users who may not write. */
  public void requireWriter(Context context) {
    obstacle(context)
        .ifPresent(
            obstacle -> {
              throw new NotAWriter(obstacle);
            });
  }

  private static boolean isForwarded(Context context) {
    return Collections.list(context.req().getHeaderNames()).stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(
            name ->
                FORWARDING.contains(name)
                    || FORWARDING_FAMILIES.stream().anyMatch(name::startsWith));
  }

  static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false; // a name that nothing answers to is surely not this machine's own
    }
  }

  /** Why a user may only read. */
  public enum Obstacle {
    READ_ONLY("This archive is served for reading only."),
    OPEN_TO_OTHERS("This server can be reached by others, so it is for reading only."),
    FROM_ELSEWHERE("Only the person at the machine may write; this request came through a proxy.");

    private final String sentence;

    Obstacle(String sentence) {
      this.sentence = sentence;
    }

    /** The last part of its message key. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The sender may not report errors. */
  public static final class NotAReporter extends RequestException {
    private static final long serialVersionUID = 1;

    NotAReporter(boolean readOnly) {
      super(
          readOnly
              ? "No reports are taken, since nothing is written here."
              : "Reports are taken from everybody only where the server is started with --reports.");
    }
  }

  /** The sender may only read. */
  public static final class NotAWriter extends RequestException {
    private static final long serialVersionUID = 1;
    private final Obstacle obstacle;

    NotAWriter(Obstacle obstacle) {
      super(obstacle.sentence);
      this.obstacle = obstacle;
    }

    /** Why not. */
    public Obstacle obstacle() {
      return obstacle;
    }
  }
}
