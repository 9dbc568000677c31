package no.speil.linkcheck;

import java.io.IOException;
import java.io.InputStream;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLException;
import no.speil.corpus.HttpUrl;
import no.speil.corpus.LinkCheckResult;
import no.speil.corpus.LinkOutcome;
import no.speil.download.AddressGuard;
import org.jspecify.annotations.Nullable;

/**
 * Asks one address whether it still answers: for its head, and where that is refused for itself,
 * following where it leads. Reads no text. Thread-safe.
 */
public final class LinkChecker implements AutoCloseable {
  private static final int MOST_REDIRECTS = 5;
  private static final String NAME = "Speil (asks whether a source still answers)";

  private final AddressGuard guard;
  private final HttpClient client;
  private final Duration patience;
  private final Clock clock;

  /**
   * @param guard keeps it from asking inside the own network
   * @param patience how long an answer may take, each time
   */
  public LinkChecker(AddressGuard guard, Duration patience, Clock clock) {
    this.guard = guard;
    this.patience = patience;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NEVER) // to see where they lead
            .build();
  }

  /** What the other server said. */
  private record Reply(int status, Optional<String> location) {
    boolean isRedirect() {
      return status >= 300 && status < 400 && location.isPresent();
    }

    boolean isForGood() {
      return status == 301 || status == 308;
    }
  }

  /** The answer, or empty where it is no address of the web, or one of the own network. */
  public Optional<LinkCheckResult> ask(String address) throws InterruptedException {
    Optional<HttpUrl> web = HttpUrl.parse(address);
    return web.isEmpty() || leadsInside(web.get())
        ? Optional.empty()
        : Optional.of(ask(address, web.get()));
  }

  private boolean leadsInside(HttpUrl url) {
    try {
      return guard.leadsInside(url);
    } catch (UnknownHostException e) {
      return false; // which is what asking will say
    }
  }

  private LinkCheckResult ask(String address, HttpUrl first) throws InterruptedException {
    Instant at = clock.instant();
    try {
      return follow(address, first, at);
    } catch (HttpTimeoutException e) {
      return answer(address, at, LinkOutcome.TIMEOUT, 0, "");
    } catch (SSLException e) {
      return answer(address, at, LinkOutcome.INSECURE, 0, "");
    } catch (IOException e) {
      return answer(address, at, LinkOutcome.UNREACHABLE, 0, "");
    }
  }

  private LinkCheckResult follow(String address, HttpUrl first, Instant at)
      throws IOException, InterruptedException {
    HttpUrl here = first;
    boolean forGood = true;
    Reply reply = reply(here);
    for (int redirects = 0; reply.isRedirect(); redirects++) {
      Optional<HttpUrl> next = here.onTo(reply.location().orElse(""));
      if (next.isEmpty() || redirects == MOST_REDIRECTS || leadsInside(next.get())) {
        return answer(address, at, LinkOutcome.ASTRAY, reply.status(), "");
      }
      forGood &= reply.isForGood();
      here = next.get();
      reply = reply(here);
    }
    LinkOutcome outcome = outcome(reply.status());
    if (outcome == LinkOutcome.ANSWERED && here.isFrontPage() && !first.isFrontPage()) {
      return answer(address, at, LinkOutcome.FRONT_PAGE, reply.status(), "");
    }
    boolean moved = forGood && outcome == LinkOutcome.ANSWERED && !here.equals(first);
    return answer(address, at, outcome, reply.status(), moved ? here.uri().toString() : "");
  }

  /** Some servers do not know HEAD, and say so in many ways. */
  private Reply reply(HttpUrl address) throws IOException, InterruptedException {
    @Nullable Reply head = head(address);
    return head == null || head.status() >= 400 ? send("GET", address) : head;
  }

  private @Nullable Reply head(HttpUrl address) throws IOException, InterruptedException {
    try {
      return send("HEAD", address);
    } catch (HttpTimeoutException | SSLException e) {
      throw e; // asking otherwise would not help
    } catch (IOException e) {
      return null; // hung up on: asked again with GET, which tells
    }
  }

  private Reply send(String method, HttpUrl address) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.uri())
            .method(method, HttpRequest.BodyPublishers.noBody())
            .timeout(patience)
            .header("User-Agent", NAME)
            .header("Accept", "*/*")
            .build();
    HttpResponse<InputStream> response =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    response.body().close(); // a text is not fetched to know that it is there
    return new Reply(response.statusCode(), response.headers().firstValue("Location"));
  }

  private static LinkOutcome outcome(int status) {
    return switch (status) {
      case 401, 402, 403, 407, 429, 451 -> LinkOutcome.DENIED;
      case 404, 410 -> LinkOutcome.MISSING;
      default -> status >= 200 && status < 300 ? LinkOutcome.ANSWERED : LinkOutcome.FAILING;
    };
  }

  private static LinkCheckResult answer(
      String address, Instant at, LinkOutcome outcome, int status, String moved) {
    Instant answered = outcome == LinkOutcome.ANSWERED ? at : null;
    return new LinkCheckResult(address, at, outcome, status, moved, answered);
  }

  @Override
  public void close() {
    client.close();
  }
}
