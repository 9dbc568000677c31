package no.speil.web.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.speil.corpus.DocumentId;
import no.speil.corpus.State;
import no.speil.web.FormSubmission;
import no.speil.web.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewTextsPageTest {
  private static final String NORSK =
      "# Notat\n\nDette er et notat til styret, skrevet på norsk av noen som ikke er enige.\n";
  private static final String ENGLISH =
      "# Note\n\nThis is a note to the board, and it was written in English by a translator.\n";

  @TempDir private Path root;
  @AutoClose private TestServer testServer;

  @BeforeEach
  void serve() {
    testServer = TestServer.copyOf("letters", root);
  }

  private String upload(Map<String, String> fields, Map<String, byte[]> files) throws IOException {
    HttpResponse<String> answer = testServer.upload("/new-texts", fields, files);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private List<State> states(String document) {
    return testServer
        .library()
        .documents()
        .find(new DocumentId(document))
        .orElseThrow()
        .sections()
        .stream()
        .map(each -> each.sectionStatus().state())
        .distinct()
        .toList();
  }

  @Test
  void pairIsLookedAtWrittenAndMarkedAsTranslated() throws IOException {
    String address =
        upload(
            Map.of("folder", "2016"),
            Map.of("notat.nb.md", NORSK.getBytes(UTF_8), "notat.en.md", ENGLISH.getBytes(UTF_8)));
    String look = testServer.get(address).body();
    assertThat(look)
        .contains("2 files would be written.")
        .contains("archive/2016/notat.md would be written, from notat.nb.md");
    assertThat(root.resolve("archive/2016/notat.md")).doesNotExist();

    String done = testServer.post(address, "folder=2016&state=translated").body();

    assertThat(done)
        .contains("2 files written.", "href=\"/d/2016/notat\"", "3 sections marked as translated.");
    assertThat(Files.readString(root.resolve("archive/2016/notat.md"))).endsWith(NORSK);
    assertThat(states("2016/notat")).containsExactly(State.TRANSLATED);
    assertThat(testServer.get(address).body()).contains("Imported.", "2016/notat");
  }

  @Test
  void sentTwiceItIsWrittenOnce() throws IOException {
    String address = upload(Map.of(), Map.of("notat.nb.md", NORSK.getBytes(UTF_8)));
    testServer.post(address, "folder=");
    Files.delete(root.resolve("archive/notat.md"));

    assertThat(testServer.post(address, "folder=").statusCode()).isEqualTo(303);
    assertThat(root.resolve("archive/notat.md")).doesNotExist();
  }

  @Test
  void wordFileAndWhatItLosesAreToldInNorwegian() throws IOException {
    String address =
        upload(Map.of(), Map.of("gammelt.doc", new byte[] {1, 2, 3}, "tom.nb.md", new byte[0]));
    String look = testServer.get(address + "?lang=nb").body();
    assertThat(look).contains("0 filer blir skrevet, 2 ikke importert.", "ikke importert: ");
    assertThat(look).doesNotContain("not imported");
    assertThat(FormSubmission.page(testServer, address).select("main form")).isEmpty();
  }

  @Test
  void pictureComesWithTheTextThatShowsIt() throws IOException {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 1, 2};
    String text = NORSK + "\n![Kart](kart.png)\n";
    String address = upload(Map.of(), Map.of("notat.nb.md", text.getBytes(UTF_8), "kart.png", png));
    testServer.post(address, "folder=");

    assertThat(root.resolve("archive/kart.png")).hasBinaryContent(png);
  }

  @Test
  void pictureThatNoTextShowsIsToldAsNotImported() throws IOException {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 1, 2};
    String text = NORSK + "\n![Kart](kart.png)\n";
    String address =
        upload(
            Map.of(),
            Map.of("notat.nb.md", text.getBytes(UTF_8), "kart.png", png, "bilde.png", png));
    assertThat(testServer.get(address).body())
        .contains("2 files would be written, 1 not imported.")
        .contains("bilde.png", "none of the texts that are brought in shows this picture");
    assertThat(testServer.post(address, "folder=").body())
        .contains("2 files written, 1 not imported.");
    assertThat(root.resolve("archive/bilde.png")).doesNotExist();
  }

  @Test
  void whatCannotBeMarkedIsTold() throws IOException {
    String conflict = "<<<<<<< a\nThis.\n=======\nThat is so.\n>>>>>>> b\n";
    String address =
        upload(
            Map.of(),
            Map.of("sak.nb.md", NORSK.getBytes(UTF_8), "sak.en.md", conflict.getBytes(UTF_8)));
    assertThat(testServer.post(address, "folder=&state=translated").body())
        .contains("sak: not marked: ")
        .doesNotContain("marked as translated.");
  }

  @Test
  void originalThatIsThereTakesTheNewTextIfThatIsWanted() throws IOException {
    testServer.post(upload(Map.of(), Map.of("notat.nb.md", NORSK.getBytes(UTF_8))), "folder=");
    byte[] changed = (NORSK + "\nVi ber om svar.\n").getBytes(UTF_8);

    String kept = upload(Map.of(), Map.of("notat.nb.md", changed));
    assertThat(testServer.get(kept).body()).contains("is there already and stays as it is");

    String address = upload(Map.of("update", "1"), Map.of("notat.nb.md", changed));
    assertThat(testServer.get(address).body()).contains("one paragraph is new or changed");
    testServer.post(address, "folder=&update=1");
    assertThat(Files.readString(root.resolve("archive/notat.md"))).endsWith("Vi ber om svar.\n");
  }

  @Test
  void namesThatLeadOutOfTheArchiveAreRefused() throws IOException {
    assertThat(
            testServer
                .upload(
                    "/new-texts", Map.of("folder", "../ut"), Map.of("a.md", NORSK.getBytes(UTF_8)))
                .statusCode())
        .isEqualTo(400);
    String address = upload(Map.of(), Map.of("..", NORSK.getBytes(UTF_8)));
    assertThat(testServer.get(address).body()).contains("1 not imported");
    assertThat(testServer.post(address, "folder=../ut").body()).contains("1 not imported");
    assertThat(testServer.upload("/new-texts", Map.of(), Map.of()).statusCode()).isEqualTo(400);
  }
}
