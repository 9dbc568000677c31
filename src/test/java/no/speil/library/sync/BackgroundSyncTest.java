package no.speil.library.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.library.Library;
import no.speil.library.sync.BackgroundSync.IndexingListener;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackgroundSyncTest {
  @Test
  void itRestsFiveTimesAsLongAsItLookedAndNotForReadingEverythingAtFirst() {
    assertThat(rest(1, 0, 0)).isEqualTo(Duration.ofSeconds(2));
    assertThat(rest(1_000, 0, 0)).isEqualTo(Duration.ofSeconds(5));
    assertThat(rest(100, 0, 60_000)).isEqualTo(Duration.ofMillis(60_500));
  }

  @Test
  void lookingThroughALargeArchiveTakesAThirtiethOfAProcessor() {
    assertThat(rest(20, 20, 0)).isEqualTo(Duration.ofSeconds(2));
    assertThat(rest(1_000, 1_000, 0)).isEqualTo(Duration.ofSeconds(29));
    assertThat(rest(60_000, 1_000, 0)).isEqualTo(Duration.ofMinutes(5));
  }

  /** What a crash would leave, while it is written to. */
  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * How many documents are read.
   *
   * @param afterEach is told, in the thread that reads, how many have been read
   */
  private static long read(Path root, LongConsumer afterEach) throws InterruptedException {
    var read = new AtomicLong();
    IndexingListener listener =
        (done, total, remaining) -> {
          read.set(total);
          afterEach.accept(done);
        };
    Archive archive = Archive.open(root, Clock.systemUTC());
    try (Library library =
        Library.open(archive, root.resolve(".speil/index"), Clock.systemUTC(), listener)) {
      assertThat(library.sync().awaitReady(Duration.ofMinutes(5))).isTrue();
    }
    return read.get();
  }

  /**
   * Lets the thread that has read the 5,000th document commit what there is; no longer than a
   * second, for it may be this one.
   */
  private static void awaitCommit(Path index) {
    long end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
    boolean isOver = false;
    while (!isOver && System.nanoTime() < end) {
      Thread.onSpinWait();
      isOver =
          Files.exists(index.resolve("2/sections/segments_2"))
              && Files.notExists(index.resolve("2/sections/segments_1"));
    }
  }

  @Test
  @Tag("slow")
  void firstIndexThatIsCutOffIsContinued(@TempDir Path folder) throws Exception {
    Path root = folder.resolve("here");
    Files.createDirectories(root.resolve("translations"));
    int documents = 5_030;
    for (int i = 0; i < documents; i++) {
      Path file = root.resolve("archive/%02d/%04d.md".formatted(i % 50, i));
      Files.createDirectories(file.getParent());
      Files.writeString(file, "---\ntitle: Brev %d\n---\n".formatted(i));
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(600)));
    }
    Path own = root.resolve(".speil");
    Path crashed = folder.resolve("crashed");
    LongConsumer crash =
        done -> {
          if (done >= 5_000) {
            awaitCommit(own.resolve("index"));
          }
          if (done == documents) {
            copy(own, crashed);
          }
        };
    assertThat(read(root, crash)).isEqualTo(documents);
    Files.move(own, folder.resolve("closed"));
    Files.move(crashed, own);
    assertThat(read(root, done -> {})).isLessThanOrEqualTo(31);
  }

  private static Duration rest(long lookMillis, long processorMillis, long readingMillis) {
    return Duration.ofNanos(
        BackgroundSync.rest(
            Duration.ofMillis(lookMillis).toNanos(),
            Duration.ofMillis(processorMillis).toNanos(),
            Duration.ofMillis(readingMillis).toNanos()));
  }
}
