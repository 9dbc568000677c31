package no.speil.web.word;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.speil.TestCorpora;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.web.TestServer;
import no.speil.web.page.SiteUrls;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Words drawn at random from the pages of the National Library, with what a reader says stands for
 * them.
 */
@Tag("slow")
class WordsOfLibraryTest {
  /** Section, language, word, its place, and the words that stand for it, up to a bar. */
  private static final String DRAWN =
      """
      w06wdzxj6g no digital 213 digital| collections
      yz4sbs6aeb no informasjon 100 information|
      n1fmqnk1dz no abstrakte 257 abstract|
      vk8awvfp6z no utdaterte 203 obsolete|
      gc8fvn2brj no måte 208
      khcbxjy9tn no Seksjonsleder 0 Head|
      3jsfat1sfc no filseksjonen 200 file section|
      5j0dbztrve no kommer 33 comes|
      pxwrd84jnb en AIP 17 AIP|
      ns1s9ahvt0 en Submission 89 Submission|
      p9zxk2efa7 no utviklingstrekk 171 developments|
      150qvfb0np no være 300 be| concise
      twrvq79n2t no fulgte 124 following|
      sy0424z2cj no over 31 of| file formats
      b55k1pcdsx no kunne 184 enabling|
      3gxanvcdq3 no sekunder 52 seconds|
      2bme5dcyng no digitalt 329 digitally|
      t31h4r9rgf en establishing 146 etableres|
      zgbngah5z6 no kommentarer 30 comments|
      1p7ahr4zgh no digital 176 digital| long-term
      """;

  private static final int LEAST_FOUND = 16;

  @TempDir Path folder;

  @Test
  void whatStandsForAWordIsFoundAndNothingElseIsMarked() throws IOException {
    copy(TestCorpora.require("nb-preservation"), folder);
    var wrong = new ArrayList<String>();
    int found = 0;
    try (TestServer testServer = TestServer.again(folder)) {
      List<String> drawn = DRAWN.lines().toList();
      assertThat(drawn).hasSize(20);
      for (String line : drawn) {
        String[] row = line.strip().split(" ", 5);
        String truth = row.length < 5 ? "" : row[4];
        JsonNode counterpart = counterpart(testServer, row);
        if (counterpart.isObject()) {
          int from = counterpart.path("from").asInt();
          int to = counterpart.path("to").asInt();
          String there = other(testServer, row).substring(from);
          String marked = there.substring(0, to - from) + "|" + there.substring(to - from);
          found++;
          if (truth.isEmpty() || !marked.startsWith(truth)) {
            wrong.add(line + " but " + counterpart);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(found).isGreaterThanOrEqualTo(LEAST_FOUND);
  }

  private static JsonNode counterpart(TestServer testServer, String[] row) throws IOException {
    String path =
        "/api/v1/words/%s?in=%s&section=%s".formatted(SiteUrls.encode(row[2]), row[1], row[0]);
    for (JsonNode each : new ObjectMapper().readTree(testServer.get(path).body()).path("here")) {
      if (each.at("/word/from").asInt() == Integer.parseInt(row[3])) {
        return each.path("counterpart");
      }
    }
    return new ObjectMapper().nullNode();
  }

  private static String other(TestServer testServer, String[] row) {
    return testServer
        .library()
        .ids()
        .section(new SectionId(row[0]))
        .section()
        .words(row[1].equals("no") ? Side.TRANSLATION : Side.ORIGINAL);
  }

  private static void copy(Path from, Path to) throws IOException {
    for (String side : List.of("archive", "translations")) {
      try (var files = Files.walk(from.resolve(side))) {
        for (Path file : files.toList()) {
          Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
      }
    }
  }
}
