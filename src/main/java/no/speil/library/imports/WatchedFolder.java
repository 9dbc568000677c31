package no.speil.library.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import no.speil.archive.Archive;
import no.speil.archive.AttachedFile;
import no.speil.archive.FileStamp;
import no.speil.corpus.Problem;
import no.speil.corpus.Problem.Kind;
import no.speil.library.imports.ImportTarget.Mode;
import no.speil.library.imports.ImportTarget.NotImported;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports what is put into a folder outside the archive, and what is changed there later. The
 * folder stays as it is; what is removed from it stays in the archive. Thread-safe.
 */
public final class WatchedFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedFolder.class);
  private static final long SECONDS_BETWEEN_LOOKS = 20;

  private final Archive archive;
  private final Path folder;
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("watched-folder").factory());

  private Map<Path, FileStamp> imported = Map.of();
  private Map<Path, FileStamp> seen = Map.of();
  private Map<String, Object> stoppedBy = Map.of();
  private List<Problem> notImported = List.of();
  private volatile List<Problem> problems = List.of();

  /**
   * @param folder outside the archive; it need not be there yet
   */
  public WatchedFolder(Archive archive, Path folder) {
    this.archive = archive;
    this.folder = folder;
  }

  /** Begins to look, and goes on until it is closed. */
  public void start() {
    var unused =
        looks.scheduleWithFixedDelay(this::look, 0, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
  }

  /**
   * Imports what is new or changed, but no document of which a text has changed since the last
   * look, and nothing while files arrive or pictures change. Looks again at what could not be
   * imported if that was put right in the archive.
   */
  synchronized void look() {
    try {
      Map<Path, FileStamp> now = files();
      var atRest = new HashMap<>(now);
      atRest.entrySet().retainAll(seen.entrySet());
      boolean isWhole =
          now.keySet().equals(seen.keySet())
              && now.keySet().stream()
                  .filter(each -> AttachedFile.Kind.IMAGE.is(each.toString()))
                  .allMatch(atRest::containsKey);
      seen = now;
      boolean isChanged =
          now.size() < imported.size() || !imported.entrySet().containsAll(atRest.entrySet());
      if (isWhole && (isChanged || hasChangedHere())) {
        var target = new ImportTarget(archive, Mode.UPDATE_NOTED, false);
        if (!now.isEmpty()) {
          new TextImport(target, new DocumentNames("", "")).run(folder, atRest::containsKey);
        }
        imported = atRest;
        stoppedBy = target.stoppedBy;
        notImported = target.notImported.stream().map(this::problem).toList();
        LOG.info("documents imported from {}: {}", folder, target.documents().size());
      }
      problems = notImported;
    } catch (RuntimeException e) { // else nobody would look again
      String why = String.valueOf(e.getMessage());
      var failed = List.of(Problem.of(folder.toString(), 0, Kind.WATCH_FAILED, why));
      if (!failed.equals(problems)) { // said once
        LOG.warn("importing from {}", folder, e);
      }
      problems = failed;
    }
  }

  /** Whether a file of the archive has changed for which something was not imported. */
  private boolean hasChangedHere() {
    return stoppedBy.entrySet().stream()
        .anyMatch(each -> !ImportTarget.state(archive, each.getKey()).equals(each.getValue()));
  }

  private Problem problem(NotImported each) {
    return new Problem(folder.toString(), 0, Kind.NOT_IMPORTED, List.of(each.given()), each.why());
  }

  private Map<Path, FileStamp> files() {
    var files = new HashMap<Path, FileStamp>();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              files.put(file, FileStamp.of(attributes));
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
              if (file.equals(folder)) {
                throw e;
              }
              return FileVisitResult.CONTINUE; // the import says so
            }
          });
    } catch (IOException e) {
      String why = Files.notExists(folder) ? "there is no such folder" : "it may not be read";
      throw new UncheckedIOException(why, e);
    }
    return files;
  }

  /** What was not imported at the last time, for a keeper. */
  public List<Problem> problems() {
    return problems;
  }

  @Override
  public void close() {
    looks.close();
  }
}
