package no.speil.cli;

import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import no.speil.archive.Archive;
import no.speil.archive.PrivateFile;
import no.speil.git.GitSettings;
import no.speil.git.GitSync;
import no.speil.library.Library;
import no.speil.library.search.ArchiveSearch;
import no.speil.markdown.render.MarkdownRenderer;
import no.speil.people.AccountName;
import no.speil.web.WebServer;
import no.speil.web.http.AdmissionControl;
import no.speil.web.http.Monitoring;
import no.speil.web.http.ServerSettings;
import no.speil.web.http.ServerSettings.AccessMode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the archive until the process is stopped. */
@Command(name = "serve")
final class ServeCommand extends ArchiveCommand {
  /**
   * The path may be below the top of the host; each part of it is plain, so that it is one only.
   */
  private static final Pattern SITE =
      Pattern.compile("https?://[^/?#@]+(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*+/?");

  private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\..*|\\[?::1]?");

  @Option(names = "--host", paramLabel = "H")
  private String host = "127.0.0.1";

  @Option(names = "--port", paramLabel = "N")
  private int port = 7070;

  @Option(names = "--public-url", paramLabel = "U")
  private @Nullable URI publicUrl;

  @Option(names = "--as", paramLabel = "NAME")
  private String as = AccountName.ofUser(System.getProperty("user.name", ""));

  @Option(names = "--translate-command", paramLabel = "COMMAND")
  private String translateCommand = "";

  @Mixin private MonitoringOptions watching = new MonitoringOptions();

  @Mixin private GitOptions git = new GitOptions();

  @ArgGroup(exclusive = false)
  private @Nullable SingleSignOn singleSignOn;

  /** A proxy that says who people are. */
  static final class SingleSignOn {
    @Option(names = "--user-header", paramLabel = "NAME", required = true)
    private String header = "";

    @Option(names = "--trusted-proxy", paramLabel = "ADDRESS", required = true)
    private InetAddress proxy = InetAddress.getLoopbackAddress();

    @Option(names = "--no-passwords")
    private boolean noPasswords;
  }

  @ArgGroup private Writing writing = new Writing();

  /** By whom something may be written; one rules out the other. */
  static final class Writing {
    @Option(names = "--read-only")
    private boolean readOnly;

    @Option(names = "--reports")
    private boolean reports;

    private AccessMode openness() {
      return readOnly ? AccessMode.READ_ONLY : reports ? AccessMode.REPORTS : AccessMode.KEEPER;
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > 65_535) {
      throw usageError("Invalid value for option '--port': " + port + " is no port");
    }
    checkPublicUrl();
    Monitoring monitoring = watching.monitoring();
    GitSettings gitSettings = git.settings(writing.readOnly);
    long start = System.nanoTime();
    AdmissionControl.prepareCarriers();
    Archive archive = writing.readOnly ? root.openReadOnly() : root.open();
    IndexLocation index = IndexLocation.of(archive);
    Library library = Library.of(archive, index.path(), Clock.systemUTC(), ProgressBar.on(err()));
    @Nullable GitSync sync =
        gitSettings == null ? null : GitOptions.sync(library, gitSettings, publicUrl);
    Runnable release =
        () -> {
          if (sync != null) {
            sync.close();
          }
          library.close();
          index.close();
        };
    WebServer server = start(library, monitoring, sync, release);
    library.start();
    if (sync != null) {
      sync.start();
    }
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  release.run();
                }));
    out().println("Speil is at " + server.address());
    if (!writing.readOnly && isInTheClear()) {
      err()
          .println(
              "Passwords and texts are sent unencrypted: put a server with HTTPS in front, and"
                  + " start with --public-url https://…");
    }
    if (!writing.readOnly) {
      URI reached = publicUrl == null ? server.address() : publicUrl;
      new PrivateFile(archive.root(), RootOption.ADDRESS).write(reached + "\n");
    }
    server.signInAddress().ifPresent(address -> out().println("Sign in as " + as + ": " + address));
    Thread.ofPlatform().daemon().name("dictionary").start(ArchiveSearch::prepare);
    if (library.sync().awaitReady(Duration.ofDays(1))) {
      out().println(line(library.counts(), start));
    }
    return SpeilCommand.STILL_RUNNING;
  }

  private void checkPublicUrl() {
    if (publicUrl == null) {
      return;
    }
    String address = publicUrl.toString();
    if (publicUrl.getHost() == null || !SITE.matcher(address).matches()) {
      throw usageError(
          "Invalid value for option '--public-url': "
              + publicUrl
              + " is no address of a site, such as https://archive.example.org or"
              + " https://example.org/archive");
    }
    publicUrl = URI.create(address.replaceFirst("/$", ""));
  }

  /** Whether people come from other machines without HTTPS. */
  private boolean isInTheClear() {
    return publicUrl == null
        ? !LOOPBACK.matcher(host).matches()
        : "http".equals(publicUrl.getScheme()) && !LOOPBACK.matcher(publicUrl.getHost()).matches();
  }

  private ServerSettings.@Nullable TrustedProxy trustedProxy() {
    return singleSignOn == null
        ? null
        : new ServerSettings.TrustedProxy(
            singleSignOn.header, singleSignOn.proxy, !singleSignOn.noPasswords);
  }

  private WebServer start(
      Library library, Monitoring monitoring, @Nullable GitSync sync, Runnable release) {
    try {
      return new WebServer(
              library,
              new MarkdownRenderer(),
              new ServerSettings(
                  host,
                  port,
                  publicUrl,
                  as,
                  writing.openness(),
                  trustedProxy(),
                  translateCommand.isBlank()
                      ? List.of()
                      : List.of("/bin/sh", "-c", "exec " + translateCommand)),
              monitoring,
              sync)
          .start();
    } catch (RuntimeException e) {
      release.run();
      throw e;
    }
  }
}
