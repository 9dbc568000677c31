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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import no.speil.corpus.HttpUrl;
import no.speil.corpus.LinkCheckResult;
import no.speil.corpus.LinkOutcome;
import no.speil.download.AddressGuard;

/**
 * Checks whether web addresses still answer: sends HEAD, or GET where HEAD is refused, and follows
 * redirects. Reads no body. Thread-safe.
 */
public final class LinkChecker implements AutoCloseable {
  private static final int MOST_REDIRECTS = 5;
  private static final int SERVERS_AT_ONCE = 8;
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
  }

  /**
   * Asks each address once, several servers at a time, but each server only one thing at a time.
   *
   * @param pause between two requests to the same server
   * @param heard told of every answer as it comes, one at a time; what it throws ends the asking
   * @return the addresses that are not http(s) URLs or lie in the private network; they are not
   *     requested
   */
  public List<String> ask(
      Collection<String> addresses, Duration pause, Consumer<LinkCheckResult> heard)
      throws InterruptedException {
    List<String> left = Collections.synchronizedList(new ArrayList<>());
    Map<String, List<String>> byHost = new LinkedHashMap<>();
    for (String address : addresses) {
      HttpUrl.parse(address)
          .ifPresentOrElse(
              web -> byHost.computeIfAbsent(web.host(), host -> new ArrayList<>()).add(address),
              () -> left.add(address));
    }
    try (ExecutorService servers = Executors.newFixedThreadPool(SERVERS_AT_ONCE)) {
      var asking = new ExecutorCompletionService<Void>(servers);
      byHost.values().forEach(one -> asking.submit(() -> askServer(one, pause, heard, left)));
      try {
        for (int i = 0; i < byHost.size(); i++) {
          asking.take().get(); // whichever ends first, so that none waits for a failure
        }
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException failure
            ? failure
            : new IllegalStateException("asking failed", e.getCause());
      } finally {
        servers.shutdownNow(); // stops the rest after a failure; else none is left
      }
    }
    return left;
  }

  private Void askServer(
      List<String> addresses, Duration pause, Consumer<LinkCheckResult> heard, List<String> left)
      throws InterruptedException {
    for (int i = 0; i < addresses.size(); i++) {
      if (i > 0) {
        Thread.sleep(pause);
      }
      String address = addresses.get(i);
      ask(address).ifPresentOrElse(answer -> tell(heard, answer), () -> left.add(address));
    }
    return null;
  }

  private synchronized void tell(Consumer<LinkCheckResult> heard, LinkCheckResult answer) {
    heard.accept(answer);
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
      forGood &= reply.status() == 301 || reply.status() == 308;
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
    try {
      Reply head = send("HEAD", address);
      if (head.status() < 400) {
        return head;
      }
    } catch (HttpTimeoutException | SSLException e) {
      throw e; // asking otherwise would not help
    } catch (IOException e) {
      // hung up on: asked again with GET, which tells
    }
    return send("GET", address);
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
