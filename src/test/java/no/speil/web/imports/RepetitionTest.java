package no.speil.web.imports;

import static no.speil.web.FormSubmission.form;
import static no.speil.web.FormSubmission.location;
import static no.speil.web.FormSubmission.page;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.status.TrackedSection;
import no.speil.web.TestServer;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A translation is offered to all sections with the same original, and put in and out as one. */
class RepetitionTest {
  private static final String TEXT = "Les mer om standardene.";
  private static final String ENGLISH = "Read more about the standards.";

  @TempDir Path folder;
  @AutoClose private TestServer testServer;

  @BeforeEach
  void serve() throws IOException {
    write("archive/en.md", "# En\n\nFørst dette.\n\n" + TEXT + "\n\nSå dette.\n");
    write("archive/to.md", "# To\n\n" + TEXT + "\n\nEtter det.\n\n" + TEXT + "\n");
    write("archive/tre.md", "# Tre\n\n- " + TEXT + "\n\nMidt i.\n\n" + TEXT + " Og så mer.\n");
    write("archive/fire.md", "# Fire\n\n" + TEXT + "\n");
    write("archive/fem.md", "# Fem\n\n" + TEXT + "\n");
    write("translations/fem.md", "# Five\n\nMore on the standards.\n");
    testServer = TestServer.again(folder);
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String id(String document) {
    return section(document).section().id().value();
  }

  private TrackedSection section(String document) {
    return testServer.section(document, TEXT);
  }

  private HttpResponse<String> save(String how) {
    Document editPage = page(testServer, "/s/" + id("en") + "/edit");
    return form(
        testServer,
        editPage.select("form.editing").getFirst(),
        "markdown",
        ENGLISH,
        "do",
        how,
        "mark",
        "translated");
  }

  @Test
  void afterASaveTheSameOriginalsAreOfferedAndFilledInOnlyWhenAsked() throws IOException {
    Document asking = page(testServer, location(save("next")));
    assertThat(asking.select(".repeated p").text())
        .isEqualTo("3 more sections have this original. Fill them in too?");
    assertThat(asking.select(".repeated a").attr("href"))
        .isEqualTo("/s/" + testServer.section("en", "Så dette").section().id() + "/edit");
    assertThat(section("fire").section().translation()).isEmpty();

    String done = location(form(testServer, asking.select("form.repeated").getFirst()));
    for (String document : List.of("to", "fire")) {
      assertThat(section(document).markdown(Side.TRANSLATION)).isEqualTo(ENGLISH);
      assertThat(section(document).sectionStatus().state()).isEqualTo(State.TRANSLATED);
    }
    assertThat(Files.readString(folder.resolve("translations/to.md")).split(ENGLISH, -1))
        .hasSize(3);
    assertThat(section("fem").markdown(Side.TRANSLATION)).isEqualTo("More on the standards.");
    assertThat(Files.exists(folder.resolve("translations/tre.md"))).isFalse();

    Document filled = page(testServer, done);
    assertThat(filled.select("[role=status]").text()).isEqualTo("Filled in.");
    form(testServer, filled.select("form[action^=/import/]").getFirst(), "do", "undo");
    assertThat(section("to").section().translation()).isEmpty();
    assertThat(section("fire").section().translation()).isEmpty();
    assertThat(section("en").markdown(Side.TRANSLATION)).isEqualTo(ENGLISH);
  }

  @Test
  void whatIsLeftOutOnPurposeIsNotFilledIn() {
    TrackedSection left = section("fire");
    testServer.send(
        "POST",
        "/api/v1/sections/" + id("fire") + "/omit",
        "{\"omitted\": true}",
        "Content-Type",
        "application/json",
        "If-Match",
        "\"" + left.version() + "\"");
    Document asking = page(testServer, location(save("save")));
    assertThat(asking.select(".repeated p").text())
        .isEqualTo("2 more sections have this original. Fill them in too?");
  }

  @Test
  void nothingIsAskedWhereNoOtherSectionWaits() {
    Document editPage =
        page(testServer, "/s/" + testServer.section("en", "Først").section().id() + "/edit");
    HttpResponse<String> saved =
        form(
            testServer,
            editPage.select("form.editing").getFirst(),
            "markdown",
            "First this.",
            "do",
            "next");
    assertThat(location(saved)).isEqualTo("/s/" + id("en") + "/edit");
  }

  @Test
  void programsListAndFillThemToo() throws IOException {
    save("save");
    String path = "/api/v1/sections/" + id("en") + "/repetitions";
    JsonNode listed = new ObjectMapper().readTree(testServer.get(path).body());
    assertThat(listed.path("repetitions"))
        .extracting(each -> each.path("document").asText())
        .containsExactlyInAnyOrder("to", "to", "fire");
    String tag = "\"" + section("en").version() + "\"";
    HttpResponse<String> stale = post(path, "\"-.-.u-0\"");
    assertThat(stale.statusCode()).isEqualTo(412);
    JsonNode filled = new ObjectMapper().readTree(post(path, tag).body());
    assertThat(filled.path("stage").asText()).isEqualTo("imported");
    assertThat(filled.path("documents")).hasSize(2);
    assertThat(new ObjectMapper().readTree(testServer.get(path).body()).path("repetitions"))
        .isEmpty();
  }

  private HttpResponse<String> post(String path, String tag) {
    return testServer.send("POST", path, "{}", "Content-Type", "application/json", "If-Match", tag);
  }
}
