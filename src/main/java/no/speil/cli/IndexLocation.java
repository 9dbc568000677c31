package no.speil.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.archive.AtomicFile;
import no.speil.library.Library;
import no.speil.library.sync.BackgroundSync.IndexingListener;
import no.speil.search.index.SectionIndex;

/**
 * Where the index of a library lies: below {@code .speil/}, or for a library that writes nothing
 * there, in a temporary folder that goes with it.
 */
record IndexLocation(Path path, boolean temporary) implements AutoCloseable {
  private static final String INDEX = ".speil/index";

  static IndexLocation of(Archive archive) {
    if (!archive.readOnly()) {
      return new IndexLocation(archive.root().resolve(INDEX), false);
    }
    try {
      Path made = Files.createTempDirectory("speil-index");
      seed(made, archive.root().resolve(INDEX));
      return new IndexLocation(made, true);
    } catch (IOException e) {
      throw new UncheckedIOException("making a temporary folder", e);
    }
  }

  /**
   * Begins with what a server has written down. What it writes meanwhile may be missing; then the
   * index is made anew, or what has changed is read.
   */
  private static void seed(Path made, Path index) throws IOException {
    if (!Files.isDirectory(index)) {
      return;
    }
    try (Stream<Path> files = Files.walk(index)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copied = made.resolve(index.relativize(file));
        Files.createDirectories(copied.getParent());
        Files.copy(file, copied);
      }
    } catch (NoSuchFileException | UncheckedIOException e) {
      // the server has just replaced it
    }
  }

  /** Does something with a library that is up to its files, and closes it. */
  static <T> T withLibrary(Archive archive, Function<Library, T> work) throws InterruptedException {
    try (IndexLocation index = of(archive)) {
      return index.withLibraryOf(archive, work);
    }
  }

  private <T> T withLibraryOf(Archive archive, Function<Library, T> work)
      throws InterruptedException {
    try (Library library = Library.open(archive, path, Clock.systemUTC(), IndexingListener.NONE)) {
      if (!library.sync().awaitReady(Duration.ofDays(1))) {
        throw new IllegalStateException("the index took longer than a day");
      }
      return work.apply(library);
    }
  }

  /**
   * Asks the index that a server has written down, beside it or without one; else one made for the
   * purpose.
   */
  static <T> T ask(RootOption root, Function<SectionIndex, T> asking) throws InterruptedException {
    Archive archive = root.openReadOnly();
    Path existing = archive.root().resolve(INDEX);
    if (Files.isDirectory(existing)) {
      try (SectionIndex index = SectionIndex.openForReading(existing)) {
        if (index.complete()) {
          return asking.apply(index);
        }
      }
    }
    try (IndexLocation made = of(archive)) {
      made.withLibraryOf(archive, Library::counts);
      try (SectionIndex index = SectionIndex.openForReading(made.path())) {
        return asking.apply(index);
      }
    }
  }

  @Override
  public void close() {
    try {
      if (temporary) {
        AtomicFile.deleteTree(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("removing " + path, e);
    }
  }
}
