package no.speil.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/**
 * Sends the real server, in a heap of 512 MB, many requests at the same moment and asks {@code
 * /healthz} beside them, each time on a new connection. Prints a table: how many were answered,
 * told to come again, or dropped.
 */
final class LoadFigures {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int AT_ONCE = 64;
  private static final int PAUSE_MILLIS = 50;
  private static final List<String> EXPORTS =
      List.of("/search.tmx?q=og&unit=sentence", "/search.csv?q=og", "/search.json?q=og");
  private static final List<String> HEAVY =
      List.of(
          "/search.tmx?q=og&unit=sentence",
          "/search.csv?q=og",
          "/search.json?q=og",
          "/kwic?q=og",
          "/api/v1/search?q=og&size=1000");
  private static final List<String> SEARCHES =
      List.of("/search?q=og", "/api/v1/search?q=og", "/search?q=bevaring", "/search?q=digital");

  private final URI address;

  private LoadFigures(URI address) {
    this.address = address;
  }

  /** The folders of the archives, measured one after another. */
  public static void main(String[] args) throws Exception {
    for (String archive : args) {
      System.out.printf(
          Locale.ROOT,
          "## %s, %d processors%n",
          archive,
          Runtime.getRuntime().availableProcessors());
      try (ArchiveCopy copy = ArchiveCopy.of(Path.of(archive));
          ServerProcess server = ServerProcess.serve(copy.root(), "-Xmx512m")) {
        server.awaitAnswer("/readyz", PATIENCE);
        new LoadFigures(server.address()).measure();
      }
    }
  }

  private void measure() throws Exception {
    System.out.println(
        "| at once | 200 | 503 | dropped | other | seconds | /healthz asked | failed | median ms | longest ms |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|");
    row("64 exports, cold", EXPORTS);
    row("64 heavy", HEAVY);
    row("64 heavy, again", HEAVY);
    row("64 words in context", List.of("/kwic?q=og"));
    row("64 searches", SEARCHES);
  }

  /** What became of one request. */
  private enum Fate {
    ANSWERED,
    COME_AGAIN,
    DROPPED,
    OTHER
  }

  private void row(String name, List<String> paths) throws InterruptedException {
    long start = System.nanoTime();
    List<Fate> fates;
    double seconds;
    var health = new Health();
    try (health) {
      fates = all(paths);
      seconds = (System.nanoTime() - start) / 1e9;
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %d | %d | %d | %.1f | %d | %d | %.0f | %.0f |%n",
        name,
        count(fates, Fate.ANSWERED),
        count(fates, Fate.COME_AGAIN),
        count(fates, Fate.DROPPED),
        count(fates, Fate.OTHER),
        seconds,
        health.nanos.size(),
        health.failed,
        health.timings().medianMillis(),
        health.timings().at(1));
  }

  private static long count(List<Fate> fates, Fate fate) {
    return fates.stream().filter(each -> each == fate).count();
  }

  private List<Fate> all(List<String> paths) throws InterruptedException {
    var gate = new CountDownLatch(1);
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Fate>> asked =
          IntStream.range(0, AT_ONCE)
              .mapToObj(i -> threads.submit(asking(client, paths.get(i % paths.size()), gate)))
              .toList();
      gate.countDown();
      var fates = new ArrayList<Fate>();
      for (Future<Fate> each : asked) {
        fates.add(fate(each));
      }
      return fates;
    }
  }

  private Callable<Fate> asking(HttpClient client, String path, CountDownLatch gate) {
    HttpRequest request = HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).build();
    return () -> {
      gate.await();
      HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
      return switch (answer.statusCode()) {
        case 200 -> Fate.ANSWERED;
        case 503 ->
            answer.headers().firstValue("Retry-After").isPresent() ? Fate.COME_AGAIN : Fate.OTHER;
        default -> Fate.OTHER;
      };
    };
  }

  private static Fate fate(Future<Fate> asked) throws InterruptedException {
    try {
      return asked.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException) {
        return Fate.DROPPED;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Asks how the server is, again and again, until it is closed. */
  private final class Health implements AutoCloseable {
    private final List<Long> nanos = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Thread thread = Thread.ofPlatform().start(this::ask);
    private int failed;

    private void ask() {
      while (!over.get()) {
        long start = System.nanoTime();
        if (!isWell()) {
          failed++;
        }
        nanos.add(System.nanoTime() - start);
        pause();
      }
    }

    private boolean isWell() {
      try (var socket = new Socket()) {
        socket.connect(
            new InetSocketAddress(address.getHost(), address.getPort()), (int) PATIENCE.toMillis());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        OutputStream out = socket.getOutputStream();
        out.write(
            ("GET /healthz HTTP/1.1\r\nHost: "
                    + address.getAuthority()
                    + "\r\nConnection: close\r\n\r\n")
                .getBytes(ISO_8859_1));
        out.flush();
        InputStream in = socket.getInputStream();
        return new String(in.readAllBytes(), ISO_8859_1).startsWith("HTTP/1.1 200");
      } catch (IOException e) {
        return false;
      }
    }

    private void pause() {
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        over.set(true);
      }
    }

    private Timings timings() {
      return new Timings(nanos.stream().mapToLong(Long::longValue).toArray());
    }

    @Override
    public void close() {
      over.set(true);
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
