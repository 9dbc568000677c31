package no.speil.web.reading;

import static no.speil.web.Submitted.location;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.speil.web.Served;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A section's address says where it is, or what became of it. */
class WhereaboutsTest {
  @TempDir Path folder;
  private Served served;
  private String id;

  @BeforeEach
  void serve() {
    served = Served.copyOf("letters", folder);
    id = served.section("2015/brev", "Kvinners").section().id().value();
  }

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void afterARenamingItIsWhereTheFileIs() throws Exception {
    move("archive/2015/brev.md", "archive/ny.md");
    served.library().sweep();
    assertThat(location(served.get("/s/" + id))).isEqualTo("/d/ny#s-" + id);
    assertThat(served.get("/d/2015/brev").statusCode()).isEqualTo(301);
    assertThat(location(served.get("/d/2015/brev"))).isEqualTo("/d/ny");
    assertThat(served.get("/api/v1/sections/" + id).body()).contains("\"document\":\"ny\"");

    withoutIndex();
    assertThat(location(served.get("/s/" + id))).isEqualTo("/d/ny#s-" + id);
  }

  @Test
  void ofAMergedSectionItLeadsToTheOtherAndOfAGoneOneItSaysSo() throws Exception {
    rewrite("archive/2015/brev.md", "dager.\n\nKvinners", "dager. Kvinners");
    rewrite("translations/2015/brev.md", "days.\n\nWomen's", "days. Women's");
    served.library().sweep();
    String other = served.section("2015/brev", "Styret").section().id().value();
    assertThat(served.get("/s/" + id).statusCode()).isEqualTo(410);
    assertThat(served.get("/s/" + id).body()).contains("/s/" + other);

    withoutIndex();
    assertThat(served.get("/s/" + id).statusCode()).isEqualTo(410);
    assertThat(served.get("/s/" + id).body()).contains("/s/" + other);
    assertThat(served.get("/api/v1/sections/" + id).statusCode()).isEqualTo(410);
    assertThat(served.get("/s/0000000000").statusCode()).isEqualTo(404);
  }

  private void withoutIndex() throws IOException {
    served.close();
    try (var files = Files.walk(folder.resolve(".speil/index"))) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    served = Served.again(folder);
    served.library().sweep();
  }

  private void rewrite(String path, String from, String to) throws IOException {
    Path file = folder.resolve(path);
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
    Files.setLastModifiedTime(
        file, java.nio.file.attribute.FileTime.from(java.time.Instant.now().minusSeconds(60)));
  }

  private void move(String from, String to) throws IOException {
    Files.move(folder.resolve(from), folder.resolve(to));
  }
}
