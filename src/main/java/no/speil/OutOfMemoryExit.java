package no.speil;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import no.speil.cli.SpeilCommand;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Ends the process with one line when memory has run out, in whatever thread: no thread can be
 * trusted to go on after that, and a process that has ended is started again. What was saved is on
 * the disk before anybody is told so.
 *
 * <p>An error that nobody catches comes here as such. One that a library catches comes here by the
 * log, to which whoever goes on after an error tells it.
 */
final class OutOfMemoryExit extends TurboFilter implements Thread.UncaughtExceptionHandler {
  private static final byte[] BEFORE =
      "Speil has run out of memory and has ended (".getBytes(UTF_8);
  private static final byte[] AFTER =
      ("). What was saved is in the files. Give it more, for example by java -Xmx1g -jar speil.jar"
              + " serve.\n")
          .getBytes(UTF_8);
  private static final int LONGEST_CHAIN = 20;

  private final FileOutputStream err = new FileOutputStream(FileDescriptor.err);

  private OutOfMemoryExit() {}

  static void install() {
    var exit = new OutOfMemoryExit();
    Thread.setDefaultUncaughtExceptionHandler(exit);
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.addTurboFilter(exit);
    }
  }

  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    endIfOutOfMemory(failure);
    System.err.print("Exception in thread \"" + thread.getName() + "\" "); // as without this class
    failure.printStackTrace();
  }

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] params,
      @Nullable Throwable failure) {
    endIfOutOfMemory(failure);
    if (params != null
        && params.length > 0
        && params[params.length - 1] instanceof Throwable last) {
      endIfOutOfMemory(last);
    }
    return FilterReply.NEUTRAL;
  }

  private void endIfOutOfMemory(@Nullable Throwable failure) {
    Throwable each = failure;
    for (int i = 0; each != null && i < LONGEST_CHAIN; i++) {
      if (each instanceof OutOfMemoryError outOfMemory) {
        end(outOfMemory);
      }
      each = each.getCause();
    }
  }

  /**
   * Halts: the hooks that run at an ordinary end need memory as well. One thread says so; others
   * whose memory has run out too wait for the end.
   */
  private synchronized void end(OutOfMemoryError outOfMemory) {
    try {
      err.write(BEFORE);
      err.write(String.valueOf(outOfMemory.getMessage()).getBytes(UTF_8));
      err.write(AFTER);
    } catch (IOException | OutOfMemoryError e) {
      // the code says it as well
    } finally {
      Runtime.getRuntime().halt(SpeilCommand.OUT_OF_MEMORY);
    }
  }
}
