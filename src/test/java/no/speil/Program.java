package no.speil;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Other programs, run in a folder until they end. */
public final class Program {
  /** Nobody's settings but these. */
  private static final Map<String, String> GIT =
      Map.of(
          "GIT_CONFIG_GLOBAL", "/dev/null",
          "GIT_CONFIG_NOSYSTEM", "1",
          "GIT_AUTHOR_NAME", "Kari",
          "GIT_AUTHOR_EMAIL", "kari@example.org",
          "GIT_COMMITTER_NAME", "Kari",
          "GIT_COMMITTER_EMAIL", "kari@example.org");

  private Program() {}

  /**
   * The beginning of a command that runs a class of this class path: the class and its arguments
   * follow. For programs that do little, since less is compiled while they start.
   *
   * @param options of Java
   */
  public static List<String> java(String... options) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    return command;
  }

  /**
   * The same for {@code no.speil.Main}. Where Maven has packed the program, that runs, with its
   * classes from an archive.
   *
   * @param leavesArchive whether it leaves that archive where there is none yet, when it ends
   */
  public static List<String> main(boolean leavesArchive, String... options) {
    List<String> command = java(options);
    String packed = System.getProperty("speil.jar");
    if (packed != null) {
      command.addAll(
          List.of(
              (leavesArchive ? "-XX:+" : "-XX:-") + "AutoCreateSharedArchive",
              "-XX:SharedArchiveFile=" + archiveOf(Path.of(packed)),
              "-Xlog:disable",
              "-cp",
              packed)); // the last one counts
    }
    command.add("no.speil.Main");
    return command;
  }

  /** Deletes that of an earlier build, which Java neither uses nor replaces. */
  private static Path archiveOf(Path packed) {
    Path archive = packed.resolveSibling("speil.jsa");
    try {
      if (Files.exists(archive)
          && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(packed)) < 0) {
        Files.deleteIfExists(archive);
      }
      return archive;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs git as {@link #run} does. */
  public static String git(Path folder, String... arguments) {
    return run(
        folder, Stream.concat(Stream.of("git"), Stream.of(arguments)).toArray(String[]::new));
  }

  /**
   * Runs it and answers with what it says.
   *
   * @throws IllegalStateException if it ends with another code than 0
   */
  public static String run(Path folder, String... command) {
    try {
      var builder = new ProcessBuilder(List.of(command)).directory(folder.toFile());
      builder.environment().putAll(GIT);
      Process process = builder.redirectErrorStream(true).start();
      process.getOutputStream().close();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IllegalStateException(String.join(" ", command) + ": " + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A port of this machine's own that nothing listens at; not one that is given out by itself. */
  public static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException e) {
        // taken
      }
    }
  }

  /** Whether a program listens there by now. */
  public static boolean listens(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
