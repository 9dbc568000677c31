package no.speil.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import no.speil.NeedsPrograms;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a keeper does to the files on an ordinary day, in whatever order, with a server running
 * or stopped: work stays with its text and never comes to another's. {@link HousekeepingFigures}
 * prints what came of more of it.
 */
@Tag("slow")
@NeedsPrograms("git")
class RandomHousekeepingTest {
  private static final int SERIES = Integer.getInteger("speil.housekeepings", 1);
  private static final long FIRST = Long.getLong("speil.seed", 1);

  @TempDir private static Path folder;
  @AutoClose private static HousekeepingArchive template;

  @BeforeAll
  static void work() {
    template = HousekeepingArchive.make(folder.resolve("template"));
  }

  static LongStream seeds() {
    return LongStream.range(FIRST, FIRST + SERIES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void workStaysWithItsTextAndNeverComesToAnother(long seed) {
    var tally = new HousekeepingFigures.Tally();

    int each = RandomHousekeeping.Kind.values().length; // of every kind one
    HousekeepingFigures.run(template, folder, seed, each, List.of(), tally, false);

    assertThat(tally.wrong).isEmpty();
    assertThat(tally.lost).isEmpty();
    assertThat(tally.share()).isGreaterThan(.99);
  }
}
