package no.speil.web.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import no.speil.corpus.Role;
import no.speil.corpus.Side;
import no.speil.library.actions.Actor;
import no.speil.status.TrackedSection;
import no.speil.web.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportApiTest {
  private static final String PATH = "/api/v1/imports";
  private static final String MISSING = "Dette avsnittet er ikke oversatt til noe språk.";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path root;
  @AutoClose private TestServer testServer;

  @BeforeEach
  void serve() {
    testServer = TestServer.copyOf("letters", root);
  }

  @Test
  void aFileIsLookedAtImportedAndTakenBack() throws IOException {
    String missing = missing().section().id().value();
    HttpResponse<String> uploaded = upload("a/brev.xlf", filled("This is new."));
    assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(201);
    JsonNode plan = JSON.readTree(uploaded.body());
    String path = PATH + "/" + text(plan, "id");
    assertThat(text(plan, "stage")).isEqualTo("uploaded");
    assertThat(plan.at("/counts/edit").asInt()).isEqualTo(1);
    assertThat(plan.path("counts")).isEqualTo(plan.at("/documents/0/counts"));
    assertThat(text(plan.at("/documents/0"), "id")).isEqualTo("2015/brev");
    assertThat(plan.at("/documents/0/steps"))
        .hasSizeGreaterThan(3)
        .contains(
            JSON.readTree(
                """
                {"section": "%s", "kind": "edit", "reason": "translated",
                 "markdown": "This is new.", "state": "untranslated"}
                """
                    .formatted(missing)));
    assertThat(missing().section().translation()).isEmpty();
    assertThat(JSON.readTree(testServer.get(path).body())).isEqualTo(plan);

    JsonNode imported = decide(path, "import");
    assertThat(imported)
        .isEqualTo(
            JSON.readTree(
                """
                {"id": "%s", "stage": "imported", "documents": [
                  {"id": "2015/brev", "outcomes": {"saved": 1, "suggested": 0}, "problem": null}]}
                """
                    .formatted(text(plan, "id"))));
    assertThat(missing().markdown(Side.TRANSLATION)).isEqualTo("This is new.");
    assertThat(decide(path, "import")).isEqualTo(imported);
    assertThat(missing().history()).hasSize(1);
    assertThat(JSON.readTree(testServer.get(path).body())).isEqualTo(imported);

    JsonNode undone = decide(path, "undo");
    assertThat(text(undone, "stage")).isEqualTo("undone");
    assertThat(undone.at("/documents/0/outcomes"))
        .isEqualTo(JSON.readTree("{\"restored\": 1, \"kept\": 0}"));
    assertThat(missing().section().translation()).isEmpty();
  }

  @Test
  void whatIsInDoubtIsSuggestedAndWhatHasChangedSinceIsKept() throws IOException {
    TrackedSection board = testServer.section("2015/brev", "Styret må gå");
    String file = filled("This is new.").replace("The board must go.", "The board has to go.");
    edit(board, "The board must leave.");
    JsonNode plan = JSON.readTree(upload("brev.xlf", file).body());
    String path = PATH + "/" + text(plan, "id");
    assertThat(plan.at("/documents/0/steps").findValuesAsText("reason"))
        .contains("translation-changed");
    JsonNode imported = decide(path, "import");
    assertThat(imported.at("/documents/0/outcomes"))
        .isEqualTo(JSON.readTree("{\"saved\": 1, \"suggested\": 1}"));
    edit(missing(), "This is newer.");
    assertThat(decide(path, "undo").at("/documents/0/outcomes"))
        .isEqualTo(JSON.readTree("{\"restored\": 0, \"kept\": 1}"));
    assertThat(missing().markdown(Side.TRANSLATION)).isEqualTo("This is newer.");
  }

  @Test
  void aDocumentThatCannotBeWrittenToSaysWhy() throws IOException {
    JsonNode plan = JSON.readTree(upload("brev.xlf", filled("This is new.")).body());
    Files.write(
        root.resolve("translations/2015/brev.md"), "# Br\u00e6v\n\nHi.\n".getBytes(ISO_8859_1));
    testServer.library().sync().look();
    JsonNode document = decide(PATH + "/" + text(plan, "id"), "import").at("/documents/0");
    assertThat(text(document.path("problem"), "title")).isNotEmpty();
    assertThat(document.at("/problem/status").asInt()).isEqualTo(409);
    assertThat(document.path("outcomes"))
        .isEqualTo(JSON.readTree("{\"saved\": 0, \"suggested\": 0}"));
  }

  @Test
  void whatCannotBeReadIsToldByFileLineAndReason() throws IOException {
    String file = filled("This is new.");
    JsonNode cut = JSON.readTree(upload("cut.xlf", file.substring(0, file.length() / 2)).body());
    JsonNode problem = cut.at("/problems/0");
    assertThat(text(problem, "file")).isEqualTo("cut.xlf");
    assertThat(text(problem, "reason")).isEqualTo("damaged");
    assertThat(problem.path("line").asInt()).isPositive();
    assertThat(text(problem, "what")).contains("Export it again");
    JsonNode other = JSON.readTree(upload("brev.docx", "PK").body());
    assertThat(text(other.at("/problems/0"), "reason")).isEqualTo("without-original");
    assertThat(other.at("/problems/0/line").isNull()).isTrue();
    JsonNode foreign =
        JSON.readTree(
            upload("foreign.xlf", file.replaceAll("unit id=\"[^\"]*\"", "unit id=\"abc\"")).body());
    assertThat(foreign.path("unknown")).isEqualTo(JSON.readTree("[\"abc\"]"));
    assertThat(foreign.path("documents")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fee.html:<title>The fee</title><main><h1>The fee</h1><p>Everybody pays.</p></main>",
        "fee.md:# The fee\n\nEverybody pays.\n",
        "fee.md:---\ntitle: The fee\n---\n# The fee\n\nEverybody pays.\n"
      })
  void aTextThatBeginsWithItsTitleIsTranslatedWithItsTitle(String file) throws IOException {
    Files.writeString(root.resolve("archive/fee.md"), "# Kontingenten\n\nAlle betaler.\n");
    int end = file.indexOf(':');
    JsonNode plan = JSON.readTree(upload(file.substring(0, end), file.substring(end + 1)).body());
    assertThat(plan.at("/documents/0/steps").findValuesAsText("markdown"))
        .containsExactly("The fee", "# The fee", "Everybody pays.");
  }

  @Test
  void whatATextLosesAndWhyOneIsNotReadIsToldToProgramsInEnglish() throws IOException {
    assertThat(losses("letter.html", "<p><a href=#x>The fee</a></p><svg></svg>"))
        .isEqualTo(
            JSON.readTree(
                """
                ["2015/brev.html: A link within the page became plain text.",
                 "2015/brev.html: Left out: drawings (1)."]
                """));
    assertThat(losses("letter.docx", "x"))
        .isEqualTo(
            JSON.readTree(
                "[\"2015/brev.docx: it is no Word file (.docx), whatever its name says\"]"));
  }

  private JsonNode losses(String name, String file) throws IOException {
    HttpResponse<String> uploaded =
        testServer.send(
            "POST", PATH + "?document=2015/brev&name=" + name, file, "Accept-Language", "nb");
    return JSON.readTree(uploaded.body()).path("losses");
  }

  @Test
  void aRequestWithoutNameFileOrDecisionSaysWhatToSend() throws IOException {
    assertThat(detail(testServer.send("POST", PATH, "x"), 400)).contains("“name”");
    assertThat(detail(upload("brev.xlf", ""), 400)).contains("as the body");
    String id = text(JSON.readTree(upload("brev.xlf", filled("This is new.")).body()), "id");
    assertThat(detail(send(PATH + "/" + id, "{}"), 400)).contains("import or undo");
    assertThat(detail(send(PATH + "/000000000000", "{\"do\": \"import\"}"), 404))
        .contains("no such import");
    JsonNode same = decide(PATH + "/" + id, "undo");
    assertThat(text(same, "stage")).isEqualTo("uploaded");
  }

  @Test
  void aFileThatSaysNothingNewStaysUploaded() throws IOException {
    JsonNode plan =
        JSON.readTree(upload("brev.xlf", testServer.get("/export/2015/brev.xlf").body()).body());
    assertThat(plan.at("/counts/edit").asInt() + plan.at("/counts/suggest").asInt()).isZero();
    assertThat(decide(PATH + "/" + text(plan, "id"), "import")).isEqualTo(plan);
  }

  @Test
  void anUploadHasTheLimitOfTheForm() throws IOException {
    assertThat(upload("large.xlf", " ".repeat(2 << 20)).statusCode()).isEqualTo(201);
    assertThat(upload("large.xlf", " ".repeat(9 << 20)).statusCode()).isEqualTo(413);
  }

  @Test
  void onlyWhoUploadedItAndKeepersSeeIt() throws IOException {
    String[] siri = testServer.as("siri", Role.TRANSLATOR);
    String[] ola = testServer.as("ola", Role.TRANSLATOR);
    String[] eva = testServer.as("eva", Role.KEEPER);
    String file = testServer.get("/export/2015/brev.xlf", siri).body();
    HttpResponse<String> uploaded = testServer.send("POST", PATH + "?name=brev.xlf", file, siri);
    assertThat(uploaded.statusCode()).isEqualTo(201);
    String path = PATH + "/" + text(JSON.readTree(uploaded.body()), "id");
    assertThat(testServer.get(path, siri).statusCode()).isEqualTo(200);
    assertThat(testServer.get(path, eva).statusCode()).isEqualTo(200);
    assertThat(testServer.get(path, ola).statusCode()).isEqualTo(404);
    assertThat(send(path, "{\"do\": \"import\"}", ola).statusCode()).isEqualTo(404);
    assertThat(testServer.get(path, TestServer.asReader()).statusCode()).isEqualTo(401);
    assertThat(testServer.send("POST", PATH + "?name=a.xlf", file, TestServer.asReader()))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(401);
  }

  private TrackedSection missing() {
    return testServer.section("2015/brev", "Dette avsnittet");
  }

  private void edit(TrackedSection section, String text) {
    testServer
        .library()
        .edits()
        .edit(section.section().id(), text, section.version(), new Actor("ola", "web"));
  }

  private String filled(String translation) {
    String file = testServer.get("/export/2015/brev.xlf").body();
    String source = "<source>" + MISSING + "</source>";
    assertThat(file).contains(source);
    return file.replace(source, source + "<target>" + translation + "</target>");
  }

  private HttpResponse<String> upload(String name, String content) throws IOException {
    return testServer.sendBytes(
        "POST",
        PATH + "?name=" + name,
        content.getBytes(UTF_8),
        "Content-Type",
        "application/x-xliff+xml");
  }

  private JsonNode decide(String path, String what) throws IOException {
    HttpResponse<String> answer = send(path, "{\"do\": \"%s\"}".formatted(what));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> send(String path, String body, String... headers) {
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/json";
    return testServer.send("POST", path, body, all);
  }

  private static String detail(HttpResponse<String> answer, int status) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return text(JSON.readTree(answer.body()), "detail");
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }
}
