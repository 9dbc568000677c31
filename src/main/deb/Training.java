import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes the AOT cache (JEP 483 and 515) of a program made by jpackage: the program serves an
 * archive and is asked for some pages, and what its Java loads and learns meanwhile becomes the
 * cache. In two steps, since the one step of JEP 514 starts a command "java", which the program's
 * own Java does not have.
 *
 * <pre>java Training.java PROGRAM ROOT CACHE</pre>
 *
 * ROOT is the root of an archive that may be written to; ends with 1 if it does not succeed.
 */
final class Training {
  /** The heap of /etc/speil/environment: with the same heap, the cache's objects stay in place. */
  private static final String OPTIONS = "-Xmx512m -Xlog:aot*=error";

  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final int ROUNDS = 3;
  private static final List<String> PAGES =
      List.of(
          "/",
          "/search?q=digital",
          "/search?q=%22digital+bevaring%22",
          "/browse",
          "/d/handbok/index",
          "/kwic?q=digital",
          "/progress",
          "/help",
          "/api/v1/search?q=digital",
          "/readyz");

  private final String program;
  private final String root;

  private Training(Path program, Path root) {
    this.program = program.toAbsolutePath().toString();
    this.root = root.toAbsolutePath().toString();
  }

  public static void main(String[] args) throws Exception {
    Path cache = Path.of(args[2]).toAbsolutePath();
    Path record = cache.resolveSibling("record.aotconf");
    var training = new Training(Path.of(args[0]), Path.of(args[1]));
    try {
      training.index();
      training.serve(record);
      training.create(record, cache);
    } catch (IOException e) {
      System.err.println(e.getMessage());
      Files.deleteIfExists(cache);
      System.exit(1);
    } finally {
      Files.deleteIfExists(record);
    }
  }

  /** So that the start that is recorded is one of many, not the first. */
  private void index() throws Exception {
    await(program("-XX:TieredStopAtLevel=1", "index", "--root", root).inheritIO().start(), 0);
  }

  private void serve(Path record) throws Exception {
    String options = "-XX:AOTMode=record -XX:AOTConfiguration='" + record + "'";
    Process server = program(options, "serve", "--root", root, "--port", "0").start();
    try (BufferedReader out = server.inputReader()) {
      String address = address(out);
      for (int i = 0; i < ROUNDS; i++) {
        for (String page : PAGES) {
          ask(URI.create(address + page));
        }
      }
      server.destroy();
      await(server, 143);
    } finally {
      server.destroyForcibly();
    }
  }

  private void create(Path record, Path cache) throws Exception {
    String options =
        "-XX:AOTMode=create -XX:AOTConfiguration='" + record + "' -XX:AOTCache='" + cache + "'";
    await(program(options, "--version").inheritIO().start(), 0);
  }

  private ProcessBuilder program(String options, String... arguments) {
    var builder = new ProcessBuilder(program).redirectErrorStream(true);
    builder.command().addAll(List.of(arguments));
    builder.environment().put("JAVA_TOOL_OPTIONS", OPTIONS + " " + options);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("SPEIL_CONF", "/dev/null");
    return builder;
  }

  private static String address(BufferedReader out) throws IOException {
    String start = "Speil is at ";
    var said = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(start)) {
        return line.substring(start.length());
      }
      said.append(line).append('\n');
    }
    throw new IOException(said + "The server has not started.");
  }

  /** Asks again as long as the server is not ready. */
  private static void ask(URI page) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(page).timeout(PATIENCE).build();
    HttpClient client = HttpClient.newHttpClient();
    long end = System.nanoTime() + PATIENCE.toNanos();
    int status = client.send(request, BodyHandlers.discarding()).statusCode();
    while (status == 503 && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(200);
      status = client.send(request, BodyHandlers.discarding()).statusCode();
    }
    if (status != 200) {
      throw new IOException(page + " answers " + status + ".");
    }
  }

  private static void await(Process process, int expected) throws Exception {
    boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (!ended || process.exitValue() != expected) {
      process.destroyForcibly();
      throw new IOException("The program " + (ended ? "failed." : "does not end."));
    }
  }
}
