package no.speil.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.speil.TestCorpora;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Edits of every kind to real documents, some while the library is closed, the index deleted, or
 * the files renamed; {@link RealEditFigures} prints what came of more of them.
 */
@Tag("slow")
class RealEditsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"docs/dps.md, 1", "docs/principles.md, 2"})
  void textKeepsItsIdAndItsTranslationAndChangesAreNeverCalledTooMild(String name, long seed)
      throws IOException {
    Path corpus = TestCorpora.require("nb-preservation");
    var tally = new RealEdits.Tally();
    List<String> others =
        RealEdits.paragraphs(
            List.of(
                Files.readString(corpus.resolve("archive/blog/2025-11-06-why-preserve.md")),
                Files.readString(corpus.resolve("archive/blog/2024-11-04-checksums.md"))));
    var edits =
        new RealEdits(
            folder,
            Files.readString(corpus.resolve("archive").resolve(name)),
            Files.readString(corpus.resolve("translations").resolve(name)),
            others,
            seed,
            tally);

    assertThat(edits.run(22)).isTrue();

    assertThat(tally.edits).isGreaterThan(30);
    assertThat(tally.lost).isEmpty();
    assertThat(tally.wrong).isEmpty();
    assertThat(tally.milder).isEmpty();
    assertThat(tally.kept).isEqualTo(tally.unchanged).isGreaterThan(300);
    assertThat(tally.translations).isGreaterThan(300);
  }
}
