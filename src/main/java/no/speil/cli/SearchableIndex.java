package no.speil.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import no.speil.archive.Archive;
import no.speil.library.Library;
import no.speil.library.sync.IndexingListener;
import no.speil.search.index.SectionIndex;

/** An index to ask from the command line, beside a server or without one. */
final class SearchableIndex {
  private SearchableIndex() {}

  /** Asks the index that a server has written down, else one made for the purpose. */
  static <T> T ask(RootOption root, Function<SectionIndex, T> asking) throws InterruptedException {
    Archive archive = root.openReadOnly();
    Path existing = archive.root().resolve(".speil/index");
    if (Files.isDirectory(existing)) {
      archive.close();
      try (SectionIndex index = SectionIndex.openForReading(existing)) {
        if (index.complete()) {
          return asking.apply(index);
        }
      }
      archive = root.openReadOnly();
    }
    return askAfresh(archive, asking);
  }

  private static <T> T askAfresh(Archive archive, Function<SectionIndex, T> asking)
      throws InterruptedException {
    try (IndexLocation folder = IndexLocation.of(archive)) {
      try (Library library =
          Library.open(archive, folder.path(), Clock.systemUTC(), IndexingListener.NONE)) {
        if (!library.sync().awaitReady(Duration.ofDays(1))) {
          throw new IllegalStateException("the index took longer than a day");
        }
      }
      try (SectionIndex index = SectionIndex.openForReading(folder.path())) {
        return asking.apply(index);
      }
    }
  }
}
