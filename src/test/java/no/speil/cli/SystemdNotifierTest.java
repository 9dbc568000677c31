package no.speil.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import no.speil.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsclub.net.unix.AFUNIXDatagramSocket;
import org.newsclub.net.unix.AFUNIXSocketAddress;
import org.slf4j.LoggerFactory;

/** What a systemd hears, by a socket in its place. */
class SystemdNotifierTest {
  private static final Logger LOG = (Logger) LoggerFactory.getLogger(SystemdNotifier.class);
  private static final int LONG_MILLIS = 300_000;
  private static final String WATCHDOG = "WATCHDOG=1\nWATCHDOG_USEC=400000";

  @TempDir private Path folder;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final ConcurrentLinkedQueue<String> answered = new ConcurrentLinkedQueue<>();
  private final CountDownLatch hung = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;
  private AFUNIXDatagramSocket systemd;
  private SystemdNotifier notifier;
  private volatile boolean hangs;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    systemd = AFUNIXDatagramSocket.newInstance();
    systemd.setSoTimeout(LONG_MILLIS);
    log.list = new CopyOnWriteArrayList<>();
    log.start();
    LOG.addAppender(log);
  }

  @AfterEach
  void stop() {
    if (notifier != null) {
      notifier.stop();
    }
    LOG.detachAppender(log);
    end.countDown();
    server.stop(0);
    threads.close();
    systemd.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (hangs) {
        hung.countDown();
        end.await();
      }
      answered.add(exchange.getRequestURI().getPath());
      exchange.sendResponseHeaders(200, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/arkiv";
  }

  private String bind() throws IOException {
    Path socket = folder.resolve("notify");
    systemd.bind(AFUNIXSocketAddress.of(socket));
    return socket.toString();
  }

  /** As the unit has it, but for a watchdog of some tenths of a second. */
  private void start(String socket) {
    var environment = Map.of("NOTIFY_SOCKET", socket, "WATCHDOG_USEC", "400000");
    notifier = new SystemdNotifier(environment, URI.create(address()));
    notifier.start();
  }

  /** The next message, for which it waits. */
  private String heard() throws IOException {
    var packet = new DatagramPacket(new byte[1000], 1000);
    systemd.receive(packet);
    return new String(packet.getData(), 0, packet.getLength(), UTF_8);
  }

  private String ready() {
    return "READY=1\nSTATUS=Speil is at " + address();
  }

  @Test
  void theServerIsReadyStaysAliveAndStops() throws Exception {
    start(bind());
    assertThat(heard()).isEqualTo(ready());
    assertThat(heard()).isEqualTo(WATCHDOG);
    assertThat(heard()).isEqualTo(WATCHDOG);
    notifier.stop();
    String last = heard();
    while (last.startsWith("WATCHDOG=1\n")) {
      last = heard();
    }
    assertThat(last).isEqualTo("STOPPING=1");
    assertThat(answered).containsOnly("/arkiv/healthz");
    assertThat(said()).isEmpty();
  }

  @Test
  void anAbstractSocketIsToldToo() throws Exception {
    String name = "speil-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
    systemd.bind(AFUNIXSocketAddress.inAbstractNamespace(name));
    start("@" + name);
    assertThat(heard()).isEqualTo(ready());
  }

  @Test
  void aServerThatHangsIsNotReportedAsAlive() throws Exception {
    start(bind());
    assertThat(heard()).isEqualTo(ready());
    assertThat(heard()).isEqualTo(WATCHDOG);
    hangs = true;
    hung.await();
    int good = answered.size();
    for (int i = 2; i < good; i++) {
      assertThat(heard()).isEqualTo(WATCHDOG);
    }
    assertSilence();
    hangs = false;
    end.countDown();
    assertThat(heard()).isEqualTo(WATCHDOG);
  }

  @Test
  void aServerThatHasNotAnsweredYetIsNotReady() throws Exception {
    hangs = true;
    start(bind());
    hung.await();
    assertSilence();
    hangs = false;
    end.countDown();
    assertThat(heard()).isEqualTo(ready());
  }

  /** For longer than from one report to the next. */
  private void assertSilence() throws IOException {
    systemd.setSoTimeout(500);
    assertThatThrownBy(this::heard).isInstanceOf(SocketTimeoutException.class);
    systemd.setSoTimeout(LONG_MILLIS);
  }

  @Test
  void aServerThatCannotAskItselfIsReadyAndNotWatchedUntilItAnswers() throws Exception {
    InetSocketAddress own = server.getAddress();
    String ready = ready();
    String socket = bind();
    server.stop(0);
    var environment = Map.of("NOTIFY_SOCKET", socket, "WATCHDOG_USEC", "400000");
    String address = "http://127.0.0.1:" + own.getPort() + "/arkiv";
    notifier = new SystemdNotifier(environment, URI.create(address));
    notifier.start();
    assertThat(heard()).isEqualTo(ready + "\nWATCHDOG_USEC=0");
    assertSilence();
    assertThat(said())
        .containsExactly(
            "The server does not answer itself at " + address + ": Connection refused");

    server = HttpServer.create(own, 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    assertThat(heard()).isEqualTo(WATCHDOG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere/notify", "@nobody-listens", "vsock:2:1234", "/", "@"})
  void whatSystemdCannotBeToldIsInTheLogOnce(String socket) throws Exception {
    start(socket);
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONG_MILLIS);
    while (answered.size() < 4 && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    notifier.stop();
    assertThat(said())
        .singleElement()
        .asString()
        .startsWith("systemd cannot be told how the server is: ");
  }

  @Test
  void aWatchdogThatIsNoNumberIsNone() throws Exception {
    var environment = Map.of("NOTIFY_SOCKET", bind(), "WATCHDOG_USEC", "soon");
    notifier = new SystemdNotifier(environment, URI.create(address()));
    notifier.start();
    assertThat(heard()).isEqualTo(ready());
    assertSilence();
    assertThat(answered).hasSize(1);
  }

  @Test
  void withoutSystemdNothingIsDone() {
    notifier = new SystemdNotifier(Map.of("WATCHDOG_USEC", "1000"), URI.create(address()));
    notifier.start();
    notifier.stop();
    assertThat(said()).isEmpty();
    assertThat(answered).isEmpty();
  }

  /** The program as a whole, where systemd waits for it. */
  @Test
  @Tag("slow")
  void serveTellsThatItIsReadyAndThatItStops() throws Exception {
    Process process = program(Map.of("NOTIFY_SOCKET", bind()));
    try {
      assertThat(heard()).startsWith("READY=1\nSTATUS=Speil is at http://127.0.0.1:");
      process.destroy(); // SIGTERM, as systemd sends it
      assertThat(heard()).isEqualTo("STOPPING=1");
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
      assertThat(classes()).anyMatch(line -> line.contains("org.newsclub"));
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  @Tag("slow")
  void whereNoSystemdWaitsTheLibraryIsNotLoaded() throws Exception {
    Process process = program(Map.of());
    try {
      // a list of all lines would wait for the end
      assertThat(process.inputReader(UTF_8).lines().anyMatch(line -> line.contains(" document")))
          .isTrue();
      process.destroy();
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
      assertThat(classes())
          .anyMatch(line -> line.contains("no.speil.cli.SystemdNotifier "))
          .noneMatch(line -> line.contains("org.newsclub"));
    } finally {
      process.destroyForcibly();
    }
  }

  private Process program(Map<String, String> systemd) throws IOException {
    Files.createDirectory(folder.resolve("archive"));
    List<String> command = Program.main(false);
    // as the last option, since others may say that nothing is logged
    command.add(command.size() - 1, "-Xlog:class+load:file=" + folder + "/classes");
    command.addAll(List.of("serve", "--root", folder.toString(), "--port", "0"));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = new HashMap<>(systemd);
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("SPEIL_CONF", "/dev/null");
    builder.environment().keySet().removeAll(List.of("NOTIFY_SOCKET", "WATCHDOG_USEC"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  private List<String> classes() throws IOException {
    return Files.readAllLines(folder.resolve("classes"));
  }

  private List<String> said() {
    return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
