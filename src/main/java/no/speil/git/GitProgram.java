package no.speil.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.speil.corpus.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs {@code git} in a folder, with the keeper's settings and keys. It never asks anybody
 * anything, runs no hook, signs nothing, and is stopped when it takes too long. Arguments are a
 * list, and paths are never options.
 */
final class GitProgram {
  private static final Logger LOG = LoggerFactory.getLogger(GitProgram.class);
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int LONGEST_MESSAGE = 300;

  private static final List<String> SETTINGS =
      List.of(
          "core.quotePath=false",
          "core.hooksPath=/dev/null",
          "core.fsmonitor=false",
          "commit.gpgSign=false",
          "push.gpgSign=false",
          "push.recurseSubmodules=no",
          "submodule.recurse=false",
          "gc.autoDetach=false",
          "core.fsync=committed,loose-object",
          "http.lowSpeedLimit=1000",
          "http.lowSpeedTime=60",
          "log.showSignature=false",
          "i18n.commitEncoding=UTF-8",
          "i18n.logOutputEncoding=UTF-8");

  /** What the keeper may say of how the remote is reached; all else of git's is ours. */
  private static final Pattern KEPT =
      Pattern.compile(
          "GIT_(SSH|SSH_COMMAND|ASKPASS|CONFIG_GLOBAL|CONFIG_SYSTEM|CONFIG_NOSYSTEM"
              + "|SSL_CAINFO|SSL_NO_VERIFY|EXEC_PATH)");

  private static final Pattern LOCK = Pattern.compile("Unable to create '([^']+\\.lock)'");
  private static final Pattern NEEDS_ACCESS =
      Pattern.compile(
          "could not read (Username|Password)|terminal prompts disabled|Authentication failed"
              + "|Permission denied|Host key verification failed|access denied|HTTP 40[13]");

  private final Path folder;
  private final Network network;

  GitProgram(Path folder) {
    this(folder, new Network());
  }

  private GitProgram(Path folder, Network network) {
    this.folder = folder;
    this.network = network;
  }

  /** What runs and waits for another machine, if anything does, until all is at its end. */
  private static final class Network {
    private @Nullable Process running;
    private boolean isClosed;

    synchronized void runs(Process process) {
      running = process;
      if (isClosed) {
        end(process, ProcessHandle::destroy);
      }
    }

    synchronized void close() {
      isClosed = true;
      if (running != null) {
        end(running, ProcessHandle::destroy);
      }
    }
  }

  /** Git first, which starts another where one of its programs has ended. */
  private static void end(Process process, Consumer<ProcessHandle> ending) {
    List<ProcessHandle> descendants = process.descendants().toList();
    ending.accept(process.toHandle());
    descendants.forEach(ending);
  }

  /** Ends what waits for another machine, now and whenever it is tried again. */
  void closeNetwork() {
    network.close();
  }

