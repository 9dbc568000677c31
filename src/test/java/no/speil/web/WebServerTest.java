package no.speil.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import no.speil.status.TrackedSection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebServerTest {
  @TempDir Path folder;

  @Test
  void aTakenPortIsSaidInOneSentence() {
    try (TestServer testServer = TestServer.copyOf("letters", folder)) {
      var settings = TestServer.settings("127.0.0.1", testServer.port(), null, "kari", false);
      try (var second = TestServer.server(testServer.library(), settings)) {
        assertThatThrownBy(second::start)
            .isInstanceOf(PortInUseException.class)
            .hasMessage(
                "Port %d on 127.0.0.1 cannot be used (Address already in use): stop the other"
                    + " program, or choose another port or address with --port or --host.",
                testServer.port());
      }
    }
  }

  @Test
  void anEmptyArchiveSaysWhatToDo() throws Exception {
    Files.createDirectories(folder.resolve("archive"));
    Files.createDirectories(folder.resolve("translations"));
    try (TestServer testServer = TestServer.again(folder)) {
      Document page = Jsoup.parse(testServer.get("/home").body());
      assertThat(page.select(".empty h2").text()).isEqualTo("There are no texts yet");
      assertThat(page.select(".empty code").eachText())
          .containsExactly(
              "archive/2015/uttalelse.md",
              "translations/2015/uttalelse.md",
              "speil import FOLDER --root " + folder,
              folder.toString());
      assertThat(testServer.get("/progress").statusCode()).isEqualTo(200);
      assertThat(testServer.get("/search?q=x").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aRenamedDocumentAnswersUnderItsOldName() throws Exception {
    Path file = folder.resolve("archive/nytt.md");
    Files.createDirectories(file.getParent());
    Files.createDirectories(folder.resolve("translations"));
    Files.writeString(file, "---\ntitle: Nytt\naliases: [gammelt navn]\n---\n\nTekst.\n");
    try (TestServer testServer = TestServer.again(folder)) {
      var answer = testServer.get("/d/gammelt%20navn?view=no");
      assertThat(answer.statusCode()).isEqualTo(301);
      assertThat(answer.headers().firstValue("location")).hasValue("/d/nytt?view=no");
      assertThat(
              testServer.get("/api/v1/documents/gammelt%20navn").headers().firstValue("location"))
          .hasValue("/api/v1/documents/nytt");
    }
  }

  @Test
  void aSectionThatIsGoneSaysWhatBecameOfIt() throws Exception {
    try (TestServer testServer = TestServer.copyOf("letters", folder)) {
      TrackedSection section = testServer.section("2015/vedtak", "samrøystes");
      String id = section.section().id().value();
      testServer
          .library()
          .marks()
          .comment(section.section().id(), "Hm.", new no.speil.library.actions.Actor("ola", "web"));
      Path file = folder.resolve("archive/2015/vedtak.md");
      Files.writeString(file, Files.readString(file).replace("Styret vedtok saka samrøystes.", ""));
      testServer.library().sync().look();
      var page = testServer.get("/s/" + id);
      assertThat(page.statusCode()).isEqualTo(410);
      assertThat(Jsoup.parse(page.body()).text())
          .contains("Its text has been removed.", "ola commented");
      var problem = testServer.get("/api/v1/sections/" + id);
      assertThat(problem.statusCode()).isEqualTo(410);
      assertThat(problem.body()).contains("\"document\":\"2015/vedtak\"", "\"text\":\"Hm.\"");
    }
  }

  @Test
  void oddFilesAreShownAndListed() throws Exception {
    Path file = folder.resolve("archive/rar.md");
    Files.createDirectories(file.getParent());
    Files.createDirectories(folder.resolve("translations"));
    Files.writeString(file, "---\ntitle: [åpen\n---\n\nTekst.\n");
    try (TestServer testServer = TestServer.again(folder)) {
      assertThat(Jsoup.parse(testServer.get("/d/rar").body()).select(".original").text())
          .contains("Tekst.");
      assertThat(
              Jsoup.parse(testServer.get("/problems").body()).select(".problems code").eachText())
          .contains("archive/rar.md");
    }
  }

  @Test
  void problemsAreSaidInTheLanguageOfThePageAndWithACodeForPrograms() throws Exception {
    Path file = folder.resolve("archive/brev.md");
    Files.createDirectories(file.getParent());
    Files.createDirectories(folder.resolve("translations"));
    Files.writeString(file, "---\ntitle: Brev\ndate: i fjor\n---\n\nTekst.\n");
    try (TestServer testServer = TestServer.again(folder)) {
      String norwegian = testServer.get("/problems", "Accept-Language", "nb").body();
      assertThat(Jsoup.parse(norwegian).select(".problems p").eachText())
          .containsExactly(
              "archive/brev.md linje 3",
              "Datoen «i fjor» er ingen dato.",
              "Skriv et år, en måned eller en dag: 2015, 2015-08 eller 2015-08-24.");
      assertThat(Jsoup.parse(testServer.get("/problems", "Accept-Language", "en").body()).text())
          .contains("The date “i fjor” is not a date.");
      assertThat(testServer.get("/api/v1/problems").body())
          .contains("\"kind\":\"no-date\",\"what\":\"The date “i fjor” is not a date.\"");
    }
  }
}
