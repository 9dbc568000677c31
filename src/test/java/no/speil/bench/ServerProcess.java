package no.speil.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.speil.Program;

/** The real server, or another program that says where it is, as a process of its own. */
public final class ServerProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final String SMALL = "-Xmx256m";

  private final Process process;
  private final Thread listener;
  private final long startNanos;
  private final CompletableFuture<URI> address = new CompletableFuture<>();
  private final CompletableFuture<String> token = new CompletableFuture<>();
  private final List<String> said = new ArrayList<>();

  private ServerProcess(List<String> command) {
    this.startNanos = System.nanoTime();
    try {
      this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new UncheckedIOException("starting a server", e);
    }
    this.listener =
        Thread.ofPlatform().daemon().name("output of " + process.pid()).start(this::listen);
  }

  /** Serves the archive of that folder on a free port, as kari; does not wait for it. */
  public static ServerProcess serve(Path root, String... jvm) {
    var program = new ArrayList<>(List.of("no.speil.Main"));
    program.addAll(serving(root));
    return launch(List.of(jvm), program);
  }

  /** The same by a small Java that starts soon, with more of the command's options. */
  public static ServerProcess serve(Path root, List<String> options) {
    List<String> command = Program.main(true, SMALL);
    command.addAll(serving(root));
    command.addAll(options);
    return new ServerProcess(command);
  }

  /**
   * As {@link #serve}, with so many open files at most, sockets counted.
   *
   * @param classPath of archives alone, since each class of a folder would be a file to open
   */
  public static ServerProcess serveWithin(Path root, int descriptors, String classPath) {
    String limited = "ulimit -n " + descriptors + "; exec \"$@\"";
    var command = new ArrayList<>(List.of("sh", "-c", limited, "sh"));
    command.addAll(Program.java(SMALL));
    command.addAll(List.of("-cp", classPath, "no.speil.Main")); // the last path counts
    command.addAll(serving(root));
    return new ServerProcess(command);
  }

  /** As {@link #serve}, by a program made by jpackage, which has its own Java. */
  static ServerProcess servePackaged(Path program, Path root, String... jvm) {
    var command = new ArrayList<>(List.of("env", "JAVA_TOOL_OPTIONS=" + String.join(" ", jvm)));
    command.add(program.toString());
    command.addAll(serving(root));
    return new ServerProcess(command);
  }

  private static List<String> serving(Path root) {
    return List.of("serve", "--root", root.toString(), "--port", "0", "--as", "kari");
  }

  /** Runs a main class of this class path that prints a line ending with its address. */
  public static ServerProcess launch(List<String> jvm, List<String> program) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(jvm);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(program);
    return new ServerProcess(command);
  }

  /** Where it is, once it says so. */
  public URI address() {
    try {
      return address.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the server did not say where it is: " + said(), e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until it answers that path with 200, and says how long that took from its start. */
  public Duration awaitAnswer(String path, Duration atMost) {
    var client = new ApiClient(address(), "");
    while (client.get(path).statusCode() != 200) {
      if (sinceStart().compareTo(atMost) > 0) {
        throw new IllegalStateException("no answer from " + path + ": " + said());
      }
      pause(Math.clamp(sinceStart().toMillis() / 100, 5, 500)); // asking takes its time, too
    }
    return sinceStart();
  }

  /** A program that uses it as the person at the machine. */
  public ApiClient client() {
    return new ApiClient(address(), token());
  }

  /** The token of the person at the machine, once it says it. */
  public String token() {
    try {
      return token.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the server did not say how to sign in: " + said(), e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public long pid() {
    return process.pid();
  }

  /** Processor time that it has used. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Waits until it ends by itself, and answers with its exit code. */
  public int awaitEnd(Duration atMost) {
    try {
      if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("it has not ended: " + said());
      }
      listener.join();
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What it has printed. */
  public String said() {
    synchronized (said) {
      return String.join("\n", said);
    }
  }

  /** Ends it at once, as {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly();
    await();
  }

  /** Asks it to end, and waits until it has. */
  @Override
  public void close() {
    process.destroy();
    await();
  }

  private void await() {
    try {
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Duration sinceStart() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  private void listen() {
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        synchronized (said) {
          said.add(line);
        }
        int at = line.indexOf("http://");
        if (at >= 0 && !address.isDone()) {
          address.complete(URI.create(line.substring(at)));
        }
        int secret = line.indexOf("?token=");
        if (secret >= 0) {
          token.complete(line.substring(secret + "?token=".length()));
        }
      }
    } catch (IOException e) {
      // its end: what was not read is not there any more
    }
    address.completeExceptionally(new IllegalStateException("it ended"));
    token.completeExceptionally(new IllegalStateException("it ended"));
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
