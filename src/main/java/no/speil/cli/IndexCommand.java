package no.speil.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import no.speil.archive.Archive;
import no.speil.library.Library;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings the index and the records up to the files, so that the next start has nothing to read. */
@Command(name = "index")
final class IndexCommand extends ArchiveCommand {
  @Option(names = "--accept-removals")
  private boolean acceptsRemovals;

  @Override
  public Integer call() throws InterruptedException {
    long start = System.nanoTime();
    Archive archive = root.open();
    try (IndexLocation index = IndexLocation.of(archive);
        Library library =
            Library.of(archive, index.path(), Clock.systemUTC(), ProgressBar.on(err()))) {
      if (acceptsRemovals) {
        library.sync().acceptRemovals();
      }
      library.start();
      Thread hook = Thread.ofPlatform().unstarted(() -> stop(library));
      Runtime.getRuntime().addShutdownHook(hook);
      boolean isReady =
          library.sync().awaitReady(Duration.ofDays(1))
              && library.trainer().awaitIdle(Duration.ofDays(1));
      if (!remove(hook) || !isReady || library.sync().loss().isPresent()) { // the log says which
        return SpeilCommand.FOUND_PROBLEMS;
      }
      out().println(line(library.counts(), start));
    }
    return SpeilCommand.FINE;
  }

  /** When the process is told to stop, as by Ctrl-C: keeps what has been read. */
  private void stop(Library library) {
    library.close();
    PrintWriter err = err();
    err.println("\nStopped. The next start reads what is not in the index yet.");
    err.flush();
  }

  /** False if the process is being stopped. */
  private static boolean remove(Thread hook) {
    try {
      return Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return false;
    }
  }
}
