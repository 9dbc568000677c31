package no.speil.web.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * The way to a client to which an answer is sent while it is made. Others work while it waits for
 * the client, and a client that takes too little for too long is cut off, since what the answer is
 * made from is held for it. For one thread.
 */
public final class ClientStream extends OutputStream {
  /** Slower than any line that people read by. */
  static final Pace SLOWEST = new Pace(Duration.ofSeconds(60), 8 << 10);

  private final Context context;
  private final OutputStream out;
  private final Pace pace;
  private long sent;
  private long waitedNanos;

  /**
   * How long a client may keep the server waiting.
   *
   * @param grace in any case
   * @param bytesPerSecond how fast it must take what takes longer
   */
  record Pace(Duration grace, long bytesPerSecond) {
    /** How many nanoseconds more, after so many of them and so many bytes. */
    long left(long nanos, long bytes) {
      double earned = bytes * (double) TimeUnit.SECONDS.toNanos(1) / bytesPerSecond;
      return grace.toNanos() + (long) earned - nanos;
    }
  }

  public ClientStream(Context context) {
    this(context, SLOWEST);
  }

  ClientStream(Context context, Pace pace) {
    this.context = context;
    this.out = context.outputStream();
    this.pace = pace;
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
    ConnectionMetaData client =
        ServletContextRequest.getServletContextRequest(context.req()).getConnectionMetaData();
    Runnable cut = () -> client.getConnection().getEndPoint().close();
    long start = System.nanoTime();
    Scheduler.Task late =
        client
            .getConnector()
            .getScheduler()
            .schedule(cut, pace.left(waitedNanos, sent), TimeUnit.NANOSECONDS);
    try {
      out.write(bytes, from, length);
    } finally {
      late.cancel();
    }
    waitedNanos += System.nanoTime() - start;
    sent += length;
  }
}
