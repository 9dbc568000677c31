package no.speil.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.List;
import no.speil.corpus.Role;
import no.speil.delivery.MailServer;
import no.speil.library.TestLibrary;
import no.speil.people.People;
import no.speil.status.TrackedSection;
import no.speil.web.TestServer;
import no.speil.web.http.ServerSettings;
import no.speil.web.http.ServerSettings.AccessMode;
import no.speil.web.http.ServerSettings.Setting;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keepers say on the page of problems whose a record is. */
class ProblemsPageTest {
  private static final String TEXT = "# Kravene\n\nStyret må gå.\n\nVi krever et nytt årsmøte.\n";

  @TempDir private Path folder;

  private Path archive;

  private TestServer served() throws IOException {
    archive = Files.createDirectories(folder.resolve("archive"));
    Files.writeString(archive.resolve("brev.md"), TEXT);
    Files.setLastModifiedTime(archive.resolve("brev.md"), FileTime.fromMillis(0));
    TestServer testServer = TestServer.again(folder);
    TrackedSection section = testServer.section("brev", "Styret");
    testServer.library().marks().comment(section.section().id(), "riktig", TestLibrary.KARI);
    return testServer;
  }

  private static Document problems(TestServer testServer) {
    testServer.library().sync().look();
    testServer.library().sync().look();
    testServer.library().sync().look();
    return Jsoup.parse(testServer.get("/problems", "Accept-Language", "en").body());
  }

  @Test
  void aRecordWhoseDocumentIsGoneIsGivenToTheOneThatHasItsText() throws IOException {
    try (TestServer testServer = served()) {
      Files.writeString(
          archive.resolve("ny.md"),
          "# Kravene\n\nStyret må gå.\n\nAlt annet er nytt.\n\nOg dette.\n");
      problems(testServer);
      Files.delete(archive.resolve("brev.md"));

      Document page = problems(testServer);
      assertThat(page.text()).contains("“brev” is gone").contains("Give it the record");
      testServer.post("/problems/records", "file=translations/brev.jsonl&to=ny&do=give");

      assertThat(problems(testServer).select(".problems")).isEmpty();
      assertThat(testServer.section("ny", "Styret").history()).hasSize(1);
      assertThat(activity(testServer).text()).contains("gave the work on brev to ny in Kravene");
      testServer.post("/problems/records", "file=ny&do=undo");
      assertThat(problems(testServer).text()).contains("“brev” is gone");
      assertThat(activity(testServer).text()).contains("gave the work on ny to brev");
    }
  }

  @Test
  void keepersSeeTheSettingsAndWhereTheyComeFromButNoWordsAfterAProgram() {
    var told =
        List.of(
            new Setting("port", "0", Setting.COMMAND_LINE),
            new Setting("public-url", "", Setting.BUILT_IN),
            new Setting("translate-command", "draft --key\nhidden <b>", "SPEIL_TRANSLATE_COMMAND"),
            new Setting("metrics-token-file", "/etc/<t>", "/etc/speil/speil.conf:7"));
    var settings =
        new ServerSettings(
            "127.0.0.1",
            0,
            null,
            "kari",
            AccessMode.KEEPER,
            null,
            List.of(),
            null,
            null,
            null,
            told);
    try (TestServer testServer = TestServer.copyOf("letters", folder, settings)) {
      assertThat(problems(testServer).select("#settings + ul li").eachText())
          .containsExactly(
              "port = 0 from the command line",
              "public-url built in",
              "translate-command = draft … SPEIL_TRANSLATE_COMMAND",
              "metrics-token-file = /etc/<t> /etc/speil/speil.conf:7");
      assertThat(testServer.get("/problems", "Accept-Language", "nb").body())
          .contains("Innstillinger", "fra kommandolinja", "innebygd")
          .doesNotContain("hidden");
      assertThat(testServer.signedOut().get("/problems").body()).doesNotContain("SPEIL_");
    }
  }

