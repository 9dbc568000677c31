package no.speil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import no.speil.Program;
import no.speil.bench.ArchiveGenerator;
import no.speil.search.index.SectionIndex;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexCommandTest {
  private static final int DOCUMENTS = 800;
  private static final int READ_BEFORE = 50;

  /** SIGTERM here; a terminal's Ctrl-C ends Java in the same way. */
  @Test
  @Tag("slow")
  void whatHasBeenReadIsKeptWhenItIsToldToStop(@TempDir Path folder) throws Exception {
    Path root = folder.resolve("root");
    ArchiveGenerator.generate(root, DOCUMENTS, 3);
    long marked = records(root);
    Path said = folder.resolve("said");
    List<String> command = Program.main(false);
    command.addAll(List.of("index", "--root", root.toString()));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      while (process.isAlive() && records(root) < marked + READ_BEFORE) {
        Thread.sleep(20);
      }
      process.destroy();
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(said).hasContent("\nStopped. The next start reads what is not in the index yet.\n");
    assertThat(known(root)).hasSizeBetween(READ_BEFORE, DOCUMENTS - 1);
  }

  /** How many documents somebody has marked, or have been aligned. */
  private static long records(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve("translations"))) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).count();
    }
  }

  private static Set<String> known(Path root) {
    var known = new HashSet<String>();
    try (SectionIndex index = SectionIndex.openForReading(root.resolve(".speil/index"))) {
      index.lookUp(lookup -> lookup.summaries((id, summary) -> known.add(id.value())));
    }
    return known;
  }
}
