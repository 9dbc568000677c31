package no.speil.web.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/**
 * The way to a client to which an answer is sent while it is made. Others work while it waits for
 * the client, and a client that takes too little for too long is cut off, since what the answer is
 * made from is held for it. For one thread.
 */
public final class ClientStream extends OutputStream {
  /** Slower than any line that people read by. */
  static final Pace SLOWEST = new Pace(Duration.ofSeconds(60), 8 << 10);

  private static final int LOOKS = 20;

  private final Context context;
  private final OutputStream out;
  private final Pace pace;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong waitedNanos = new AtomicLong();
  private volatile long waitingSinceNanos;
  private volatile boolean waiting;

  /**
   * How long a client may keep the server waiting.
   *
   * @param grace in any case
   * @param bytesPerSecond how fast it must take what takes longer
   */
  record Pace(Duration grace, long bytesPerSecond) {
    boolean allows(long nanos, long bytes) {
      return nanos - grace.toNanos()
          <= bytes * (double) TimeUnit.SECONDS.toNanos(1) / bytesPerSecond;
    }
  }

  public ClientStream(Context context) {
    this(context, SLOWEST);
  }

  ClientStream(Context context, Pace pace) {
    this.context = context;
    this.out = context.outputStream();
    this.pace = pace;
    Thread.ofVirtual().name("pace of " + context.path()).start(this::watch);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    AdmissionControl.whileOthersWork(context, () -> send(bytes, from, length));
  }

  private void send(byte[] bytes, int from, int length) throws IOException {
    long start = System.nanoTime();
    waitingSinceNanos = start;
    waiting = true;
    out.write(bytes, from, length);
    waiting = false;
    waitedNanos.addAndGet(System.nanoTime() - start);
    sent.addAndGet(length);
  }

  /** In a thread of its own, since the other is held by the client. */
  private void watch() {
    try {
      while (!closed.await(pace.grace().dividedBy(LOOKS).toNanos(), TimeUnit.NANOSECONDS)) {
        long current = waiting ? System.nanoTime() - waitingSinceNanos : 0;
        if (!pace.allows(waitedNanos.get() + current, sent.get())) {
          ServletContextRequest.getServletContextRequest(context.req())
              .getConnectionMetaData()
              .getConnection()
              .getEndPoint()
              .close();
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the watch; what is sent through is the answer's to close. */
  @Override
  public void close() {
    closed.countDown();
  }
}
