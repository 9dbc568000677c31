package no.speil.cli;

import java.util.Optional;
import no.speil.archive.NewFiles;
import no.speil.archive.NewFiles.Obstacle;

/** Where imported files go: into the archive, or in a dry run only into the report. */
record ImportTarget(NewFiles files, boolean isDryRun, ImportReport report) {

  /**
   * Writes a file if nothing is in its way, and tells the report.
   *
   * @param document its id
   * @param path below the root, beginning with {@code archive/} or {@code translations/}
   * @param from where its text comes from
   * @return whether it was written, or would be
   */
  boolean write(String document, String path, byte[] bytes, String from) {
    Optional<Obstacle> obstacle = files.obstacle(path);
    if (obstacle.isEmpty() && isDryRun) {
      files.reserve(path);
    } else if (obstacle.isPresent() || !files.create(path, bytes)) {
      report.kept(document, path, obstacle.map(each -> why(each, path, bytes)).orElse(THERE));
      return false;
    }
    report.written(document, path, from);
    return true;
  }

  private static final String THERE = "is there already and stays as it is";

  private String why(Obstacle obstacle, String path, byte[] bytes) {
    return switch (obstacle.kind()) {
      case FILE -> files.holds(path, bytes) ? "is there already, with the same text" : THERE;
      case OTHER_CASE ->
          "not written: "
              + obstacle.path()
              + " is there, and differs only in small and capital"
              + " letters, which not every file system tells apart";
      case LINK -> "not written: " + obstacle.path() + " is a link, and links are not followed";
    };
  }
}
