package no.speil.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import no.speil.archive.Archive;
import no.speil.corpus.Problem;
import no.speil.library.scan.ArchiveScan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that read the whole archive go on past a document that cannot be loaded. */
class FailedScanTest {
  @Test
  void aDocumentThatFailsIsListedAndTheOthersAreRead(@TempDir Path folder) {
    var root = new TestLibrary(folder);
    for (String id : List.of("a", "b", "c")) {
      String text = id.equals("b") ? "Uværet kom." : "Styret må gå.";
      root.put("archive/" + id + ".md", "# Brev\n\n" + text + "\n");
      root.put("translations/" + id + ".md", "# Letter\n\nOne sentence.\n");
    }
    var read = new ArrayList<String>();

    List<Problem> problems;
    try (Archive archive = Archive.openReadOnly(folder, Clock.systemUTC())) {
      problems =
          ArchiveScan.of(
              archive,
              Clock.systemUTC(),
              TestLibrary.failingOn("Uværet"),
              document -> read.add(document.id().value()));
    }

    assertThat(read).containsExactly("a", "c");
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().file()).isEqualTo("archive/b.md");
    assertThat(problems.getFirst().kind()).isEqualTo(Problem.Kind.DOCUMENT_FAILED);
  }
}
