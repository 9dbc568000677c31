package no.speil.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import no.speil.corpus.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private record Request(String body, String signature) {}

  private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
  private final Queue<Integer> answers = new ArrayDeque<>();
  private HttpServer program;
  private Outbox outbox;

  @BeforeEach
  void start() throws Exception {
    program = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    program.createContext(
        "/hook",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          requests.add(new Request(body, exchange.getRequestHeaders().getFirst("Speil-Signature")));
          exchange.sendResponseHeaders(answers.isEmpty() ? 204 : answers.remove(), -1);
          exchange.close();
        });
    program.start();
    var address = URI.create("http://127.0.0.1:" + program.getAddress().getPort() + "/hook");
    outbox =
        new Outbox(
            null, new Webhook(address, "key"), List.of(Duration.ofMillis(5), Duration.ofMillis(5)));
  }

  @AfterEach
  void stop() {
    outbox.close();
    program.stop(0);
  }

  /** The signature is that of the example that Wikipedia gives for HMAC-SHA256. */
  @Test
  void aWebhookIsToldAndCanTellWhoSpeaks() throws Exception {
    outbox.tell("The quick brown fox jumps over the lazy dog");

    assertThat(next())
        .isEqualTo(
            new Request(
                "The quick brown fox jumps over the lazy dog",
                "sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8"));
  }

  @Test
  void whatIsNotTakenNowIsToldAgain() throws Exception {
    answers.addAll(List.of(503, 429));

    outbox.tell("{}");

    assertThat(List.of(next(), next(), next())).extracting(Request::body).containsOnly("{}");
    while (!problems(outbox).isEmpty()) {
      Thread.sleep(5);
    }
  }

  @Test
  void whatIsRefusedIsNotToldAgainButAProblem() throws Exception {
    answers.addAll(List.of(404));

    outbox.tell("first");
    next();
    outbox.later(() -> requests.add(new Request("later", "")));

    assertThat(next().body()).isEqualTo("later");
    assertThat(problems(outbox))
        .containsExactly(
            Problem.of("", 0, Problem.Kind.WEBHOOK_FAILED, "127.0.0.1", "it answers 404"));
  }

  @Test
  void aPersonWhomNoNoticeReachedIsAProblemAsLongAsTheirMailGoesThere() throws Exception {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    var nobody = URI.create("smtp://127.0.0.1:" + port);
    try (var mails =
        new Outbox(new MailServer(nobody, true, null, "a@example.org"), null, List.of())) {
      mails.send(new Mail("kari", "kari@example.org", "Hei", "Hei", "<p>Hei</p>", ""));
      mails.later(() -> requests.add(new Request("later", "")));
      assertThat(next().body()).isEqualTo("later");

      assertThat(problems(mails))
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.kind()).isEqualTo(Problem.Kind.MAIL_FAILED);
                assertThat(problem.details()).startsWith("kari");
              });
      assertThat(mails.problems((name, address) -> name.equals("kari") && !address.startsWith("k")))
          .isEmpty();
    }
  }

  private static List<Problem> problems(Outbox outbox) {
    return outbox.problems((name, address) -> true);
  }

  private Request next() throws InterruptedException {
    Request request = requests.poll(5, TimeUnit.MINUTES);
    assertThat(request).isNotNull();
    return request;
  }
}
