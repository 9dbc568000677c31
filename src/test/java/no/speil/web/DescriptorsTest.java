package no.speil.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.speil.bench.ApiClient;
import no.speil.bench.ServerProcess;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that can open no more files says so, and knows everything again when it can. */
@Tag("slow")
class DescriptorsTest {
  private static final int DOCUMENTS = 12;
  private static final int LIMIT = 256;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir private Path root;

  @Test
  void sectionIsNeverUnknownForWantOfADescriptor() throws Exception {
    Assumptions.assumeTrue(
        Files.isDirectory(Path.of("/proc/self/fd")), "open files are not counted here");
    write();
    try (ServerProcess server = ServerProcess.serveWithin(root, LIMIT, packed())) {
      server.awaitAnswer("/readyz", PATIENCE);
      var client = server.client();
      List<String> sections = sections(client);
      int total = client.read("/api/v1/search?q=styret").path("total").asInt();
      String problems = client.get("/api/v1/problems").body();

      List<SocketChannel> idle = new ArrayList<>();
      Set<Integer> statuses = new TreeSet<>();
      await( // a look through the folders may have had the last ones, and have given them back
          () -> {
            exhaust(server, idle);
            for (String section : sections) {
              HttpResponse<String> answer = client.get("/api/v1/sections/" + section);
              statuses.add(answer.statusCode());
              if (answer.statusCode() == 503) {
                assertThat(answer.headers().firstValue("retry-after")).isPresent();
                assertThat(answer.body()).doesNotContain(root.toString());
              }
            }
            return statuses.contains(503);
          });
      assertThat(statuses).isSubsetOf(200, 503);
      await(() -> client.get("/api/v1/problems").body().contains("\"unreadable\""));
      assertThat(client.read("/api/v1/search?q=styret").path("total").asInt()).isEqualTo(total);

      for (SocketChannel each : idle) {
        each.close();
      }
      await(() -> client.get("/api/v1/problems").body().equals(problems));
      assertThat(sections(client)).isEqualTo(sections);
      for (String section : sections) {
        assertThat(client.get("/api/v1/sections/" + section).statusCode()).isEqualTo(200);
      }
    }
  }

  private void write() throws IOException {
    Files.createDirectories(root.resolve("archive"));
    for (int i = 0; i < DOCUMENTS; i++) {
      Files.writeString(
          root.resolve("archive/brev-" + i + ".md"),
          "# Brev " + i + "\n\nStyret må gå, " + i + ".\n");
    }
  }

  private static List<String> sections(ApiClient client) {
    var ids = new ArrayList<String>();
    JsonNode result = client.read("/api/v1/search?q=styret&size=100");
    result.path("hits").forEach(hit -> ids.add(hit.path("section").asText()));
    assertThat(ids).hasSize(DOCUMENTS);
    ids.sort(null);
    return ids;
  }

  /** Opens connections and says nothing, until the server has no descriptor left. */
  private static void exhaust(ServerProcess server, List<SocketChannel> idle) throws IOException {
    var address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.address().getPort());
    for (long left = LIMIT - descriptors(server) + 10; left > 0; left--) {
      idle.add(SocketChannel.open(address));
    }
    await(() -> descriptors(server) >= LIMIT);
  }

  private static long descriptors(ServerProcess server) throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/" + server.pid() + "/fd"))) {
      return open.count();
    }
  }

  /** The program as Maven has packed it, else the class path of these tests packed alike. */
  private String packed() throws IOException {
    String program = System.getProperty("speil.jar");
    if (program != null) {
      return program;
    }
    var entries = new ArrayList<String>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path folder = Path.of(entry);
      boolean packs = Files.isDirectory(folder);
      entries.add(packs ? pack(folder, root.resolve(entries.size() + ".jar")) : entry);
    }
    return String.join(File.pathSeparator, entries);
  }

  private static String pack(Path folder, Path jar) throws IOException {
    try (var out = new ZipOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
        Files.copy(file, out);
      }
    }
    return jar.toString();
  }

  /** Something that is so in the end. */
  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void await(Condition condition) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as("still not so").isLessThan(end);
      LockSupport.parkNanos(20_000_000);
    }
  }
}
