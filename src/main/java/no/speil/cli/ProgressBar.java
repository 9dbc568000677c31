package no.speil.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;
import no.speil.library.sync.BackgroundSync.IndexingListener;
import org.jspecify.annotations.Nullable;

/**
 * A line on the terminal that shows how far the indexing is; nothing where there is no terminal.
 */
final class ProgressBar implements IndexingListener {
  private static final int WIDTH = 20;
  private static final long PAUSE_NANOS = 100_000_000;

  private final PrintWriter terminal;
  private final LongSupplier nanoClock;
  private long lastNanos;
  private int shown;

  ProgressBar(PrintWriter terminal, LongSupplier nanoClock) {
    this.terminal = terminal;
    this.nanoClock = nanoClock;
    this.lastNanos = nanoClock.getAsLong();
  }

  static IndexingListener on(PrintWriter err) {
    return isTerminal() ? new ProgressBar(err, System::nanoTime) : NONE;
  }

  @Override
  public synchronized void progress(long done, long total, @Nullable Duration remaining) {
    long now = nanoClock.getAsLong();
    boolean isLast = done == total;
    if (now - lastNanos < PAUSE_NANOS && !(isLast && shown > 0)) {
      return;
    }
    lastNanos = now;
    int filled = (int) (WIDTH * done / Math.max(1, total));
    String line =
        "Indexing [%s%s] %,d of %,d documents%s"
            .formatted(
                "#".repeat(filled), ".".repeat(WIDTH - filled), done, total, left(remaining));
    String rest = " ".repeat(Math.max(0, shown - line.length())); // of a longer line before
    terminal.print("\r" + line + rest + (isLast ? "\n" : ""));
    terminal.flush();
    shown = line.length();
  }

  /** Rounded up, so coarsely that it does not change at every look. */
  private static String left(@Nullable Duration remaining) {
    if (remaining == null) {
      return "";
    }
    long seconds = Math.max(1, remaining.toSeconds());
    if (seconds <= 90) {
      return ", %d s left".formatted(seconds <= 10 ? seconds : (seconds + 9) / 10 * 10);
    }
    return seconds <= 90 * 60
        ? ", %d min left".formatted((seconds + 59) / 60)
        : ", %.1f h left".formatted(seconds / 3600.0);
  }

  /** Asks the system whether standard error is a terminal, which Java 21 cannot tell by itself. */
  private static boolean isTerminal() {
    try {
      return new ProcessBuilder("test", "-t", "2").inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false; // a system without the command "test"
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
