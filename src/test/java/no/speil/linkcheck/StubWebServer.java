package no.speil.linkcheck;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A server of this machine that stands for one of the web; remembers what it was asked. Paths: a
 * status as {@code /404}, {@code /to/STATUS/PATH} for a redirect, {@code /nohead}, {@code /hangup},
 * {@code /slow}.
 */
public final class StubWebServer implements AutoCloseable {
  private final HttpServer server;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<Long> times = new CopyOnWriteArrayList<>();

  public StubWebServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  public String at(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  /** Methods and paths, in the order in which they were asked. */
  public List<String> asked() {
    return asked;
  }

  /** When each was asked, in milliseconds. */
  List<Long> times() {
    return times;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    String method = exchange.getRequestMethod();
    asked.add(method + " " + path);
    times.add(System.nanoTime() / 1_000_000);
    try (exchange) {
      if (path.startsWith("/to/")) {
        exchange.getResponseHeaders().set("Location", path.substring("/to/301".length()));
        exchange.sendResponseHeaders(Integer.parseInt(path.substring(4, 7)), -1);
      } else if (path.equals("/slow")) {
        Thread.sleep(2_000);
      } else if (path.equals("/hangup") && method.equals("HEAD")) {
        return; // closed without a word
      } else if (path.equals("/nohead") && method.equals("HEAD")) {
        exchange.sendResponseHeaders(405, -1);
      } else {
        boolean status = path.matches("/\\d{3}");
        exchange.sendResponseHeaders(status ? Integer.parseInt(path.substring(1)) : 200, -1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
