package no.speil.web.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdmissionControlTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final int MEGABYTES = 64;
  private static final ClientStream.Pace PATIENT =
      new ClientStream.Pace(Duration.ofHours(1), 1_000);

  private final HttpClient client = HttpClient.newHttpClient();
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private Javalin server = Javalin.create();

  @AfterEach
  void stop() {
    release.countDown();
    server.stop();
    client.close();
  }

  @Test
  void whoWouldWaitTooLongIsToldToComeAgainAndTheOthersAreAnswered() throws Exception {
    serve(new AdmissionControl.Limits(2, 1, 1, LONG, SHORT), PATIENT);
    CompletableFuture<HttpResponse<String>> first = begin("/held");
    entered.await();

    HttpResponse<String> second = get("/heavy");
    assertThat(second.statusCode()).isEqualTo(503);
    assertThat(second.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(get("/file").statusCode()).isEqualTo(503);
    assertThat(get("/light").statusCode()).isEqualTo(200);

    release.countDown();
    assertThat(first.get().statusCode()).isEqualTo(200);
    assertThat(get("/heavy").statusCode()).isEqualTo(200);
    assertThat(get("/file").body()).hasSize(MEGABYTES << 20);
  }

  @Test
  void whatCostsNothingIsAnsweredWhateverElseIsDone() throws Exception {
    serve(new AdmissionControl.Limits(1, 1, 1, SHORT, SHORT), PATIENT);
    CompletableFuture<HttpResponse<String>> first = begin("/held");
    entered.await();

    assertThat(get("/light").statusCode()).isEqualTo(503);
    assertThat(get("/free").statusCode()).isEqualTo(200);
    release.countDown();
    assertThat(first.get().statusCode()).isEqualTo(200);
  }

  @Test
  void whateverFailsGivesItsTurnBack() throws Exception {
    serve(new AdmissionControl.Limits(1, 1, 1, SHORT, SHORT), PATIENT);
    for (int i = 0; i < 3; i++) {
      assertThat(get("/broken").statusCode()).isEqualTo(500);
    }
    assertThat(get("/heavy").statusCode()).isEqualTo(200);
  }

  @Test
  void clientThatDoesNotReadItsFileKeepsNobodyFromWorking() throws Exception {
    serve(new AdmissionControl.Limits(1, 1, 1, LONG, SHORT), PATIENT);
    try (Socket idle = ask("GET /file HTTP/1.1\r\nHost: x\r\n\r\n")) {
      entered.await();
      assertThat(get("/light").statusCode()).isEqualTo(200);
      assertThat(get("/heavy").statusCode()).isEqualTo(200);
      assertThat(get("/file").statusCode()).isEqualTo(503); // its place is taken
      assertThat(idle.isConnected()).isTrue();
    }
  }

  @Test
  void clientThatTakesTooLittleOfItsFileIsCutOff() throws Exception {
    var hasty = new ClientStream.Pace(Duration.ofMillis(300), 8L << 20);
    serve(new AdmissionControl.Limits(1, 1, 1, LONG, LONG), hasty);
    try (Socket slow = ask("GET /file HTTP/1.1\r\nHost: x\r\n\r\n")) {
      for (int i = 0; i < 10_000; i++) {
        slow.getInputStream().read(); // so that the connection is never idle
      }
      assertThat(ended.await(5, TimeUnit.MINUTES)).isTrue();
    }
    assertThat(get("/heavy").statusCode()).isEqualTo(200);
  }

  @Test
  void clientThatGoesAwayLeavesItsPlaceToOthers() throws Exception {
    serve(new AdmissionControl.Limits(1, 1, 1, LONG, LONG), PATIENT);
    try (Socket leaving = ask("GET /file HTTP/1.1\r\nHost: x\r\n\r\n")) {
      assertThat(leaving.getInputStream().readNBytes(1_000)).hasSize(1_000);
    }
    assertThat(get("/file").body()).hasSize(MEGABYTES << 20);
  }

  @Test
  void slowSenderKeepsNobodyFromWorking() throws Exception {
    serve(new AdmissionControl.Limits(1, 1, 1, LONG, SHORT), PATIENT);
    try (Socket slow =
        ask(
            "POST /words HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 6\r\n\r\nabc")) {
      assertThat(get("/light").statusCode()).isEqualTo(200);
      slow.getOutputStream().write("def".getBytes(ISO_8859_1));
      assertThat(new String(slow.getInputStream().readAllBytes(), ISO_8859_1)).endsWith("abcdef");
    }
  }

  @Test
  void senderOfABodyThatNeverEndsIsCutOff() throws Exception {
    serve(new AdmissionControl.Limits(1, 1, 1, LONG, LONG), PATIENT);
    try (Socket slow =
        ask(
            "POST /hasty HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 60000\r\n\r\n")) {
      var sent = new AtomicInteger();
      Thread sender =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      while (sent.getAndIncrement() < 50_000) {
                        slow.getOutputStream().write('x'); // so that the connection is never idle
                        Thread.sleep(20);
                      }
                    } catch (IOException | InterruptedException e) {
                      // the server has had enough
                    }
                  });
      assertThat(slow.getInputStream().read()).as("an answer").isGreaterThan(0);
      assertThat(sent.get()).as("bytes sent, of a quarter of an hour's").isLessThan(50_000);
      sender.interrupt();
    }
  }

  private void serve(AdmissionControl.Limits limits, ClientStream.Pace pace) {
    var admission = new AdmissionControl(limits);
    Handler file = context -> send(context, pace);
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.startup.showOldJavalinVersionWarning = false;
                  config.concurrency.useVirtualThreads = true;
                  config.routes.get(
                      "/free",
                      in(admission, AdmissionControl.Cost.NONE, AdmissionControlTest::quick));
                  config.routes.get(
                      "/light",
                      in(admission, AdmissionControl.Cost.LIGHT, AdmissionControlTest::quick));
                  config.routes.get(
                      "/heavy",
                      in(admission, AdmissionControl.Cost.HEAVY, AdmissionControlTest::quick));
                  config.routes.get(
                      "/held", in(admission, AdmissionControl.Cost.HEAVY, this::held));
                  config.routes.get(
                      "/broken",
                      in(admission, AdmissionControl.Cost.HEAVY, AdmissionControlTest::broken));
                  config.routes.get("/file", in(admission, AdmissionControl.Cost.STREAM, file));
                  config.routes.post(
                      "/words",
                      in(
                          admission,
                          AdmissionControl.Cost.LIGHT,
                          context -> context.result(RequestBody.read(context))));
                  config.routes.post(
                      "/hasty",
                      context ->
                          RequestBody.receive(
                              context, new ClientStream.Pace(Duration.ofMillis(200), 8 << 10)));
                  config.routes.exception(
                      RequestException.Busy.class,
                      (busy, context) ->
                          context
                              .status(503)
                              .header(
                                  "Retry-After", String.valueOf(busy.retryAfter().orElseThrow())));
                })
            .start("127.0.0.1", 0);
  }

  private static Handler in(
      AdmissionControl admission, AdmissionControl.Cost cost, Handler handler) {
    return context -> admission.handle(context, cost, handler);
  }

  private static void quick(Context context) {
    context.result("well");
  }

  private static void broken(Context context) {
    throw new IllegalArgumentException("meant to fail: " + context.path());
  }

  private void held(Context context) throws InterruptedException {
    entered.countDown();
    release.await();
    context.result("well");
  }

  private void send(Context context, ClientStream.Pace pace) throws IOException {
    entered.countDown();
    try (OutputStream out = new ClientStream(context, pace)) {
      for (int i = 0; i < MEGABYTES; i++) {
        out.write(new byte[1 << 20]);
      }
    } finally {
      ended.countDown();
    }
  }

  private Socket ask(String request) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    return socket;
  }

  private HttpResponse<String> get(String path) throws Exception {
    return begin(path).get();
  }

  private CompletableFuture<HttpResponse<String>> begin(String path) {
    URI address = URI.create("http://127.0.0.1:" + server.port() + path);
    return client.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}