  /** What it has said. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Output(int status, byte[] bytes, String errors) {
    String text() {
      return new String(bytes, UTF_8).strip();
    }

    /** Of output whose parts end with NUL. */
    List<String> parts() {
      List<String> all = List.of(new String(bytes, ISO_8859_1).split("\0", -1));
      return all.subList(0, all.size() - 1).stream()
          .map(each -> GitName.read(each.getBytes(ISO_8859_1)))
          .toList();
    }
  }

  /** A call that is not made yet. */
  final class Call {
    private final List<String> arguments;
    private final Map<String, String> own = new HashMap<>();
    private byte[] input = new byte[0];
    private Duration limit = LIMIT;
    private boolean isRemote;

    private Call(List<String> arguments) {
      this.arguments = new ArrayList<>(arguments);
    }

    /** The same with more arguments. */
    Call and(Collection<String> more) {
      arguments.addAll(more);
      return this;
    }

    Call with(String variable, String value) {
      own.put(variable, value);
      return this;
    }

    Call withInput(byte[] bytes) {
      input = bytes;
      return this;
    }

    /**
     * For what waits for another machine, which is reached without a question, unless the keeper
     * has said how.
     */
    Call remotely(Duration atMost) {
      limit = atMost;
      isRemote = true;
      return isSshSet() ? this : with("GIT_SSH_COMMAND", "ssh -oBatchMode=yes -oConnectTimeout=20");
    }

    /**
     * What it says, whatever its status.
     *
     * @throws GitException if it cannot be run or takes too long
     */
    Output output() {
      Process process = started();
      if (isRemote) {
        network.runs(process);
      }
      Future<byte[]> out = reading(process.getInputStream());
      Future<byte[]> errors = reading(process.getErrorStream());
      writing(process.getOutputStream(), input);
      try {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
          String seconds = String.valueOf(limit.toSeconds());
          throw new GitException(Problem.Kind.GIT_TOO_SLOW, arguments.getFirst(), seconds);
        }
        // what it started may hold its output open
        byte[] bytes = out.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        String said = new String(errors.get(limit.toMillis(), TimeUnit.MILLISECONDS), UTF_8);
        return new Output(process.exitValue(), bytes, said);
      } catch (ExecutionException | TimeoutException e) {
        throw new GitException(Problem.Kind.GIT_FAILED, String.valueOf(e.getMessage()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new GitException(Problem.Kind.GIT_FAILED, "interrupted");
      } finally {
        end(process, ProcessHandle::destroyForcibly);
      }
    }

    private Process started() {
      var command = new ArrayList<String>(List.of("git"));
      SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
      command.addAll(arguments);
      var builder = new ProcessBuilder(command).directory(folder.toFile());
      Map<String, String> all = builder.environment();
      all.keySet().removeIf(name -> name.startsWith("GIT_") && !KEPT.matcher(name).matches());
      all.put("LC_ALL", "C");
      all.put("GIT_TERMINAL_PROMPT", "0");
      all.putIfAbsent("GIT_ASKPASS", ""); // which forbids the system's window, too
      all.put("GIT_LITERAL_PATHSPECS", "1");
      all.put("GIT_OPTIONAL_LOCKS", "0");
      all.putAll(own);
      try {
        return builder.start();
      } catch (IOException e) {
        throw new GitException(Problem.Kind.GIT_MISSING, String.valueOf(e.getMessage()));
      }
    }

    /**
     * The same, where the status must be 0.
     *
     * @throws GitException if it is not
     */
    Output require() {
      return requireUpTo(0);
    }

    /** The same, where some statuses but 0 are answers. */
    Output requireUpTo(int status) {
      Output output = output();
      if (output.status() > status) {
        throw failure(output);
      }
      return output;
    }

    String text() {
      return require().text();
    }
  }

  Call git(String... arguments) {
    return new Call(List.of(arguments));
  }

  private static Future<byte[]> reading(InputStream stream) {
    var read = new FutureTask<byte[]>(stream::readAllBytes);
    Thread.startVirtualThread(read);
    return read;
  }

  private static void writing(OutputStream stream, byte[] input) {
    Thread.startVirtualThread(
        () -> {
          try (stream) {
            stream.write(input);
          } catch (IOException e) {
            LOG.debug("git has ended without reading all, and says why", e);
          }
        });
  }

  /** Why it has failed, as far as it says. */
  static GitException failure(Output output) {
    String errors = output.errors();
    Matcher lock = LOCK.matcher(errors);
    if (lock.find()) {
      return new GitException(Problem.Kind.GIT_LOCKED, lock.group(1));
    }
    if (errors.contains("dubious ownership")) {
      return new GitException(Problem.Kind.GIT_UNSAFE);
    }
    if (errors.contains("must be run in a work tree")) {
      return new GitException(Problem.Kind.GIT_BARE);
    }
    if (errors.contains("not a git repository")) {
      return new GitException(Problem.Kind.GIT_NO_REPOSITORY);
    }
    return NEEDS_ACCESS.matcher(errors).find()
        ? new GitException(Problem.Kind.GIT_REFUSED_ACCESS, message(errors))
        : new GitException(Problem.Kind.GIT_FAILED, message(errors));
  }

  /** The line that says most, without control characters. */
  static String message(String errors) {
    List<String> lines =
        errors.lines().map(line -> line.replaceAll("\\p{C}", " ").strip()).toList();
    String line =
        Stream.of("fatal:", "error:", " ! ", "")
            .flatMap(start -> lines.stream().filter(each -> (each + " ").contains(start)))
            .filter(each -> !each.isEmpty() && !each.toLowerCase(Locale.ROOT).startsWith("hint:"))
            .findFirst()
            .orElse("no reason given");
    return line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + "…" : line;
  }

  /** The folder that it runs in. */
  Path folder() {
    return folder;
  }

  /** The same in another folder. */
  GitProgram in(Path other) {
    return new GitProgram(other, network);
  }

  private boolean isSshSet() {
    return Stream.of("GIT_SSH", "GIT_SSH_COMMAND").anyMatch(name -> System.getenv(name) != null)
        || git("config", "--get", "core.sshCommand").output().status() == 0;
  }
}
