package no.speil.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosingTest {
  @TempDir private Path folder;

  @Test
  void nothingIsWrittenAfterwardsByWhatIsStillLearning() throws Exception {
    var root = new TestLibrary(folder).put("archive/kort.md", "# Kort\n\nEn tekst.\n");
    Library library = root.open();
    root.put("archive/lang.md", "# Lang\n\n" + words(100_000));
    library.sync().look();
    root.close();
    List<String> closed = files();
    assertThat(library.trainer().awaitIdle(Duration.ofMinutes(5))).isTrue();
    assertThat(files()).isEqualTo(closed);
  }

  private static String words(int number) {
    var random = new Random(20151124);
    return IntStream.range(0, number)
        .mapToObj(i -> Long.toString(random.nextInt(1 << 30), 36).replaceAll("[0-9]", "e"))
        .collect(Collectors.joining(" "));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(".speil"))) {
      return files.map(Path::toString).sorted().toList();
    }
  }
}
