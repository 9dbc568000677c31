package no.speil.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import no.speil.TestCorpora;
import no.speil.align.dp.Aligner;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.lexicon.TermTokenizer;
import no.speil.library.actions.Actor;
import no.speil.library.documents.LayoutEngines;
import no.speil.library.sync.BackgroundSync.IndexingListener;
import no.speil.search.SearchRequest;
import no.speil.search.analysis.BuiltInDictionary;
import no.speil.search.analysis.IndexTokenizer;
import no.speil.search.index.SectionIndex;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;

/**
 * An archive in a temporary folder and a library over it, to be opened, closed and opened again.
 */
public final class TestLibrary implements AutoCloseable {
  public static final Actor KARI = new Actor("kari", "web");
  public static final Actor OLA = new Actor("ola", "web");

  private final Path root;
  private @Nullable Library library;

  /** Not opened yet. */
  public TestLibrary(Path root) {
    this.root = root;
  }

  public Path path() {
    return root;
  }

  /** Copies both folders of an archive; the times of the files are as in {@link #put}. */
  public TestLibrary copyOf(Path other) {
    return copy(other, other);
  }

  /** Copies other people's texts, or, as "shipped", the archive that comes with the program. */
  TestLibrary copyOf(String corpus) {
    return corpus.equals("shipped") ? copyOfShipped() : copyOf(TestCorpora.require(corpus));
  }

  /** Copies the archive that comes with the program. */
  TestLibrary copyOfShipped() {
    var here = Path.of("");
    return copy(here, Path.of("archive")).copy(here, Path.of("translations"));
  }

  private TestLibrary copy(Path base, Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = root.resolve(base.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
        age(copy);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file; its time is some minutes ago, as most files' is. */
  public TestLibrary put(String path, String text) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      age(file);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a file some minutes old, if it is there. */
  TestLibrary age(String path) {
    try {
      if (Files.exists(root.resolve(path))) {
        age(root.resolve(path));
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void age(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofMinutes(5))));
  }

  public TestLibrary delete(String path) {
    try {
      Files.delete(root.resolve(path));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes {@code .speil/} with all that is in it, also under a running server. */
  public void deleteOwnFolder() {
    Path moved = root.resolveSibling(root.getFileName() + "-deleted");
    try {
      Files.move(root.resolve(".speil"), moved);
      try (Stream<Path> files = Files.walk(moved)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String read(String path) {
    try {
      return Files.readString(root.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Opens the library, closing it first where it is open, and waits until the index is complete.
   */
  public Library open() {
    return open(Clock.systemUTC());
  }

  /** The same with another clock. */
  public Library open(Clock clock) {
    return open(Archive.open(closed(), clock), root.resolve(".speil/index"), clock);
  }

  /** The same without the right to write. */
  public Library openReadOnly(Path indexFolder) {
    Clock clock = Clock.systemUTC();
    return open(Archive.openReadOnly(closed(), clock), indexFolder, clock);
  }

  /** The same with a fault: no document with that word in it can be aligned. */
  public Library openFailingOn(String word) {
    Clock clock = Clock.systemUTC();
    Archive archive = Archive.open(closed(), clock);
    Path folder = root.resolve(".speil/index");
    SectionIndex index = SectionIndex.open(folder);
    Library failing =
        new Library(archive, index, folder, clock, IndexingListener.NONE, failingOn(word));
    failing.start();
    return awaited(failing);
  }

  static LayoutEngines failingOn(String word) {
    TermTokenizer whole = new IndexTokenizer();
    TermTokenizer faulty =
        (side, text) -> {
          if (text.contains(word)) {
            throw new IllegalStateException("a fault");
          }
          return whole.cut(side, text);
        };
    return LayoutEngines.always(new Aligner(BuiltInDictionary.get().lexicon(), faulty));
  }

  private Library open(Archive archive, Path indexFolder, Clock clock) {
    return awaited(Library.open(archive, indexFolder, clock, IndexingListener.NONE));
  }

  private Library awaited(Library opened) {
    library = opened;
    try {
      if (!opened.sync().awaitReady(Duration.ofMinutes(5))) {
        throw new IllegalStateException("the index is not ready after five minutes");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return opened;
  }

  /** The open library. */
  public Library library() {
    return Objects.requireNonNull(library, "not open");
  }

  private Path closed() {
    close();
    try {
      Files.createDirectories(root.resolve("archive")); // of translations only, it is empty
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return root;
  }

  public List<TrackedSection> sections(String document) {
    return library().documents().find(new DocumentId(document)).orElseThrow().sections();
  }

  /** The section whose original or translation begins so. */
  public TrackedSection section(String document, String beginning) {
    return sections(document).stream()
        .filter(tracked -> begins(tracked.section(), beginning))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no section begins with " + beginning));
  }

  private static boolean begins(Section section, String beginning) {
    return Stream.of(section.original(), section.translation())
        .filter(run -> !run.isEmpty())
        .anyMatch(run -> run.getFirst().text().startsWith(beginning));
  }

  public TrackedSection mark(TrackedSection section, State state, Actor actor) {
    return library()
        .marks()
        .mark(section.section().id(), state, section.version(), actor)
        .section();
  }

  public List<SectionId> find(String query) {
    return library().search().run(SearchRequest.of(query)).hits().stream()
        .filter(hit -> !hit.rank().isGuess())
        .map(hit -> hit.section())
        .toList();
  }

  @Override
  public void close() {
    if (library != null) {
      library.close();
      library = null;
    }
  }
}
