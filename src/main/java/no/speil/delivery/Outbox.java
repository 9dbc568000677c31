package no.speil.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
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

  /** Why the last notice did not get there. */
  private final Map<Recipient, String> failures = new ConcurrentHashMap<>();

  /**
   * Whom a notice goes to.
   *
   * @param name of the person, or the host of the webhook
   * @param address of the person's mail, or empty
   */
  private record Recipient(Problem.Kind kind, String name, String address) {
    boolean isSame(Recipient other) {
      return kind == other.kind && name.equals(other.name);
    }
  }

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
      var person = new Recipient(Problem.Kind.MAIL_FAILED, mail.person(), mail.address());
      deliver(person, () -> server.send(mail), 0);
    }
  }

  /** Tells the webhook, where there is one. */
  public void tell(String json) {
    Webhook told = webhook;
    if (told != null) {
      var program = new Recipient(Problem.Kind.WEBHOOK_FAILED, told.address().getHost(), "");
      deliver(program, () -> told.post(json), 0);
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

  /**
   * What could not be sent, until something reaches the same person again.
   *
   * @param isReached whether mail to the person of a name still goes to an address
   */
  public List<Problem> problems(BiPredicate<String, String> isReached) {
    return failures.entrySet().stream()
        .filter(
            each ->
                each.getKey().kind() != Problem.Kind.MAIL_FAILED
                    || isReached.test(each.getKey().name(), each.getKey().address()))
        .map(each -> Problem.of("", 0, each.getKey().kind(), each.getKey().name(), each.getValue()))
        .toList();
  }

  private void deliver(Recipient to, Delivery delivery, int tries) {
    if (tries > pauses.size() || worker.getQueue().size() >= MOST || worker.isShutdown()) {
      LOG.warn("a notice to {} is given up", to.name());
      return;
    }
    Duration pause = tries == 0 ? Duration.ZERO : pauses.get(tries - 1);
    var unused =
        worker.schedule(
            () -> attempt(to, delivery, tries), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void attempt(Recipient to, Delivery delivery, int tries) {
    try {
      delivery.send();
      failures.keySet().removeIf(to::isSame);
    } catch (IOException e) {
      String why = String.valueOf(e.getMessage());
      LOG.warn("a notice to {} was not taken: {}", to.name(), why);
      failures.put(to, why);
      if (!(e instanceof RefusedException)) {
        deliver(to, delivery, tries + 1);
      }
    } catch (RuntimeException e) {
      LOG.error("a notice to {} could not be sent", to.name(), e);
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
