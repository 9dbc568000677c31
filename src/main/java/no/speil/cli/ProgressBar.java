package no.speil.cli;

import java.io.IOException;
import java.io.PrintWriter;
import no.speil.library.sync.IndexingListener;

/**
 * A line on the terminal that shows how far the indexing is; nothing where there is no terminal.
 */
final class ProgressBar implements IndexingListener {
  private static final int WIDTH = 30;
  private static final long PAUSE_NANOS = 100_000_000;

  private final PrintWriter terminal;
  private long lastNanos = System.nanoTime();
  private boolean shown;

  private ProgressBar(PrintWriter terminal) {
    this.terminal = terminal;
  }

  static IndexingListener on(PrintWriter err) {
    return isTerminal() ? new ProgressBar(err) : NONE;
  }

  @Override
  public synchronized void progress(long done, long total) {
    long now = System.nanoTime();
    boolean isLast = done == total;
    if (now - lastNanos < PAUSE_NANOS && !(isLast && shown)) {
      return;
    }
    lastNanos = now;
    shown = true;
    int filled = (int) (WIDTH * done / Math.max(1, total));
    terminal.printf(
        "\rIndexing [%s%s] %,d of %,d documents%s",
        "#".repeat(filled), ".".repeat(WIDTH - filled), done, total, isLast ? "\n" : "");
    terminal.flush();
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
