package no.speil.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.newsclub.net.unix.AFUNIXDatagramSocket;
import org.newsclub.net.unix.AFUNIXSocketAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells systemd that the server is ready, now and then that it still answers, and that it stops, as
 * sd_notify(3) says. The server is asked over HTTP, as others ask it; while it does not answer, it
 * is not reported as alive. Where no systemd waits for that, nothing is done.
 */
final class SystemdNotifier {
  private static final Logger LOG = LoggerFactory.getLogger(SystemdNotifier.class);

  private final String socket;
  private final URI server;
  private final Set<String> warned = ConcurrentHashMap.newKeySet();
  private final long watchdogMicros;
  private volatile boolean isStopping;

  /**
   * @param environment with what systemd says in it: {@code NOTIFY_SOCKET}, {@code WATCHDOG_USEC}
   * @param server the address that it answers at
   */
  SystemdNotifier(Map<String, String> environment, URI server) {
    this.socket = environment.getOrDefault("NOTIFY_SOCKET", "").replaceFirst("^@", "\0");
    this.server = server;
    String micros = environment.getOrDefault("WATCHDOG_USEC", "");
    this.watchdogMicros = micros.matches("\\d{1,15}") ? Long.parseLong(micros) : 0;
  }

  void start() {
    if (!socket.isEmpty()) {
      Thread.ofPlatform().daemon().name("systemd").start(this::run);
    }
  }

  void stop() {
    if (!socket.isEmpty()) {
      isStopping = true;
      tell("STOPPING=1");
    }
  }

  private void run() {
    // The unit may keep the server from reaching its own address: its silence says nothing then.
    tell("READY=1\nSTATUS=Speil is at " + server + (answers() ? "" : "\nWATCHDOG_USEC=0"));
    while (watchdogMicros > 0 && !isStopping) {
      LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(watchdogMicros) / 4);
      if (answers()) {
        tell("WATCHDOG=1\nWATCHDOG_USEC=" + watchdogMicros);
      }
    }
  }

  private boolean answers() {
    String problem = HealthCommand.problem(URI.create(server + "/healthz"));
    if (!problem.isEmpty() && !isStopping && warned.add(problem)) {
      LOG.warn("The server does not answer itself at {}: {}", server, problem);
    }
    return problem.isEmpty();
  }

  private void tell(String message) {
    try (AFUNIXDatagramSocket datagrams = AFUNIXDatagramSocket.newInstance()) {
      // As an InetAddress, by whose type Java need not load the library before this is run.
      InetAddress systemd = AFUNIXSocketAddress.of(socket.getBytes(UTF_8)).wrapAddress();
      byte[] bytes = message.getBytes(UTF_8);
      datagrams.send(new DatagramPacket(bytes, bytes.length, systemd, 0));
    } catch (IOException | RuntimeException | LinkageError e) {
      if (warned.add(e.toString())) {
        LOG.warn("systemd cannot be told how the server is: {}", e.getMessage());
      }
    }
  }
}
