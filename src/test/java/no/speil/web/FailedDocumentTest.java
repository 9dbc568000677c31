package no.speil.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import no.speil.corpus.Problem;
import no.speil.corpus.SectionId;
import no.speil.library.TestLibrary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One document of three cannot be loaded: it says so itself, and everything else goes on. */
@Tag("slow")
class FailedDocumentTest {
  private static final String FAULTY = "Uværet kom fort.";
  private static final Pattern REFERENCE =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  @TempDir private Path folder;
  private TestLibrary root;

  @SuppressWarnings("NullAway.Init") // each test starts it when the archive is as it wants
  private TestServer testServer;

  @BeforeEach
  void serve() {
    root = new TestLibrary(folder);
    for (String id : List.of("a", "b", "c")) {
      root.put("archive/" + id + ".md", "# Brev " + id + "\n\nStyret må gå.\n\nVi venter.\n");
      root.put(
          "translations/" + id + ".md",
          "# Letter " + id + "\n\nThe board must go.\n\nWe are waiting.\n");
    }
  }

  @AfterEach
  void close() {
    testServer.close();
    root.close();
  }

  @Test
  void aBookThatCannotBeMadeIsNotOfferedAsADownload() {
    breakTheSecond();
    open();

    HttpResponse<String> answer = testServer.get("/export/b.epub");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
  }

  @Test
  void everythingElseAnswers() {
    breakTheSecond();
    open();

    for (String path :
        List.of(
            "/home",
            "/queue",
            "/progress",
            "/activity",
            "/problems",
            "/search?q=styret",
            "/search?q=styret&group=document",
            "/kwic?q=styret",
            "/count",
            "/word/styret",
            "/search.csv?q=styret",
            "/search.json?q=styret",
            "/feed.atom",
            "/search.atom?q=styret",
            "/queue.atom",
            "/sitemap.xml",
            "/api/v1/documents",
            "/api/v1/progress",
            "/api/v1/problems",
            "/api/v1/changes",
            "/api/v1/reports",
            "/readyz",
            "/healthz")) {
      assertThat(testServer.get(path).statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void listsAndSearchesGoOnWithoutItAndProblemsSaySo() {
    breakTheSecond();
    open();

    assertThat(testServer.library().counts().documents()).isEqualTo(2);
    assertThat(testServer.library().counts().problems()).isEqualTo(1);
    assertThat(root.find("styret")).hasSize(2);
    assertThat(testServer.library().problems())
        .extracting(Problem::file, Problem::kind)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("archive/b.md", Problem.Kind.DOCUMENT_FAILED));
    assertThat(testServer.get("/problems").body()).contains("archive/b.md");
  }

  @Test
  void itsOwnPageSaysWhatIsWrongUnderTheReferenceThatTheProblemHas() {
    breakTheSecond();
    open();
    String reference = testServer.library().problems().getFirst().details().getFirst();
    assertThat(reference).matches(REFERENCE);

    for (int again = 0; again < 2; again++) {
      HttpResponse<String> page = testServer.get("/d/b", "Accept-Language", "en");
      assertThat(page.statusCode()).isEqualTo(500);
      assertThat(page.body())
          .contains("This document cannot be shown", reference)
          .doesNotContain("Exception", "no.speil");
      HttpResponse<String> json = testServer.get("/api/v1/documents/b");
      assertThat(json.statusCode()).isEqualTo(500);
      assertThat(json.body()).contains("\"reference\":\"" + reference + "\"");
      testServer.library().sync().look();
    }
    assertThat(testServer.get("/align/b").statusCode()).isEqualTo(500);
    assertThat(testServer.get("/export/b.xlf").statusCode()).isEqualTo(500);
    assertThat(testServer.library().problems().getFirst().details()).contains(reference);
  }

  @Test
  void itIsFoundAgainWhenItsFileChanges() {
    breakTheSecond();
    open();
    assertThat(testServer.get("/d/b").statusCode()).isEqualTo(500);

    root.put("archive/b.md", "# Brev b\n\nStyret må gå.\n\nVi venter.\n");
    testServer.library().sync().look();

    assertThat(testServer.library().problems()).isEmpty();
    assertThat(root.find("styret")).hasSize(3);
    assertThat(testServer.get("/d/b").statusCode()).isEqualTo(200);
  }

  @Test
  void itIsFoundAgainByWhoAsksForIt() {
    breakTheSecond();
    open();

    root.put("archive/b.md", "# Brev b\n\nStyret må gå.\n\nVi venter.\n");

    assertThat(testServer.get("/d/b").statusCode()).isEqualTo(200);
    assertThat(testServer.library().problems()).isEmpty();
  }

  @Test
  void sectionsOfADocumentThatFailsLaterAreThereStillAndComeBack() {
    open();
    SectionId board = testServer.section("b", "Styret må gå").section().id();
    String marked = root.read("translations/b.jsonl");

    breakTheSecond();
    testServer.library().sync().look();

    assertThat(root.find("styret")).hasSize(2);
    assertThat(testServer.get("/s/" + board).statusCode()).isEqualTo(500);
    assertThat(testServer.get("/api/v1/sections/" + board).statusCode()).isEqualTo(500);
    HttpResponse<String> mark =
        testServer.send(
            "PUT",
            "/api/v1/sections/" + board + "/state",
            "{\"state\":\"translated\"}",
            "Content-Type",
            "application/json",
            "If-Match",
            "\"x.y.z\"");
    assertThat(mark.statusCode()).isEqualTo(500);
    assertThat(root.read("translations/b.jsonl")).isEqualTo(marked);
    assertThat(testServer.get("/queue").statusCode()).isEqualTo(200);

    root.put("archive/b.md", "# Brev b\n\nStyret må gå.\n\nVi venter.\n");
    assertThat(testServer.section("b", "Styret må gå").section().id()).isEqualTo(board);
    assertThat(testServer.get("/s/" + board).statusCode()).isEqualTo(303);
    assertThat(root.find("styret")).hasSize(3);
  }

  @Test
  void aRestartWithTheIndexKeepsItOutAndItsSectionsKnown() {
    open();
    SectionId board = testServer.section("b", "Styret må gå").section().id();
    breakTheSecond();
    testServer.library().sync().look();
    testServer.close();

    open();

    assertThat(testServer.get("/s/" + board).statusCode()).isEqualTo(500);
    assertThat(root.find("styret")).hasSize(2);
    assertThat(testServer.library().problems()).hasSize(1);
  }

  @Test
  void aFailedDocumentThatIsDeletedIsNoProblem() {
    breakTheSecond();
    open();

    root.delete("archive/b.md").delete("translations/b.md");
    testServer.library().sync().look();

    assertThat(testServer.library().problems()).isEmpty();
    assertThat(testServer.get("/d/b").statusCode()).isEqualTo(404);
  }

  private void breakTheSecond() {
    root.put("archive/b.md", "# Brev b\n\n" + FAULTY + "\n\nStyret må gå.\n\nVi venter.\n");
    // without a text to link it to, a new one is not read by words
    root.put(
        "translations/b.md",
        "# Letter b\n\nThe storm came fast.\n\nThe board must go.\n\nWe are waiting.\n");
  }

  private void open() {
    testServer = TestServer.of(folder, root.openFailingOn("Uværet"));
  }
}
