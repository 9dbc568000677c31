package no.speil.web.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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
  private static final String ADMISSION = Admission.class.getName();

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
    if (cost == Cost.NONE) {
      handler.handle(context);
      return;
    }
    RequestBody.receive(context);
    var admission = new Admission(cost);
    try {
      admission.begin();
      context.attribute(ADMISSION, admission);
      handler.handle(context);
    } finally {
      admission.end();
    }
  }

  /** Does what waits for the client of a request, and lets others work meanwhile. */
  static void whileOthersWork(Context context, Waiting waiting) throws IOException {
    @Nullable Admission admission = context.attribute(ADMISSION);
    if (admission == null) {
      waiting.run();
    } else {
      admission.pause(waiting);
    }
  }

  /** Waits for a client. */
  interface Waiting {
    void run() throws IOException;
  }

  /** What a request has been let into, for its own thread. */
  private final class Admission {
    private final Cost cost;

    /** The last one first. */
    private final Deque<Semaphore> entered = new ArrayDeque<>();

    private Admission(Cost cost) {
      this.cost = cost;
    }

    private void begin() {
      if (cost == Cost.STREAM) {
        enter(streams, limits.heavyPatience());
      }
      if (cost != Cost.LIGHT) {
        enter(heavy, limits.heavyPatience());
      }
      enter(working, limits.patience());
    }

    private void enter(Semaphore gate, Duration patience) {
      try {
        if (!gate.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
          throw new Busy();
        }
        entered.push(gate);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Busy();
      }
    }

    /** Where the client has gone it does not come back, since there is nothing more to do. */
    private void pause(Waiting waiting) throws IOException {
      List<Semaphore> left = entered.stream().filter(gate -> !gate.equals(streams)).toList();
      left.forEach(Semaphore::release);
      entered.removeAll(left);
      waiting.run();
      for (Semaphore gate : left.reversed()) { // those who are in go on soon, so this ends
        gate.acquireUninterruptibly();
        entered.push(gate);
      }
    }

    private void end() {
      entered.forEach(Semaphore::release);
      entered.clear();
    }
  }
}
