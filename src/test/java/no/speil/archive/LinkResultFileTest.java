package no.speil.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import no.speil.corpus.LinkCheckResult;
import no.speil.corpus.LinkOutcome;
import no.speil.corpus.Problem;
import no.speil.library.TestLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkResultFileTest {
  private static final String ADDRESS = "https://example.org/a";

  @TempDir private Path folder;

  @Test
  void whatIsWrittenBesideIsReadWithoutARestart() {
    try (TestLibrary root = new TestLibrary(folder).put("archive/a.md", "Tekst.\n")) {
      root.open();
      assertThat(root.library().linkResults().answer(ADDRESS)).isEmpty();

      LinkCheckResult first = write("2026-11-02T12:00:00Z", LinkOutcome.ANSWERED);
      assertThat(root.library().linkResults().answer(ADDRESS)).contains(first);

      LinkCheckResult second = write("2026-11-03T12:00:00Z", LinkOutcome.FRONT_PAGE);
      assertThat(root.library().linkResults().answer(ADDRESS)).contains(second);
      assertThat(root.library().linkResults().answer(ADDRESS + "b")).isEmpty();
    }
  }

  @Test
  void aDamagedFileIsAProblemForKeepersAndNothingElse() throws Exception {
    try (TestLibrary root = new TestLibrary(folder).put("archive/a.md", "Tekst.\n")) {
      root.open();
      Files.writeString(
          folder.resolve(LinkResultFile.NAME), "{\"speil\":1,\"answers\":[{\"at\":1}]}");
      assertThat(root.library().linkResults().answer(ADDRESS)).isEmpty();
      assertThat(root.library().problems()).extracting(Problem::file).contains(LinkResultFile.NAME);
      assertThat(root.library().counts().problems()).isEqualTo(1);
      write("2026-11-02T12:00:00Z", LinkOutcome.ANSWERED);
      assertThat(root.library().problems()).isEmpty();
    }
  }

  private LinkCheckResult write(String at, LinkOutcome outcome) {
    Instant when = Instant.parse(at);
    var answer = new LinkCheckResult(ADDRESS, when, outcome, 200, ADDRESS + "/new", when);
    new LinkResultFile(folder).write(List.of(answer));
    return answer;
  }
}
