package no.speil.proxy;

import static no.speil.Program.git;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import no.speil.NeedsPrograms;
import no.speil.Program;
import no.speil.bench.ApiClient;
import no.speil.bench.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many readers: servers of copies, which only read, behind nginx beside the one that writes. */
@NeedsPrograms({"nginx", "rsync", "git"})
class ReadOnlyCopiesTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  @TempDir private Path folder;

  @Test
  void copiesFollowTheirOriginalWithoutRestart() throws IOException {
    Path root = letters("original");
    int port = ProxyProcess.freePort();
    List<String> publicly = List.of("--public-url", "http://localhost:" + port);
    try (ServerProcess writer = ServerProcess.serve(root, publicly)) {
      ApiClient desk = writer.client();
      writer.awaitAnswer("/readyz", PATIENCE);
      rsync(root, "first");
      rsync(root, "second");
      try (ServerProcess first = reader("first", port);
          ServerProcess second = reader("second", port);
          var proxy =
              ProxyProcess.nginx(
                  folder.resolve("nginx"), port, blocks(first, second, writer, port))) {
        URI site = URI.create("http://localhost:" + port);
        first.awaitAnswer("/readyz", PATIENCE);
        second.awaitAnswer("/readyz", PATIENCE);
        assertThat(answering(site)).as(proxy.said()).hasSize(2);
        JsonNode section = section(desk, "Styret må gå.");
        HttpResponse<String> saved =
            desk.put(
                "/api/v1/sections/" + section.get("id").asText() + "/translation",
                Map.of("markdown", "The board must swiftly resign."),
                section.get("version").asText());
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(section(new ApiClient(site, ""), "Styret må gå.")).isEqualTo(section);
        rsync(root, "first");
        rsync(root, "second");

        for (ServerProcess reader : List.of(first, second)) {
          var client = new ApiClient(reader.address(), "");
          JsonNode now = section(client, "Styret må gå.");
          assertThat(now.at("/translation/blocks/0/markdown").asText())
              .isEqualTo("The board must swiftly resign.");
          assertThat(now).isEqualTo(section(desk, "Styret må gå."));
          await(() -> client.read("/api/v1/search?q=swiftly").get("total").asInt() == 1);
        }
        assertThat(desk.get("/home").body()).contains("/queue");

        Files.delete(root.resolve("archive/2015/vedtak.md"));
        Files.writeString(root.resolve("archive/2015/nytt.md"), "# Nytt\n\nEn trompet.\n");
        rsync(root, "first");
        rsync(root, "second");
        Map<String, String> copied = files(folder.resolve("first"));
        for (ServerProcess reader : List.of(first, second)) {
          var client = new ApiClient(reader.address(), "");
          assertThat(client.get("/d/2015/vedtak").statusCode()).isEqualTo(404);
          await(() -> client.read("/api/v1/search?q=trompet").get("total").asInt() == 1);
        }
        assertThat(files(folder.resolve("first"))).as("written by nobody").isEqualTo(copied);
        assertThat(folder.resolve("first/.speil")).doesNotExist();
        assertThat(refusedMark(site)).isEqualTo(403);
        assertThat(signedIn(site, writer)).isEqualTo(writer.address().getAuthority());

        second.kill();
        assertThat(answering(site)).hasSize(1);
      }
    }
  }

  @Test
  void whatGitPullsIsTakenUp() throws IOException {
    Path root = letters("original");
    git(root, "init", "-q", "-b", "main");
    commit(root);
    git(folder, "clone", "-q", root.toString(), "copy");
    try (ServerProcess server =
        ServerProcess.serve(folder.resolve("copy"), List.of("--read-only"))) {
      var client = new ApiClient(server.address(), "");
      server.awaitAnswer("/readyz", PATIENCE);
      Path file = root.resolve("translations/2015/brev.md");
      Files.writeString(file, Files.readString(file).replace("must go", "must swiftly resign"));
      Files.move(
          root.resolve("archive/2015/vedtak.md"), root.resolve("archive/2015/beslutning.md"));
      commit(root);
      git(folder.resolve("copy"), "pull", "-q");

      assertThat(client.get("/d/2015/brev").body()).contains("must swiftly resign");
      assertThat(client.get("/d/2015/beslutning").statusCode()).isEqualTo(200);
      await(() -> client.read("/api/v1/search?q=swiftly").get("total").asInt() == 1);
      assertThat(git(folder.resolve("copy"), "status", "--porcelain")).isEmpty();
    }
  }

  private ServerProcess reader(String copy, int port) {
    return ServerProcess.serve(
        folder.resolve(copy), List.of("--read-only", "--public-url", "http://localhost:" + port));
  }

  private static String blocks(
      ServerProcess first, ServerProcess second, ServerProcess writer, int port) {
    return """
      upstream readers {
          server %s;
          server %s;
      }
      upstream desk {
          server %s;
      }
      map $http_cookie $signed_in {
          "~speil-[0-9a-f]{8}=" desk;
          default readers;
      }
      map $uri $site {
          ~/(sign-in|invitation)$ desk;
          default $signed_in;
      }
      server {
          listen 127.0.0.1:%d;
          location / {
              proxy_pass http://$site;
              proxy_set_header Host $http_host;
              add_header X-Reader $upstream_addr;
          }
      }
      """
        .formatted(
            first.address().getAuthority(),
            second.address().getAuthority(),
            writer.address().getAuthority(),
            port);
  }

  /** The readers that answer requests in turn. */
  private static Set<String> answering(URI site) {
    var client = new ApiClient(site, "");
    var readers = new TreeSet<String>();
    for (int i = 0; i < 6; i++) {
      HttpResponse<String> answer = client.get("/d/2015/brev");
      assertThat(answer.statusCode()).isEqualTo(200);
      String asked = answer.headers().firstValue("X-Reader").orElseThrow();
      readers.add(asked.substring(asked.lastIndexOf(' ') + 1)); // of several the one that answered
    }
    return readers;
  }

  /** Which server answers a browser that has signed in. */
  private static String signedIn(URI site, ServerProcess writer) {
    var browser = HttpsClient.plain(site.toString());
    assertThat(browser.get("sign-in?token=" + writer.token()).statusCode()).isEqualTo(303);
    HttpResponse<String> queue = browser.get("queue");
    assertThat(queue.statusCode()).isEqualTo(200);
    return queue.headers().firstValue("X-Reader").orElseThrow();
  }

  private static JsonNode section(ApiClient client, String text) {
    for (JsonNode each : client.read("/api/v1/documents/2015/brev").get("sections")) {
      if (each.at("/original/blocks/0/text").asText().contains(text)) {
        return each;
      }
    }
    throw new IllegalStateException("no section has " + text);
  }

  private static int refusedMark(URI site) {
    var client = new ApiClient(site, "");
    JsonNode section = section(client, "Styret må gå.");
    return client
        .put(
            "/api/v1/sections/" + section.get("id").asText() + "/state",
            Map.of("state", "reviewed"),
            section.get("version").asText())
        .statusCode();
  }

  private Path letters(String name) {
    Path root = folder.resolve(name);
    Program.run(Path.of("."), "cp", "-r", "src/test/cases/letters", root.toString());
    return root;
  }

  /** As a keeper's cron job does. */
  private void rsync(Path root, String copy) {
    String to = folder.resolve(copy) + "/";
    Program.run(folder, "rsync", "-a", "--delete", "--exclude", "/.speil", root + "/", to);
  }

  private static void commit(Path root) {
    git(root, "add", "-A");
    git(root, "commit", "-q", "-m", "Archive");
  }

  /** All files below the two folders, and what is in them. */
  private static Map<String, String> files(Path root) {
    var all = new TreeMap<String, String>();
    for (String side : List.of("archive", "translations")) {
      try (Stream<Path> files = Files.walk(root.resolve(side))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String text =
              new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
          all.put(root.relativize(file).toString(), text);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("the time is up").isLessThan(end);
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
