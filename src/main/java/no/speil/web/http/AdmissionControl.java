package no.speil.web.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.util.function.ThrowingRunnable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import no.speil.web.http.RequestException.Busy;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests in a few at a time, each in its turn; who would have to wait too long is told to
 * come again. A handler runs on a virtual thread, which gives its carrier away only when it waits.
 * So fewer work at once than there are carriers: one is left to take requests and to say that the
 * server is well. Whoever waits for a client, while a body comes or a file is sent, keeps nobody
 * from working. Thread-safe.
 */
public final class AdmissionControl {
  private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

  /** The gates that a request leaves while it waits for its client. */
  private static final String AT_WORK = AdmissionControl.class.getName();

  private final Limits limits;
  private final Semaphore working;
  private final Semaphore heavy;
  private final Semaphore streams;

  /** How expensive an answer is. */
  public enum Cost {
    /** Almost nothing; always admitted. */
    NONE,
    /** As much as a page or a search. */
    LIGHT,
    /** Up to seconds of processor time. */
    HEAVY,
    /** A file of any length, sent while it is made. */
    STREAM
  }

  /**
   * How many at once, and how long one waits to be let in.
   *
   * @param working requests at work, heavy ones among them
   * @param heavy requests at heavy work
   * @param streams files that are being sent, at work or not
   * @param patience how long a request waits for its turn to work
   * @param heavyPatience how long it waits for its turn among the heavy ones
   */
  record Limits(int working, int heavy, int streams, Duration patience, Duration heavyPatience) {
    /** What that many carriers can bear. */
    static Limits of(int carriers) {
      return new Limits(
          Math.max(1, carriers - 1),
          Math.max(1, carriers - 2),
          16,
          Duration.ofSeconds(10),
          Duration.ofSeconds(3));
    }
  }

  AdmissionControl(Limits limits) {
    this.limits = limits;
    this.working = new Semaphore(limits.working(), true);
    this.heavy = new Semaphore(limits.heavy(), true);
    this.streams = new Semaphore(limits.streams(), true);
  }

  /** For the carriers that this process has. */
  public static AdmissionControl standard() {
    return new AdmissionControl(Limits.of(Integer.getInteger(CARRIERS, processors())));
  }

  /**
   * Asks for two carriers more than there are processors, where nobody has asked for another
   * number, so that one is left free while every processor is at work. To be called before the
   * first virtual thread begins.
   */
  public static void prepareCarriers() {
    if (System.getProperty(CARRIERS) == null) {
      System.setProperty(CARRIERS, String.valueOf(processors() + 2));
    }
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  /**
   * Handles a request in its turn.
   *
   * @throws Busy if its turn does not come soon
   */
  public void handle(Context context, Cost cost, Handler handler) throws Exception {
    Handler atWork = inTurn(working, limits.patience(), handler);
    Handler atHeavyWork = inTurn(heavy, limits.heavyPatience(), atWork);
    Handler admitted =
        switch (cost) {
          case NONE -> handler;
          case LIGHT -> atWork;
          case HEAVY -> atHeavyWork;
          case STREAM -> inTurn(streams, limits.heavyPatience(), atHeavyWork);
        };
    if (cost != Cost.NONE) {
      RequestBody.receive(context);
      context.attribute(AT_WORK, cost == Cost.LIGHT ? List.of(working) : List.of(heavy, working));
    }
    admitted.handle(context);
  }

  private static Handler inTurn(Semaphore gate, Duration patience, Handler handler) {
    return context -> {
      enter(gate, patience);
      try {
        handler.handle(context);
      } finally {
        gate.release();
      }
    };
  }

  private static void enter(Semaphore gate, Duration patience) {
    try {
      if (!gate.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new Busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Busy();
    }
  }

  /** Does what waits for the client of a request, and lets others work meanwhile. */
  static void whileOthersWork(Context context, ThrowingRunnable<IOException> waiting)
      throws IOException {
    @Nullable List<Semaphore> entered = context.attribute(AT_WORK);
    List<Semaphore> left = Objects.requireNonNullElse(entered, List.of());
    left.forEach(Semaphore::release);
    try {
      waiting.run();
    } finally {
      left.forEach(Semaphore::acquireUninterruptibly); // those who are in go on soon
    }
  }
}
