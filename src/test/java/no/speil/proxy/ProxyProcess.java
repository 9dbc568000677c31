package no.speil.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** A real proxy in the foreground, with all that it writes in a folder of its own. */
final class ProxyProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final Path log;

  private ProxyProcess(Path folder, int port, List<String> command) {
    this.log = folder.resolve("log");
    try {
      var builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().put("HOME", folder.toString()); // where Caddy keeps its own
      builder.environment().put("XDG_DATA_HOME", folder.toString());
      builder.environment().put("XDG_CONFIG_HOME", folder.toString());
      this.process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    await(port);
  }

  /** Runs nginx with these blocks of {@code http}; waits until it listens at the port. */
  static ProxyProcess nginx(Path folder, int port, String blocks) {
    var lines = new ArrayList<String>();
    if (System.getProperty("user.name").equals("root")) {
      lines.add("user root;"); // the folder is closed to everybody else
    }
    lines.addAll(List.of("daemon off;", "worker_processes 1;", "pid nginx.pid;", "events {}"));
    lines.addAll(List.of("http {", "access_log off;"));
    for (String kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
      lines.add(kind + "_temp_path " + kind + ";");
    }
    lines.addAll(List.of(blocks, "}", ""));
    Path configuration = write(folder.resolve("nginx.conf"), String.join("\n", lines));
    String prefix = folder + "/";
    return new ProxyProcess(
        folder,
        port,
        List.of("nginx", "-p", prefix, "-e", "stderr", "-c", configuration.toString()));
  }

  /** Runs Caddy with that Caddyfile; waits until it listens at the port. */
  static ProxyProcess caddy(Path folder, int port, String caddyfile) {
    Path configuration = write(folder.resolve("Caddyfile"), caddyfile);
    return new ProxyProcess(
        folder,
        port,
        List.of("caddy", "run", "--adapter", "caddyfile", "--config", configuration.toString()));
  }

  /**
   * A port that nothing listens at just now, of those that a system gives to nobody by itself: it
   * could be another's until the proxy listens.
   */
  static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (BindException e) {
        // taken
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void await(int port) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!listens(port)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        close();
        throw new IllegalStateException("the proxy does not listen: " + said());
      }
      pause();
    }
  }

  private static boolean listens(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false; // not yet
    }
  }

  /** What it has printed. */
  String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
