package no.speil.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.exchange.unit.DraftingProgram;
import no.speil.library.actions.Actor;
import no.speil.markdown.inline.MarkdownTemplate;
import no.speil.record.ResolveEvent;
import no.speil.status.TrackedSection;
import no.speil.web.FormSubmission;
import no.speil.web.TestServer;
import no.speil.web.http.ServerSettings;
import no.speil.web.http.ServerSettings.AccessMode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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

    assertThat(finished(server))
        .contains("One draft is waiting as a suggestion.", "task=suggestion");

    TrackedSection missing = server.section("2015/brev", "Dette avsnittet");
    assertThat(missing.section().translation()).isEmpty();
    assertThat(missing.openSuggestions())
        .singleElement()
        .satisfies(
            suggestion -> {
              assertThat(suggestion.text())
                  .isEqualTo("nb>en DETTE AVSNITTET ER IKKE OVERSATT TIL NOE SPRÅK.");
              assertThat(suggestion.signature().via()).isEqualTo("machine");
              assertThat(suggestion.signature().by()).as("nobody wrote it").isEqualTo("speil");
            });
    assertThat(FormSubmission.page(server, "/s/" + missing.section().id() + "/edit").text())
        .contains("Machine draft, ", "Written by a machine.");

    assertThat(server.post(DRAFT, "").statusCode()).isEqualTo(303);
    assertThat(finished(server)).contains("No drafts were made.");
    assertThat(server.section("2015/brev", "Dette avsnittet").openSuggestions()).hasSize(1);
  }

  @Test
  void eachTextComesWithWhatItsTranslatorWouldSee() throws Exception {
    TestServer server = serve(DraftingProgram.command("context"));
    server.post(
        "/glossary",
        "version="
            + server.library().glossary().read().version()
            + "&norwegian=avsnitt&english=section&note=not+paragraph");
    TrackedSection title = server.section("2015/brev", "Styret må gå");
    server
        .library()
        .marks()
        .mark(title.section().id(), State.TRANSLATED, title.version(), new Actor("kari", "web"));
    Path original = folder.resolve("archive/2015/brev.md");
    Files.writeString(original, Files.readString(original).replace("14 dager", "7 dager"));
    Files.writeString(
        original,
        Files.readString(original).replace("Dette avsnittet er", "Dette korte avsnittet er"));
    server.library().documents().find(new DocumentId("2015/brev"));
    server.post(DRAFT, "");
    assertThat(finished(server)).contains("2 drafts are waiting as suggestions.");

    JsonNode missing = told(server, "Dette korte");
    assertThat(missing.path("heading").asText()).isEqualTo("Hva vi ber om");
    assertThat(missing.path("before").asText()).startsWith("Se også [vedtaket](vedtak.md)");
    assertThat(missing.path("after").asText()).isEmpty();
    assertThat(missing.path("glossary").toString())
        .isEqualTo(
            "[{\"source\":\"avsnitt\",\"targets\":[\"section\"],\"note\":\"not paragraph\"}]");
    assertThat(missing.has("earlier")).isFalse();

    JsonNode stale = told(server, "Styret må gå");
    assertThat(stale.path("before").asText()).isEqualTo("# Vi melder oss ut");
    assertThat(stale.path("earlier").path("source").asText())
        .isEqualTo("Styret må gå. Vi krever svar innen 14 dager.");
    assertThat(stale.path("earlier").path("target").asText())
        .isEqualTo("The board must go. We demand an answer within 14 days.");
    server.post(DRAFT, "");
    assertThat(finished(server)).as("what has a draft of today").contains("No drafts were made.");
  }

  private static JsonNode told(TestServer server, String beginning) throws IOException {
    String draft = server.section("2015/brev", beginning).openSuggestions().getFirst().text();
    return new ObjectMapper().readTree(MarkdownTemplate.of(draft).texts().getFirst().words());
  }

  @Test
  void aDraftIsUsedInTheBoxAndNeverGoesIntoTheFileUnread() throws InterruptedException {
    TestServer server = serve(DraftingProgram.command());
    server.post(DRAFT, "");
    finished(server);
    TrackedSection missing = server.section("2015/brev", "Dette avsnittet");
    String edit = "/s/" + missing.section().id() + "/edit";
    Element suggestion = FormSubmission.page(server, edit).select(".suggestion form").getFirst();
    assertThat(suggestion.select("button").eachText()).containsExactly("Use in the box", "Decline");
    HttpResponse<String> used = FormSubmission.form(server, suggestion, "do", "accept");
    assertThat(server.section("2015/brev", "Dette avsnittet").section().translation()).isEmpty();

    Document box = FormSubmission.page(server, FormSubmission.location(used));
    assertThat(box.select("textarea#markdown").text()).startsWith("nb>en DETTE AVSNITTET");
    assertThat(box.text()).contains("The box holds a machine draft.");
    assertThat(box.select("#editing [name=next]")).as("one goes on to the next section").isEmpty();
    FormSubmission.form(
        server, box.getElementById("editing"), "markdown", "Not translated.", "do", "save");
    TrackedSection saved = server.section("2015/brev", "Dette avsnittet");
    assertThat(saved.markdown(Side.TRANSLATION)).isEqualTo("Not translated.");
    assertThat(saved.openSuggestions()).isEmpty();
    assertThat(saved.history())
        .filteredOn(ResolveEvent.class::isInstance)
        .extracting(event -> ((ResolveEvent) event).outcome())
        .containsExactly(ResolveEvent.Outcome.ACCEPTED);
    assertThat(FormSubmission.page(server, "/people/kari").select("tbody tr").first().text())
        .as("counted apart")
        .endsWith(" 0 8 0 0");
  }

  @Test
  void aProgramCannotAcceptADraftUnread() throws InterruptedException {
    TestServer server = serve(DraftingProgram.command());
    server.post(DRAFT, "");
    finished(server);
    TrackedSection missing = server.section("2015/brev", "Dette avsnittet");
    HttpResponse<String> refused =
        server.send(
            "POST",
            "/api/v1/sections/%s/suggestions/%s"
                .formatted(missing.section().id(), missing.openSuggestions().getFirst().id()),
            "{\"accept\":true}",
            "Content-Type",
            "application/json",
            "If-Match",
            '"' + missing.version().toString() + '"');
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("A machine wrote this draft.");
    assertThat(server.section("2015/brev", "Dette avsnittet").section().translation()).isEmpty();
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
  void whereDraftsCannotBeKeptTheWorkIsOverAllTheSame() throws Exception {
    TestServer server = serve(DraftingProgram.command());
    Path lock = folder.resolve(".speil/lock");
    Files.delete(lock);
    Files.createDirectory(lock); // so that the server cannot know that it alone writes
    server.post(DRAFT, "");
    assertThat(finished(server)).contains("No drafts were made.", "It failed; the log says why.");

    Files.delete(lock);
    server.post(DRAFT, "");
    assertThat(finished(server)).contains("One draft is waiting as a suggestion.");
  }

  @Test
  void whyDraftsAreRefusedIsSaidInASentence() throws Exception {
    TestServer server = serve(DraftingProgram.command());
    Path translation = folder.resolve("translations/2015/brev.md");
    Files.writeString(
        translation,
        Files.readString(translation) + "\n<<<<<<< ours\nOne.\n=======\nTwo.\n>>>>>>> theirs\n");
    server.library().documents().find(new DocumentId("2015/brev"));
    server.post(DRAFT, "");
    assertThat(finished(server))
        .contains("No drafts were made.", "A merge has left two versions of a passage");
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
            new ServerSettings(
                "127.0.0.1",
                0,
                null,
                "kari",
                AccessMode.KEEPER,
                null,
                command,
                null,
                null,
                null,
                List.of()));
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
