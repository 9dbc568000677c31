package no.speil.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import no.speil.bench.ApiClient;
import no.speil.bench.ServerProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody deletes {@code .speil/} while servers run: there is one writer all the same. */
@Tag("slow")
class DeletedOwnFolderTest {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @TempDir private Path folder;
  private final List<ServerProcess> servers = new ArrayList<>();
  private TestLibrary root;
  private Path lock;

  @BeforeEach
  void make() {
    lock = folder.resolve(".speil/lock");
    root =
        new TestLibrary(folder)
            .put("archive/a.md", "# Et brev\n\nStyret må gå.\n")
            .put("translations/a.md", "# A letter\n\nThe board must go.\n");
  }

  @AfterEach
  void stop() {
    servers.forEach(ServerProcess::kill);
  }

  @Test
  void theNextWriteTakesTheLockAgainAndASecondServerIsRefused() {
    ServerProcess server = ready();
    root.deleteOwnFolder();

    assertThat(comment(server).statusCode()).isEqualTo(201);

    assertThat(lock).hasContent(String.valueOf(server.pid()));
    assertThat(folder.resolve(".speil/.gitignore")).hasContent("*");
    ServerProcess second = serve();
    assertThatThrownBy(second::address)
        .hasMessageContaining("process " + server.pid())
        .hasMessageContaining("--read-only");
  }

  @Test
  void withoutAWriteAllIsMadeAgainWithinTheNextRoundAndSaidInSentences() throws Exception {
    ServerProcess server = ready();
    root.deleteOwnFolder();

    await(() -> Files.exists(lock) && Files.exists(folder.resolve(".speil/index/current")));
    server.awaitAnswer("/readyz", PATIENCE);

    assertThat(lock).hasContent(String.valueOf(server.pid()));
    assertThat(folder.resolve(".speil/.gitignore")).hasContent("*");
    assertThat(client(server).read("/api/v1/search?q=board").path("total").asInt()).isEqualTo(1);
    assertThat(server.said())
        .containsOnlyOnce("it has been taken again")
        .containsOnlyOnce("it is built anew")
        .doesNotContain("\tat ");
  }

  @Test
  void aServerWhoseLockAnotherHasTakenWritesNothingUntilTheOtherHasEnded() throws Exception {
    ServerProcess first = ready();
    signal("-STOP", first); // so that the other is faster
    root.deleteOwnFolder();
    ServerProcess second = ready();
    signal("-CONT", first);
    String record = root.read("translations/a.jsonl");

    HttpResponse<String> refused = comment(first);
    HttpResponse<String> alsoRefused = save(first);

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(refused.body()).contains("process " + second.pid());
    assertThat(alsoRefused.statusCode()).isEqualTo(503);
    assertThat(root.read("translations/a.jsonl")).isEqualTo(record);
    assertThat(comment(second).statusCode()).isEqualTo(201);
    assertThat(save(second).statusCode()).isEqualTo(200);
    assertThat(section(first).path("translation").path("blocks").path(0).path("text").asText())
        .isEqualTo("The board has to go.");

    second.close();
    await(() -> comment(first).statusCode() == 201);
    first.awaitAnswer("/readyz", PATIENCE);
    assertThat(client(first).read("/api/v1/search?q=board").path("total").asInt()).isEqualTo(1);
    assertThat(first.said())
        .containsOnlyOnce("(process " + second.pid() + ") is writing to this archive")
        .containsOnlyOnce("writes again")
        .doesNotContain("\tat ");
  }

  private ServerProcess serve() {
    ServerProcess server = ServerProcess.serve(folder, List.of());
    servers.add(server);
    return server;
  }

  private ServerProcess ready() {
    ServerProcess server = serve();
    server.awaitAnswer("/readyz", PATIENCE);
    return server;
  }

  private static ApiClient client(ServerProcess server) {
    return server.client();
  }

  private static JsonNode section(ServerProcess server) {
    ApiClient client = client(server);
    JsonNode last = client.read("/api/v1/documents/a").path("sections").path(2);
    return client.read("/api/v1/sections/" + last.path("id").asText());
  }

  private static HttpResponse<String> comment(ServerProcess server) {
    String path = "/api/v1/sections/" + section(server).path("id").asText() + "/comments";
    return client(server).post(path, Map.of("text", "Seen."));
  }

  private static HttpResponse<String> save(ServerProcess server) {
    JsonNode section = section(server);
    String path = "/api/v1/sections/" + section.path("id").asText() + "/translation";
    Map<String, String> body = Map.of("markdown", "The board has to go.");
    return client(server).put(path, body, section.path("version").asText());
  }

  private static void signal(String name, ServerProcess server) throws Exception {
    String pid = String.valueOf(server.pid());
    assertThat(new ProcessBuilder("kill", name, pid).start().waitFor()).isZero();
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
      Thread.sleep(200); // asking takes the server's time
    }
  }
}
