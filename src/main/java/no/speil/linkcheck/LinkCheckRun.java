package no.speil.linkcheck;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import no.speil.corpus.HttpUrl;
import no.speil.corpus.LinkCheckResult;

/** Asks many addresses, several servers at a time, but each server only one thing at a time. */
public final class LinkCheckRun {
  private static final int SERVERS_AT_ONCE = 8;

  private final LinkChecker asker;
  private final Duration pause;

  /**
   * @param pause between two questions to the same server
   */
  public LinkCheckRun(LinkChecker asker, Duration pause) {
    this.asker = asker;
    this.pause = pause;
  }

  /**
   * Asks each address once.
   *
   * @param heard told of every answer as it comes, one at a time
   * @return the addresses that are none of the web, or of the own network, which are not asked
   */
  public List<String> ask(Collection<String> addresses, Consumer<LinkCheckResult> heard)
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
      List<Future<?>> asking = new ArrayList<>();
      byHost.values().forEach(one -> asking.add(servers.submit(() -> askServer(one, heard, left))));
      try {
        awaitAll(asking);
      } catch (InterruptedException | RuntimeException e) {
        servers.shutdownNow();
        throw e;
      }
    }
    return left;
  }

  private Void askServer(List<String> addresses, Consumer<LinkCheckResult> heard, List<String> left)
      throws InterruptedException {
    for (int i = 0; i < addresses.size(); i++) {
      if (i > 0) {
        Thread.sleep(pause);
      }
      String address = addresses.get(i);
      asker.ask(address).ifPresentOrElse(answer -> tell(heard, answer), () -> left.add(address));
    }
    return null;
  }

  private synchronized void tell(Consumer<LinkCheckResult> heard, LinkCheckResult answer) {
    heard.accept(answer);
  }

  private static void awaitAll(List<Future<?>> asking) throws InterruptedException {
    for (Future<?> each : asking) {
      try {
        each.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("asking failed", e.getCause());
      }
    }
  }
}
