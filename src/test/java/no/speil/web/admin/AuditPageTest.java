package no.speil.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.speil.corpus.Role;
import no.speil.web.TestServer;
import no.speil.web.http.ServerSettings;
import no.speil.web.http.ServerSettings.AccessMode;
import no.speil.web.http.ServerSettings.Setting;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditPageTest {
  @TempDir private Path folder;

  @Test
  void keepersReadTheEndOfTheFileTheLatestFirst() throws Exception {
    Path file = folder.resolve("audit.log");
    Files.writeString(file, "first\n" + "Åse <b> signed in\n".repeat(4_000) + "last\n");
    try (TestServer testServer = served(file.toString())) {
      Document page = Jsoup.parse(testServer.get("/audit").body());
      List<String> lines = page.select(".problems li").eachText();
      assertThat(lines).hasSizeBetween(3_000, 3_999).startsWith("last", "Åse <b> signed in");
      assertThat(lines.getLast()).isEqualTo("Åse <b> signed in");
      assertThat(Jsoup.parse(testServer.get("/problems").body()).select("a[href=/audit]"))
          .hasSize(1);
      String[] reviewer = testServer.as("ola", Role.REVIEWER);
      assertThat(testServer.get("/audit", reviewer).statusCode()).isEqualTo(403);
      Files.delete(file);
      assertThat(testServer.get("/audit").statusCode()).isEqualTo(404);
    }
    try (TestServer without = TestServer.again(folder)) {
      String[] kari = without.as("kari", Role.KEEPER);
      assertThat(without.get("/audit", kari).statusCode()).isEqualTo(404);
      assertThat(without.get("/problems", kari).body())
          .contains("Problems")
          .doesNotContain("/audit");
    }
  }

  private TestServer served(String file) {
    var told = List.of(new Setting("audit-log", file, Setting.COMMAND_LINE));
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
    return TestServer.copyOf("letters", folder, settings);
  }
}
