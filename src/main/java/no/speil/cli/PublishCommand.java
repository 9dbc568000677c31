package no.speil.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentId;
import no.speil.library.Library;
import no.speil.library.catalogue.DocumentSummary;
import no.speil.markdown.render.MarkdownRenderer;
import no.speil.publish.BagWriter;
import no.speil.publish.StaticSite;
import no.speil.web.WebServer;
import no.speil.web.http.AdmissionControl;
import no.speil.web.http.Monitoring;
import no.speil.web.http.ServerSettings;
import no.speil.web.http.ServerSettings.AccessMode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what everybody may read as pages that need no server; can run beside one. */
@Command(name = "publish")
final class PublishCommand extends ArchiveCommand {
  @Parameters(paramLabel = "FOLDER", descriptionKey = "folder")
  private Path folder = Path.of("");

  @Option(names = "--url", paramLabel = "URL")
  private @Nullable URI url;

  @Option(names = "--bag")
  private boolean isBag;

  @Override
  public Integer call() throws InterruptedException {
    Path place = folder.toAbsolutePath().normalize();
    Path site = isBag ? place.resolve(BagWriter.PAYLOAD) : place;
    checkFolder(place, site);
    if (url != null) {
      url = ServeCommand.site(spec, "--url", url);
    }
    long start = System.nanoTime();
    AdmissionControl.prepareCarriers();
    Archive archive = root.openReadOnly();
    int written;
    List<DocumentId> leftOut;
    try (IndexLocation index = IndexLocation.of(archive);
        Library library =
            Library.open(archive, index.path(), Clock.systemUTC(), ProgressBar.on(err()))) {
      if (!library.sync().awaitReady(Duration.ofDays(1))
          || !library.trainer().awaitIdle(Duration.ofDays(1))) {
        throw new IllegalStateException("the index took longer than a day");
      }
      written = publish(library, site);
      leftOut = library.catalogue().failed();
    }
    if (isBag) {
      BagWriter.write(place);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    out().printf(Locale.ROOT, "%s (%.1f s)%n", amount(written, "file"), seconds);
    if (!leftOut.isEmpty()) {
      err()
          .println(
              "Left out, as the command check tells: "
                  + leftOut.stream().map(DocumentId::value).collect(Collectors.joining(", ")));
    }
    return exitCode(leftOut.isEmpty());
  }

  /** Refuses a folder in which something else would be lost, or that is part of the archive. */
  private void checkFolder(Path place, Path site) {
    if (place.startsWith(root.path()) || root.path().startsWith(place)) {
      throw usageError(folder + " is not apart from the archive.");
    }
    try (Stream<Path> files = Files.isDirectory(place) ? Files.list(place) : Stream.empty()) {
      if (files.findAny().isPresent() && !Files.exists(site.resolve(StaticSite.MARK))) {
        throw usageError(folder + " holds something else: name a new folder, or an empty one.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + folder, e);
    }
  }

  private int publish(Library library, Path site) {
    Instant asOf = lastWork(library);
    String own = library.archive().profile().imprint().url();
    String living = (url == null ? own : url.toString()).replaceFirst("/+$", "");
    URI cited = url == null ? URI.create(root.address()) : url;
    var settings =
        new ServerSettings(
            "127.0.0.1",
            0,
            cited,
            "",
            AccessMode.STATIC,
            null,
            List.of(),
            null,
            null,
            null,
            List.of());
    try (WebServer server =
        new WebServer(library, new MarkdownRenderer(), settings, new Monitoring(null, null), null)
            .start()) {
      return new StaticSite(library.publicPart(), asOf, server.address(), living, site).write();
    }
  }

  /** When somebody did something in the archive last, so that the same archive is written alike. */
  private static Instant lastWork(Library library) {
    return library.catalogue().ids().stream()
        .flatMap(id -> library.catalogue().summary(id).flatMap(DocumentSummary::lastWork).stream())
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }
}
