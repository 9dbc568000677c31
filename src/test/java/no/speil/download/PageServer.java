package no.speil.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server of this machine that stands for one of the web and serves what a test gives it. */
public final class PageServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  public PageServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** What is answered to a path. */
  private interface Answer {
    void send(HttpExchange exchange) throws IOException;
  }

  public String at(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  /** Paths with their queries, in the order in which they were asked. */
  public List<String> asked() {
    return asked;
  }

  public PageServer put(String path, String type, byte[] bytes) {
    return put(path, type, "", bytes);
  }

  PageServer put(String path, String type, String coding, byte[] bytes) {
    answers.put(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", type);
          if (!coding.isEmpty()) {
            exchange.getResponseHeaders().set("Content-Encoding", coding);
          }
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
        });
    return this;
  }

  public PageServer redirect(String path, String location) {
    answers.put(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Location", location);
          exchange.sendResponseHeaders(302, -1);
        });
    return this;
  }

  /** Sends a byte now and then, and never ends. */
  public PageServer endless(String path) {
    answers.put(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, 0);
          OutputStream out = exchange.getResponseBody();
          try {
            while (!threads.isShutdown()) {
              out.write('a');
              out.flush();
              Thread.sleep(50);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    return this;
  }

  /** Takes the question and says nothing. */
  public PageServer silent(String path) {
    answers.put(
        path,
        exchange -> {
          try {
            Thread.sleep(60_000);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestURI().toString());
    try (exchange) {
      Answer answer = answers.get(exchange.getRequestURI().getPath());
      if (answer == null) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        answer.send(exchange);
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
