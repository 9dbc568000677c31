package no.speil.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import no.speil.archive.BrokenFile;
import no.speil.archive.SmallDisk;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the disk refuses is told as that, and without the paths of the machine. */
class DiskFailureTest {
  @TempDir private Path folder;

  @Test
  void fullDiskIsToldByTheNameThatPeopleKnow() throws Exception {
    Files.createDirectories(folder.resolve("archive"));
    Files.writeString(folder.resolve("archive/brev.md"), "# Brev\n\nStyret må gå.\n");
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("translations"));
        TestServer testServer = TestServer.again(folder)) {
      String id = testServer.section("brev", "Styret må gå").section().id().value();
      disk.fill();
      String text = "x".repeat(5_000);
      HttpResponse<String> program =
          testServer.send(
              "POST",
              "/api/v1/sections/" + id + "/comments",
              "{\"text\":\"" + text + "\"}",
              "Content-Type",
              "application/json");
      assertThat(program.statusCode()).isEqualTo(507);
      assertThat(program.body())
          .contains("nothing was changed. (writing translations/brev.jsonl: ")
          .doesNotContain(folder.toString());
      HttpResponse<String> form = testServer.post("/s/" + id + "/comments", "text=" + text);
      assertThat(form.statusCode()).isEqualTo(507);
      assertThat(form.body()).contains("brev.jsonl").doesNotContain(folder.toString());
      String figures = testServer.get("/metrics").body();
      disk.free();
      assertThat(figures).contains("speil_failed_writes_total 2.0\n");
    }
  }

  @Test
  void fileThatTheDiskDoesNotGiveIsNoSectionThatIsUnknown() throws Exception {
    try (TestServer testServer = TestServer.copyOf("letters", folder)) {
      String id = testServer.section("2015/brev", "Styret må gå").section().id().value();
      testServer.library().sync().look();
      try (BrokenFile broken = BrokenFile.over(folder.resolve("archive/2015/brev.md"))) {
        assertThat(broken.isBroken()).isTrue();
        for (String path :
            new String[] {
              "/api/v1/sections/" + id, "/api/v1/documents/2015/brev", "/d/2015/brev", "/s/" + id
            }) {
          HttpResponse<String> answer = testServer.get(path);
          assertThat(answer.statusCode()).as(path).isEqualTo(503);
          assertThat(answer.headers().firstValue("retry-after")).as(path).hasValue("5");
          assertThat(Jsoup.parse(answer.body()).text())
              .as(path)
              .contains(
                  path.startsWith("/api/")
                      ? "The server cannot read or write archive/2015/brev.md: Input/output error."
                      : "archive/2015/brev.md: the disk fails.")
              .doesNotContain(folder.toString());
        }
        testServer.library().sync().look();
        assertThat(testServer.get("/problems").body())
            .contains("archive/2015/brev.md")
            .doesNotContain(folder.toString());
      }
      assertThat(testServer.get("/api/v1/sections/" + id).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void pictureThatCannotBeReadIsNotMissing() throws Exception {
    try (TestServer testServer = TestServer.copyOf("letters", folder)) {
      Files.writeString(folder.resolve("archive/bilde.png"), "png");
      assertThat(testServer.get("/files/archive/bilde.png").statusCode()).isEqualTo(200);
      Files.delete(folder.resolve("archive/bilde.png"));
      assertThat(testServer.get("/files/archive/bilde.png").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void filesThatBeginWithADotAreNotThere() throws Exception {
    try (TestServer testServer = TestServer.copyOf("letters", folder)) {
      Files.createDirectories(folder.resolve("archive/.git"));
      for (String path : new String[] {"archive/.skjult.png", "archive/.git/x.png"}) {
        Files.writeString(folder.resolve(path), "png");
        assertThat(testServer.get("/files/" + path).statusCode()).as(path).isEqualTo(404);
      }
      for (String id : new String[] {".skjult", ".git/notat"}) {
        Files.writeString(folder.resolve("archive/" + id + ".md"), "# Skjult\n\nHemmelig.\n");
        assertThat(testServer.get("/d/" + id).statusCode()).as(id).isEqualTo(404);
      }
      testServer.library().sync().look();
      assertThat(testServer.get("/api/v1/search?q=hemmelig").body()).contains("\"total\":0");
    }
  }

  @Test
  void nameThatNoFileCanHaveIsUnknown() {
    try (TestServer testServer = TestServer.copyOf("letters", folder)) {
      assertThat(testServer.get("/d/" + "x".repeat(300)).statusCode()).isEqualTo(404);
      assertThat(testServer.get("/d/2015/brev.md/x").statusCode()).isEqualTo(404);
      assertThat(testServer.get("/d/" + "%C3%A5".repeat(130)).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void fileThatIsTooLargeIsAProblemWithoutAPathOfTheMachine() throws Exception {
    try (TestServer testServer = TestServer.copyOf("letters", folder)) {
      Path large = folder.resolve("archive/stor.md");
      try (var file = new RandomAccessFile(large.toFile(), "rw")) {
        file.setLength(17L << 20);
      }
      testServer.library().sync().look();
      assertThat(testServer.get("/api/v1/problems").body())
          .contains("archive/stor.md", "it is larger than 16 MB")
          .doesNotContain(folder.toString());
      assertThat(testServer.get("/d/stor").statusCode()).isEqualTo(503);
    }
  }
}
