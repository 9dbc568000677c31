package no.speil.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.speil.exchange.unit.DraftingProgram;
import no.speil.status.TrackedSection;
import no.speil.web.TestServer;
import no.speil.web.http.ServerSettings;
import no.speil.web.http.ServerSettings.AccessMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftHandlerTest {
  private static final String DRAFT = "/draft/2015/brev";

  @TempDir private Path folder;
  private @Nullable TestServer testServer;

  @AfterEach
  void close() {
    if (testServer != null) {
      testServer.close();
    }
  }

  @Test
  void whatIsNotTranslatedIsDraftedAsSuggestionsOfAMachine() throws InterruptedException {
    TestServer server = serve(DraftingProgram.command());
    assertThat(server.get("/d/2015/brev").body())
        .contains("Make machine drafts of what is missing");
    assertThat(server.post(DRAFT, "").statusCode()).isEqualTo(303);

    assertThat(finished(server)).contains("One draft is waiting as a suggestion.");

    TrackedSection missing = server.section("2015/brev", "Dette avsnittet");
    assertThat(missing.section().translation()).isEmpty();
    assertThat(missing.openSuggestions())
        .singleElement()
        .satisfies(
            suggestion -> {
              assertThat(suggestion.text())
                  .isEqualTo("nb>en DETTE AVSNITTET ER IKKE OVERSATT TIL NOE SPRÅK.");
              assertThat(suggestion.signature().via()).isEqualTo("machine");
            });
    assertThat(server.get("/s/" + missing.section().id() + "/edit").body())
        .contains("Written by a machine.");

    assertThat(server.post(DRAFT, "").statusCode()).isEqualTo(303);
    assertThat(finished(server)).contains("No drafts were made.");
    assertThat(server.section("2015/brev", "Dette avsnittet").openSuggestions()).hasSize(1);
  }

  @Test
  void whatGoesWrongIsSaidAndWhatCameBeforeIsKept() throws InterruptedException {
    TestServer server = serve(DraftingProgram.command("fail"));
    server.post(DRAFT, "");
    assertThat(finished(server))
        .contains("ended with code 3.", "One draft is waiting as a suggestion.");
  }

  @Test
  void answersThatAreNoJsonAreSaid() throws InterruptedException {
    TestServer server = serve(DraftingProgram.command("garbage"));
    server.post(DRAFT, "");
    assertThat(finished(server)).contains("wrote a line that is not JSON.", "No drafts were made.");
  }

  @Test
  void aCommandThatIsNotThereIsSaid() throws InterruptedException {
    TestServer server = serve(List.of("/nowhere/translate"));
    server.post(DRAFT, "");
    assertThat(finished(server)).contains("cannot be started: /nowhere/translate");
  }

  @Test
  void withoutACommandNothingIsOffered() {
    TestServer server = TestServer.copyOf("letters", folder);
    testServer = server;
    assertThat(server.get("/d/2015/brev").body()).doesNotContain(DRAFT);
    assertThat(server.post(DRAFT, "").statusCode()).isEqualTo(404);
  }

  private TestServer serve(List<String> command) {
    TestServer server =
        TestServer.copyOf(
            "letters",
            folder,
            new ServerSettings("127.0.0.1", 0, null, "kari", AccessMode.KEEPER, null, command));
    testServer = server;
    return server;
  }

  private static String finished(TestServer server) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofMinutes(5));
    String page = server.get(DRAFT).body();
    while (page.contains("drafted so far") && Instant.now().isBefore(end)) {
      Thread.sleep(50);
      page = server.get(DRAFT).body();
    }
    return page;
  }
}
