package no.speil.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Measures how long the program of the Debian package takes to start with the archive of a folder
 * that has its index: until the home page is there, with its AOT cache and without, and beside it
 * an empty Javalin. In alternating rounds; the folder itself is only read. Prints a table.
 */
final class StartFigures {
  private static final String HEAP = "-Xmx512m";
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final String name;
  private final Supplier<ServerProcess> server;
  private final String page;
  private final long[] wall;
  private final long[] processor;

  private StartFigures(String name, Supplier<ServerProcess> server, String page, int rounds) {
    this.name = name;
    this.server = server;
    this.page = page;
    this.wall = new long[rounds];
    this.processor = new long[rounds];
  }

  /** The program, such as target/deb/image/speil/bin/speil; the archive's root; the rounds. */
  public static void main(String[] args) throws IOException {
    Path program = Path.of(args[0]).toAbsolutePath();
    int rounds = Integer.parseInt(args[2]);
    try (ArchiveCopy copy = ArchiveCopy.of(Path.of(args[1]))) {
      Path root = copy.root();
      try (ServerProcess first = ServerProcess.servePackaged(program, root, HEAP)) {
        first.awaitAnswer("/readyz", PATIENCE);
      }
      var rows =
          List.of(
              new StartFigures(
                  "empty Javalin",
                  () -> ServerProcess.launch(List.of(HEAP), List.of(EmptyJavalin.class.getName())),
                  "/healthz",
                  rounds),
              new StartFigures(
                  "without the AOT cache",
                  () -> ServerProcess.servePackaged(program, root, HEAP, "-XX:AOTMode=off"),
                  "/",
                  rounds),
              new StartFigures(
                  "with the AOT cache",
                  () -> ServerProcess.servePackaged(program, root, HEAP, "-XX:AOTMode=on"),
                  "/",
                  rounds));
      for (int i = 0; i < rounds; i++) {
        for (StartFigures row : rows) {
          row.start(i);
        }
      }
      System.out.println("| | wall ms | × | processor ms | × |");
      System.out.println("|---|---|---|---|---|");
      rows.forEach(row -> row.print(rows.getFirst()));
    }
  }

  private void start(int round) {
    try (ServerProcess started = server.get()) {
      wall[round] = started.awaitAnswer(page, PATIENCE).toNanos();
      processor[round] = started.processorTime().toNanos();
    }
  }

  private void print(StartFigures least) {
    double wallMillis = new Timings(wall).medianMillis();
    double processorMillis = new Timings(processor).medianMillis();
    System.out.printf(
        Locale.ROOT,
        "| %s | %.0f | %.1f | %.0f | %.1f |%n",
        name,
        wallMillis,
        wallMillis / new Timings(least.wall).medianMillis(),
        processorMillis,
        processorMillis / new Timings(least.processor).medianMillis());
  }
}
