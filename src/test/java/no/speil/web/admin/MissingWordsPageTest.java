package no.speil.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.speil.corpus.Role;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissingWordsPageTest {
  @TempDir private Path folder;
  @AutoClose private TestServer testServer;
  private Path file;

  @BeforeEach
  void serve() {
    testServer = TestServer.copyOf("letters", folder);
    file = folder.resolve(".speil/missing-words.json");
  }

  @Test
  void nothingIsCountedUnlessAKeeperSaysSo() {
    assertThat(search("kvintefjas")).doesNotContain("The archive counts words");
    assertThat(file).doesNotExist();
    assertThat(rows()).isEmpty();
    testServer.tokenOf("ola", Role.REVIEWER);
    for (String path : List.of("/missing-words", "/missing-words.csv")) {
      assertThat(testServer.get(path, testServer.as("ola", Role.REVIEWER)).statusCode())
          .isEqualTo(403);
    }
  }

  @Test
  void wordsThatNoTextHasAreCountedWithoutWhoAsked() throws IOException {
    testServer.post("/missing-words", "do=start");
    assertThat(search("Kvintefjas")).contains("The archive counts words without results");
    search("kvintefjas+styret");
    search("s%C3%B8knadsfrist+kvintefjas");
    search("fjordba%CC%8At");
    search("FJORDB%C3%85T%0Astyret%0Astyrets");
    search("styret+fjas:kvinte+%22kvinte+fjas%22+12345+-kvinte");
    search("kvintefjas&year=1850");
    search("kvintefjas&expand=false");
    search("styret");
    assertThat(rows())
        .containsExactly("kvintefjas 2026 3", "fjordbåt 2026 2", "søknadsfrist 2026 1");
    assertThat(testServer.get("/missing-words.csv").body().lines())
        .containsExactly(
            "\uFEFF\"year\",\"word\",\"searches\"",
            "\"2026\",\"kvintefjas\",\"3\"",
            "\"2026\",\"fjordbåt\",\"2\"",
            "\"2026\",\"søknadsfrist\",\"1\"");
    testServer.close();
    assertThat(Files.readString(file))
        .isEqualTo("{\"2026\":{\"fjordbåt\":2,\"kvintefjas\":3,\"søknadsfrist\":1}}\n");
  }

  @Test
  void countsOutliveARestartAndGoWhereTheKeeperWantsThemNoMore() throws IOException {
    testServer.post("/missing-words", "do=start");
    search("kvintefjas");
    search("kvintefjas");
    testServer.close();
    testServer = TestServer.again(folder);
    assertThat(rows()).containsExactly("kvintefjas 2026 2");
    testServer.post("/missing-words", "do=stop");
    assertThat(file).doesNotExist();
    search("kvintefjas");
    testServer.post("/missing-words", "do=start");
    assertThat(rows()).isEmpty();
    testServer.close();
    Files.write(file, "{\"2026\":{\"kvinte".getBytes(StandardCharsets.UTF_8));
    testServer = TestServer.again(folder);
    search("kvintefjas");
    assertThat(rows()).containsExactly("kvintefjas 2026 1");
  }

  @Test
  void aFileThatIsDamagedOrTooLargeStopsNoSearch() throws IOException {
    for (String damaged :
        List.of("null", "[]", "{\"2026\":null}", "{\"2026\":{\"a\":null}}", "{\"a\":{}}")) {
      testServer.close();
      Files.writeString(file, damaged);
      testServer = TestServer.again(folder);
      assertThat(search("kvintefjas")).as(damaged).contains("No results for");
      assertThat(rows()).as(damaged).containsExactly("kvintefjas 2026 1");
    }
    testServer.close();
    try (var large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(17 << 20);
    }
    testServer = TestServer.again(folder);
    assertThat(search("kvintefjas")).contains("No results for").doesNotContain("counts words");
    assertThat(Files.size(file)).isEqualTo(17 << 20);
  }

  private String search(String query) {
    return testServer.get("/search?lang=en&q=" + query).body();
  }

  private List<String> rows() {
    return Jsoup.parse(testServer.get("/missing-words").body()).select("tbody tr").eachText();
  }
}
