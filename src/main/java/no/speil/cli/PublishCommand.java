package no.speil.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import no.speil.archive.Archive;
import no.speil.library.Library;
import no.speil.library.catalogue.Catalogue;
import no.speil.library.catalogue.DocumentSummary;
import no.speil.markdown.render.MarkdownRenderer;
import no.speil.publish.BagWriter;
import no.speil.publish.StaticSite;
import no.speil.publish.ZipFileWriter;
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

  @Option(names = "--zip")
  private boolean isZip;

  @Override
  public Integer call() throws InterruptedException {
    Path place = folder.toAbsolutePath().normalize();
    Path site = isBag ? place.resolve(BagWriter.PAYLOAD) : place;
    checkFolder(place, site);
    url = url == null ? null : ServeCommand.site(spec, "--url", url);
    long start = System.nanoTime();
    AdmissionControl.prepareCarriers();
    Archive archive = root.openReadOnly();
    int written;
    int leftOut;
    try (IndexLocation index = IndexLocation.of(archive);
        Library library =
            Library.open(archive, index.path(), Clock.systemUTC(), ProgressBar.on(err()))) {
      if (!library.sync().awaitReady(Duration.ofDays(1))
          || !library.trainer().awaitIdle(Duration.ofDays(1))) {
        throw new IllegalStateException("the index took longer than a day");
      }
      written = publish(library, site);
      leftOut = library.catalogue().failed().size();
      if (isZip) {
        ZipFileWriter.write(place, lastWork(library.publicPart().catalogue()), archive.copy());
      }
    }
    String files = amount(written, "file");
    out().printf(Locale.ROOT, "%s (%.1f s)%n", files, (System.nanoTime() - start) / 1e9);
    if (leftOut > 0) {
      err().println(amount(leftOut, "text") + " left out, as the command check tells");
    }
    return exitCode(leftOut == 0);
  }

  /** Refuses a folder in which something else would be lost, or that is part of the archive. */
  private void checkFolder(Path place, Path site) {
    if (place.startsWith(root.path()) || root.path().startsWith(place)) {
      throw usageError(folder + " is not apart from the archive.");
    }
    try {
      if (!StaticSite.isFree(Files.isDirectory(site) ? site : place)) {
        throw usageError(folder + " holds something else: name a new folder, or an empty one.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + folder, e);
    }
  }

  private int publish(Library library, Path site) {
    String own = library.archive().profile().imprint().url();
    String living = (url == null ? own : url.toString()).replaceFirst("/+$", "");
    var settings =
        new ServerSettings(
            "127.0.0.1",
            0,
            url == null ? URI.create(root.address()) : url,
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
      Library part = library.publicPart();
      return new StaticSite(part, lastWork(part.catalogue()), server.address(), living, site)
          .write(isBag);
    }
  }

  /** When somebody did something in it last, so that the same archive is written alike. */
  private static Instant lastWork(Catalogue catalogue) {
    return catalogue.lastActive(1).stream()
        .flatMap(id -> catalogue.summary(id).flatMap(DocumentSummary::lastWork).stream())
        .findFirst()
        .orElse(Instant.EPOCH);
  }
}
