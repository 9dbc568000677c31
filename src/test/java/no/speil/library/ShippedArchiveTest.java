package no.speil.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive that comes with the program. */
class ShippedArchiveTest {
  @TempDir private Path folder;

  @Test
  void isAtRest() throws IOException {
    try (var copy = new TestLibrary(folder).copyOfShipped()) {
      copy.open().sync().look();
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of("translations"))) {
      files = all.filter(Files::isRegularFile).toList();
    }
    assertThat(files)
        .isNotEmpty()
        .allSatisfy(file -> assertThat(folder.resolve(file)).hasSameTextualContentAs(file));
  }
}
