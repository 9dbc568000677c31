package no.speil.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import no.speil.archive.Archive;
import no.speil.library.Library;
import no.speil.library.sync.BackgroundSync.IndexingListener;

/**
 * Measures looking through an archive's folders for changes where there are none: processor time
 * and allocation of a sweep. The archive must have its index below {@code .speil}, and nobody else
 * may write to it.
 */
final class SweepFigures {
  private static final int ROUNDS = 12;

  private SweepFigures() {}

  /** The archive's root. */
  public static void main(String[] args) throws IOException, InterruptedException {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Path root = Path.of(args[0]);
    long start = System.nanoTime();
    try (Library library =
        Library.open(
            Archive.open(root, Clock.systemUTC()),
            root.resolve(".speil/index"),
            Clock.systemUTC(),
            IndexingListener.NONE)) {
      System.out.printf(Locale.ROOT, "opened: %.0f ms%n", (System.nanoTime() - start) / 1e6);
      library.sync().awaitReady(Duration.ofHours(1));
      System.out.printf(Locale.ROOT, "ready: %.0f ms%n", (System.nanoTime() - start) / 1e6);
      long[] nanos = new long[ROUNDS];
      long allocated = 0;
      for (int i = 0; i < ROUNDS; i++) {
        long processor = threads.getCurrentThreadCpuTime();
        long bytes = threads.getCurrentThreadAllocatedBytes();
        library.sync().look();
        nanos[i] = threads.getCurrentThreadCpuTime() - processor;
        allocated = threads.getCurrentThreadAllocatedBytes() - bytes;
      }
      System.out.printf(
          Locale.ROOT,
          "%d documents: median %.0f ms, first %.0f ms, %.1f MB allocated%n",
          library.counts().documents(),
          new Timings(nanos).medianMillis(),
          nanos[0] / 1e6,
          allocated / 1e6);
    }
  }
}
