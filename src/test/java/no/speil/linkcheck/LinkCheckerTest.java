package no.speil.linkcheck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.HttpUrl;
import no.speil.corpus.LinkCheckResult;
import no.speil.corpus.LinkOutcome;
import no.speil.download.AddressGuard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkCheckerTest {
  private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");

  private final StubWebServer other = new StubWebServer();
  private final LinkChecker asker =
      new LinkChecker(
          new AddressGuard(true), Duration.ofMinutes(5), Clock.fixed(NOW, ZoneOffset.UTC));

  @AfterEach
  void close() {
    asker.close();
    other.close();
  }

  @Test
  void aPageThatIsThereIsAskedForItsHeadOnly() throws Exception {
    assertThat(ask("/a#part"))
        .isEqualTo(
            new LinkCheckResult(other.at("/a#part"), NOW, LinkOutcome.ANSWERED, 200, "", NOW));
    assertThat(other.asked()).containsExactly("HEAD /a");
  }

  @ParameterizedTest
  @CsvSource({
    "/404, MISSING, 404",
    "/410, MISSING, 410",
    "/403, DENIED, 403",
    "/429, DENIED, 429",
    "/500, FAILING, 500",
    "/nohead, ANSWERED, 200",
    "/hangup, ANSWERED, 200",
    "/to/302/a, ANSWERED, 200",
    "/to/302/404, MISSING, 404",
    "/to/301/, FRONT_PAGE, 200",
    "/to/302/to/302/to/302/to/302/to/302/to/302/a, ASTRAY, 302",
    "/to/302file:/etc/passwd, ASTRAY, 302",
    "/, ANSWERED, 200"
  })
  void eachAnswerIsToldAsWhatItMeans(String path, LinkOutcome outcome, int status)
      throws Exception {
    LinkCheckResult answer = ask(path);
    assertThat(answer.outcome()).isEqualTo(outcome);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.answered()).isEqualTo(outcome == LinkOutcome.ANSWERED ? NOW : null);
  }

  @Test
  void nobodyIsWaitedForLongerThanAsked() throws Exception {
    try (var hasty =
        new LinkChecker(
            new AddressGuard(true), Duration.ofMillis(300), Clock.fixed(NOW, ZoneOffset.UTC))) {
      assertThat(hasty.ask(other.at("/slow")))
          .contains(new LinkCheckResult(other.at("/slow"), NOW, LinkOutcome.TIMEOUT, 0, "", null));
    }
  }

  @Test
  void onlyAMoveForGoodIsToldAsOne() throws Exception {
    assertThat(ask("/to/301/to/308/b").moved()).isEqualTo(other.at("/b"));
    assertThat(ask("/to/301/to/302/b").moved()).isEmpty();
  }

  @Test
  void whereNobodyListensNobodyIsReached() throws Exception {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertThat(asker.ask("http://localhost:" + port + "/a").orElseThrow().outcome())
        .isEqualTo(LinkOutcome.UNREACHABLE);
  }

  @Test
  void whereNoSafeConnectionCanBeMadeThatIsSaid() throws Exception {
    try (var plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answerInPlainWords(plain));
      assertThat(asker.ask("https://localhost:" + plain.getLocalPort()).orElseThrow().outcome())
          .isEqualTo(LinkOutcome.INSECURE);
    }
  }

  /** Until it is closed: a connection that breaks, or another test's, must not be the only one. */
  private static void answerInPlainWords(ServerSocket server) {
    try {
      while (!server.isClosed()) {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> answerInPlainWords(socket));
      }
    } catch (IOException e) {
      assertThat(server.isClosed()).as("%s", e).isTrue();
    }
  }

  private static void answerInPlainWords(Socket socket) {
    try (socket) {
      socket.getInputStream().read();
      socket.getOutputStream().write("HTTP/1.0 400 Bad\r\n\r\n".getBytes(UTF_8));
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes(); // else the connection would be reset
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "arkivboks 12 B", "ftp://localhost/a", "file:///etc/passwd", "http://", "x:y"})
  void whatIsNoAddressOfTheWebIsNotAsked(String address) throws Exception {
    assertThat(asker.ask(address)).isEmpty();
  }

  @Test
  void addressesAsPeopleWriteThemAreEncoded() throws Exception {
    assertThat(HttpUrl.parse("https://blåbær.example/år 2015?q=ø#del").orElseThrow().uri())
        .hasToString("https://xn--blbr-roah.example/%C3%A5r%202015?q=%C3%B8");
  }

  @Test
  void aServerIsGivenAPauseAndOthersAreNotWaitedFor() throws Exception {
    var answers = new ArrayList<LinkCheckResult>();
    try (var second = new StubWebServer()) {
      String elsewhere = second.at("/c").replace("localhost", "127.0.0.1");
      List<String> left =
          asker.ask(
              List.of(other.at("/a"), other.at("/b"), elsewhere, "boks 1"),
              Duration.ofMillis(300),
              answers::add);
      assertThat(left).containsExactly("boks 1");
      assertThat(answers).extracting(LinkCheckResult::outcome).containsOnly(LinkOutcome.ANSWERED);
      assertThat(answers)
          .extracting(LinkCheckResult::address)
          .containsExactlyInAnyOrder(other.at("/a"), other.at("/b"), elsewhere)
          .endsWith(other.at("/b"));
    }
    assertThat(other.times().get(1) - other.times().get(0)).isGreaterThanOrEqualTo(300);
  }

  @Test
  void anAnswerThatCannotBeKeptEndsTheAskingAtOnce() {
    try (var second = new StubWebServer()) {
      String elsewhere = second.at("/c").replace("localhost", "127.0.0.1");
      assertThatThrownBy(
              () ->
                  asker.ask(
                      List.of(other.at("/a"), other.at("/b"), elsewhere),
                      Duration.ofMinutes(5),
                      answer -> {
                        if (answer.address().equals(elsewhere)) {
                          throw new UncheckedIOException("writing", new IOException("disk full"));
                        }
                      }))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage("writing");
      assertThat(other.asked()).doesNotContain("HEAD /b");
    }
  }

  private LinkCheckResult ask(String path) throws InterruptedException {
    return asker.ask(other.at(path)).orElseThrow();
  }
}
