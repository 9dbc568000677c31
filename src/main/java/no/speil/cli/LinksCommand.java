package no.speil.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import no.speil.archive.Archive;
import no.speil.archive.LinkResultFile;
import no.speil.corpus.LinkCheckResult;
import no.speil.download.AddressGuard;
import no.speil.download.PageDownload;
import no.speil.library.documents.SourceUrls;
import no.speil.linkcheck.LinkChecker;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Asks whether the sources of the archive's texts and the archived copies still answer, and writes
 * down when and what; or asks for archived copies. Can run beside a server, which then tells its
 * readers.
 */
@Command(name = "links")
final class LinksCommand extends ArchiveCommand {
  /** What has been heard is on the disk after so long, though much is still to be asked. */
  private static final Duration SAVED_EVERY = Duration.ofSeconds(30);

  /** The Wayback Machine answers in a few lines. */
  private static final int LARGEST_ANSWER = 1 << 20;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--pause", paramLabel = "SECONDS")
  private double pause = 1;

  @Option(names = "--timeout", paramLabel = "SECONDS")
  private double timeout = 20;

  @Option(names = "--older-than", paramLabel = "DAYS")
  private int olderThan;

  @Option(names = "--allow-private")
  private boolean allowsPrivate;

  @Option(names = "--archive")
  private boolean isArchiving;

  @Option(names = "--wayback", paramLabel = "URL")
  private @Nullable String wayback;

  private final Clock clock = Clock.systemUTC();
  private SortedMap<String, LinkCheckResult> answers = new TreeMap<>();
  private Instant saved = Instant.EPOCH;

  @Override
  public Integer call() throws InterruptedException {
    if (!(pause >= 0 && pause <= 3600 && timeout > 0 && timeout <= 3600 && olderThan >= 0)) {
      throw usageError("Seconds are up to 3600, and days are none or more.");
    }
    if (isArchiving) {
      return noteCopies();
    }
    SourceUrls sources;
    Path folder;
    try (Archive archive = root.openReadOnly()) {
      sources = SourceUrls.of(archive);
      folder = archive.root();
    }
    var file = new LinkResultFile(folder);
    answers = file.read();
    answers.keySet().retainAll(sources.named().keySet());
    List<String> others = ask(due(sources.named()), file);
    var report = new LinksReport(sources, answers, others);
    print(json ? List.of(report.json()) : report.lines());
    return exitCode(!report.lost());
  }

  private int noteCopies() throws InterruptedException {
    String service = wayback == null ? ArchivedCopies.WAYBACK : wayback;
    var download = new PageDownload(wayback != null, seconds(timeout), LARGEST_ANSWER);
    try (Archive archive = root.openReadOnly()) {
      boolean isDone = new ArchivedCopies(archive, download, service, seconds(pause), out()).run();
      return exitCode(isDone);
    }
  }

  private List<String> due(SortedMap<String, SortedSet<String>> named) {
    Instant limit = clock.instant().minus(Duration.ofDays(olderThan));
    return named.keySet().stream()
        .filter(
            address -> !answers.containsKey(address) || !answers.get(address).at().isAfter(limit))
        .toList();
  }

  private List<String> ask(List<String> due, LinkResultFile file) throws InterruptedException {
    try (var asker = new LinkChecker(new AddressGuard(allowsPrivate), seconds(timeout), clock)) {
      saved = clock.instant();
      List<String> others = asker.ask(due, seconds(pause), answer -> keep(answer, file));
      answers.keySet().removeAll(others); // of before they were left alone
      file.write(answers.values());
      return others;
    }
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  /** Keeps what is heard, so that a round that is broken off has not been for nothing. */
  private void keep(LinkCheckResult answer, LinkResultFile file) {
    answers.merge(answer.address(), answer, (before, now) -> now.after(before));
    if (clock.instant().isAfter(saved.plus(SAVED_EVERY))) {
      file.write(answers.values());
      saved = clock.instant();
    }
  }
}
