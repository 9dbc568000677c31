package no.speil.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import no.speil.corpus.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends notices in the background, one after the other, and again later where that fails. What
 * waits when the server is stopped is not kept. Thread-safe.
 */
public final class Outbox implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final Duration CLOSING = Duration.ofSeconds(10);

  /** After which a notice is sent again; then it is given up. */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(6));

  /** More notices than that do not wait. */
  private static final int MOST = 1_000;

  private final @Nullable MailServer mailServer;
  private final @Nullable Webhook webhook;
  private final List<Duration> pauses;
  private final ScheduledThreadPoolExecutor worker =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("notices").factory());
  private final Map<String, Problem> failures = new ConcurrentHashMap<>();

  /** By the ways that there are. */
  public Outbox(@Nullable MailServer mailServer, @Nullable Webhook webhook) {
    this(mailServer, webhook, PAUSES);
  }

  Outbox(@Nullable MailServer mailServer, @Nullable Webhook webhook, List<Duration> pauses) {
    this.mailServer = mailServer;
    this.webhook = webhook;
    this.pauses = pauses;
  }

  /** Whether anybody is sent mail. */
  public boolean sendsMail() {
    return mailServer != null;
  }

  /** Sends a mail, where mail is sent. */
  public void send(Mail mail) {
    MailServer server = mailServer;
    if (server != null) {
      deliver(Problem.Kind.MAIL_FAILED, mail.person(), () -> server.send(mail), 0);
    }
  }

  /** Tells the webhook, where there is one. */
  public void tell(String json) {
    Webhook told = webhook;
    if (told != null) {
      deliver(Problem.Kind.WEBHOOK_FAILED, told.address().getHost(), () -> told.post(json), 0);
    }
  }

  /** Does something after what waits, so that nobody can tell by the clock what it was. */
  public void later(Runnable work) {
    if (worker.getQueue().size() < MOST) {
      worker.execute(
          () -> {
            try {
              work.run();
            } catch (RuntimeException e) {
              LOG.error("what was to be done later failed", e);
            }
          });
    }
  }

  /** What could not be sent, until something reaches the same person again. */
  public List<Problem> problems() {
    return List.copyOf(failures.values());
  }

  private void deliver(Problem.Kind kind, String to, Delivery delivery, int tries) {
    if (tries > pauses.size() || worker.getQueue().size() >= MOST || worker.isShutdown()) {
      LOG.warn("a notice to {} is given up", to);
      return;
    }
    Duration pause = tries == 0 ? Duration.ZERO : pauses.get(tries - 1);
    var unused =
        worker.schedule(
            () -> attempt(kind, to, delivery, tries), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void attempt(Problem.Kind kind, String to, Delivery delivery, int tries) {
    try {
      delivery.send();
      failures.remove(kind + to);
    } catch (IOException e) {
      String why = String.valueOf(e.getMessage());
      LOG.warn("a notice to {} was not taken: {}", to, why);
      failures.put(kind + to, Problem.of("", 0, kind, to, why));
      if (!(e instanceof RefusedException)) {
        deliver(kind, to, delivery, tries + 1);
      }
    } catch (RuntimeException e) {
      LOG.error("a notice to {} could not be sent", to, e);
    }
  }

  /** Sends what is due, for a few seconds at most, and stops. */
  @Override
  public void close() {
    worker
        .getQueue()
        .removeIf(task -> task instanceof Delayed later && later.getDelay(TimeUnit.SECONDS) > 0);
    worker.shutdown();
    try {
      if (!worker.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Delivery {
    void send() throws IOException;
  }

  /** It will not be taken later either. */
  static final class RefusedException extends IOException {
    RefusedException(String why) {
      super(why);
    }
  }
}