  @Test
  void mailThatFailedIsNoProblemOnceItsPersonIsGoneOrHasAnotherAddress() throws Exception {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort(); // at which nobody takes mail
    }
    URI nobody = URI.create("smtp://127.0.0.1:" + port);
    var mailServer = new MailServer(nobody, true, null, "arkiv@example.org");
    try (TestServer testServer =
        TestServer.copyOf("letters", folder, TestServer.telling(mailServer, null))) {
      testServer.tokenOf("kari", Role.KEEPER);
      for (String name : List.of("ola", "siri")) {
        testServer.post(
            "/people", "name=" + name + "&role=reader&email=" + name + "%40example.org");
        while (!problems(testServer).text().contains("A mail to " + name + " could not be sent")) {
          Thread.sleep(20);
        }
      }

      People people = People.of(folder, Clock.systemUTC());
      people.disable("ola");
      assertThat(problems(testServer).text())
          .contains("A mail to siri")
          .doesNotContain("A mail to ola");
      people.changeEmail("siri", "siri@example.com");
      assertThat(problems(testServer).text()).doesNotContain("A mail to");
    }
  }

  private static Document activity(TestServer testServer) {
    return Jsoup.parse(testServer.get("/activity", "Accept-Language", "en").body());
  }

  @Test
  void aRecognisedRenameIsToldInActivityWithAnUndo() throws IOException {
    try (TestServer testServer = served()) {
      Files.move(archive.resolve("brev.md"), archive.resolve("ny.md"));
      problems(testServer);

      assertThat(activity(testServer).text())
          .contains("speil recognised that brev was renamed to ny; its work followed");
      assertThat(testServer.get("/feed.atom", "Accept-Language", "nb").body())
          .contains("brev fikk navnet ny; arbeidet fulgte med");
      Element form = activity(testServer).selectFirst(".activity .line form");
      assertThat(form.attr("action")).isEqualTo("/problems/records");
      testServer.post(
          "/problems/records", "file=" + form.selectFirst("[name=file]").val() + "&do=undo");

      assertThat(activity(testServer).select(".activity .line form")).isEmpty();
      assertThat(testServer.section("ny", "Styret").history()).isEmpty();
      assertThat(problems(testServer).text()).contains("“brev” is gone");
    }
  }

  @Test
  void textsThatWerePutBackOnPurposeAreDeclinedAtOnce() throws IOException {
    try (TestServer testServer = served()) {
      Path file = folder.resolve("translations/brev.md");
      for (String text : List.of("The board has to go.", "The board must resign.")) {
        TrackedSection section = testServer.section("brev", "Styret");
        testServer
            .library()
            .edits()
            .edit(section.section().id(), text, section.version(), TestLibrary.KARI);
      }
      Path copy =
          folder.resolve("copy.md"); // which takes the file's place at once, as of an editor
      Files.writeString(
          copy, Files.readString(file).replace("The board must resign.", "The board has to go."));
      Files.setLastModifiedTime(copy, FileTime.fromMillis(0));
      Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);

      assertThat(problems(testServer).text()).contains("What kari had saved is no longer");
      testServer.post("/problems/records", "file=brev&do=decline");

      assertThat(problems(testServer).select(".problems")).isEmpty();
      assertThat(testServer.section("brev", "Styret").openSuggestions()).isEmpty();
    }
  }

  @Test
  void aRecordThatIsToBeLeftIsNoProblemAnyMore() throws IOException {
    try (TestServer testServer = served()) {
      Files.delete(archive.resolve("brev.md"));
      assertThat(problems(testServer).text()).contains("“brev” is gone");

      testServer.post("/problems/records", "file=translations/brev.jsonl&do=leave");

      assertThat(problems(testServer).select(".problems")).isEmpty();
      assertThat(Files.readString(folder.resolve("translations/brev.jsonl"))).contains("riktig");
    }
  }

  @Test
  void aSectionThatMayHaveMovedIsAskedAboutAndMovesByAButton() throws IOException {
    try (TestServer testServer = served()) {
      String section = testServer.section("brev", "Styret").section().id().value();
      var files = new TestLibrary(folder);
      for (String name : new String[] {"en", "to"}) {
        files.put("archive/" + name + ".md", "# Om " + name + "\n\nStyret må gå.\n");
        problems(testServer);
      }
      files.put("archive/brev.md", TEXT.replace("Styret må gå.\n\n", ""));

      Element line = problems(testServer).selectFirst(".problems li");
      assertThat(line.text())
          .contains("was taken out of “brev”: “Styret må gå.”")
          .contains("“to” has the same text");
      assertThat(line.select("button").eachText())
          .containsExactly("Move its work to “to”", "Leave it");
      assertThat(testServer.get("/d/to", "Accept-Language", "en").body())
          .contains("was taken out of “brev”");
      testServer.post(
          "/problems/records",
          "file=translations/brev.jsonl&do=move&section=" + section + "&to=to");

      assertThat(problems(testServer).select(".problems")).isEmpty();
      assertThat(testServer.section("to", "Styret").section().id().value()).isEqualTo(section);
    }
  }
}
