package no.speil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.bench.ServerProcess;
import no.speil.cli.SpeilCommand;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process whose memory runs out ends and says so; it never stays to answer nobody. */
@Tag("slow")
class OutOfMemoryExitTest {
  private static final Duration SOON = Duration.ofMinutes(5);
  private static final String[] SMALL = {"-Xmx80m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"};
  private static final String LINE = "Speil has run out of memory and has ended (Java heap space).";

  @TempDir private Path root;

  @Test
  void whileItReadsTheArchiveInTheBackground() throws IOException {
    writeTooMuch();
    try (ServerProcess server = ServerProcess.serve(root, SMALL)) {
      assertEndsOutOfMemory(server);
    }
  }

  @Test
  void whileACommandReadsTheArchive() throws IOException {
    writeTooMuch();
    var check = List.of("no.speil.Main", "check", "--root", root.toString());
    try (ServerProcess process = ServerProcess.launch(List.of(SMALL), check)) {
      assertEndsOutOfMemory(process);
    }
  }

  @Test
  void whileItAnswersRequests() throws IOException {
    writeLetter();
    try (ServerProcess server = ServerProcess.serve(root, SMALL)) {
      server.awaitAnswer("/readyz", SOON);
      List<Socket> sockets = new ArrayList<>();
      try {
        for (int i = 0; i < 250; i++) { // none ends, so that each is kept
          sockets.add(post(server, "/sign-in", "a=&".repeat(340_000)));
        }
      } catch (IOException e) {
        // it ended before all were sent
      }
      assertEndsOutOfMemory(server);
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  @Test
  void withTheFlagOfJavaItEndsWithTheSameCode() throws IOException {
    writeTooMuch();
    String[] jvm =
        Stream.concat(Stream.of(SMALL), Stream.of("-XX:+ExitOnOutOfMemoryError"))
            .toArray(String[]::new);
    try (ServerProcess server = ServerProcess.serve(root, jvm)) {
      assertThat(server.awaitEnd(SOON)).isEqualTo(SpeilCommand.OUT_OF_MEMORY);
      assertThat(server.said())
          .contains("Terminating due to java.lang.OutOfMemoryError: Java heap space");
    }
  }

  @Test
  void whatElseNobodyCatchesIsPrintedAsJavaPrintsIt() {
    var program = List.of(Uncaught.class.getName());
    try (ServerProcess process = ServerProcess.launch(List.of(), program)) {
      assertThat(process.awaitEnd(SOON)).isZero();
      assertThat(process.said())
          .startsWith("Exception in thread \"worker\" java.lang.IllegalStateException: odd")
          .doesNotContain("out of memory");
    }
  }

  /** A program with a thread that fails. */
  static final class Uncaught {
    private Uncaught() {}

    public static void main(String[] args) {
      OutOfMemoryExit.install();
      Thread.ofPlatform()
          .name("worker")
          .start(
              () -> {
                throw new IllegalStateException("odd");
              });
    }
  }

  private static void assertEndsOutOfMemory(ServerProcess process) {
    assertThat(process.awaitEnd(SOON)).as(process.said()).isEqualTo(SpeilCommand.OUT_OF_MEMORY);
    assertThat(process.said().lines().filter(line -> line.startsWith(LINE))).hasSize(1);
  }

  private void writeLetter() throws IOException {
    Path file = root.resolve("archive/brev.md");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "# Brev\n\nStyret må gå.\n");
  }

  /** More than fits into so small a memory, in a file that is read whole. */
  private void writeTooMuch() throws IOException {
    writeLetter();
    String text =
        IntStream.range(0, 300_000)
            .mapToObj(i -> "Styret må gå, og det må gå *nå*, " + i + ".\n")
            .collect(Collectors.joining("\n"));
    Files.writeString(root.resolve("archive/stor.md"), text);
  }

  private static Socket post(ServerProcess server, String path, String form) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort());
    String head =
        "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Length: %d\r\n"
            .formatted(path, server.address().getPort(), form.length() + 1);
    // by somebody who may write: the bodies of all others are short
    String type =
        "Authorization: Bearer %s\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n"
            .formatted(server.token());
    socket.getOutputStream().write((head + type + form).getBytes(StandardCharsets.US_ASCII));
    return socket;
  }
}
