package no.speil.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import no.speil.corpus.DocumentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginalReplacementTest {
  private static final DocumentId ID = new DocumentId("2015/brev");

  @TempDir private Path folder;

  @Test
  void anOriginalIsReplacedOnlyWhereItIsStillAsItWasRead() throws Exception {
    Path file = folder.resolve("archive/2015/brev.md");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "Før.\n");
    try (Archive archive = Archive.openReadOnly(folder, Clock.systemUTC());
        Archive server = Archive.open(folder, Clock.systemUTC())) {
      SourceFile seen = archive.original(ID).orElseThrow();

      assertThat(archive.replaceOriginal(ID, seen, "Etter.\n")).isTrue();
      assertThat(file).content().isEqualTo("Etter.\n");

      assertThat(archive.replaceOriginal(ID, seen, "For sent.\n")).isFalse();
      assertThat(file).content().isEqualTo("Etter.\n");
      assertThat(server.isWritable()).as("a server beside it goes on").isTrue();
      try (var files = Files.list(file.getParent())) {
        assertThat(files).as("nothing is left beside it").containsExactly(file);
      }
    }
  }
}
