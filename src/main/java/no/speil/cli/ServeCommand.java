package no.speil.cli;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
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
import no.speil.web.http.ServerSettings.Oidc;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Serves the archive until the process is stopped. */
@Command(name = "serve")
class ServeCommand extends ArchiveCommand {
  /**
   * The path may be below the top of the host; each part of it is plain, so that it is one only.
   */
  private static final Pattern SITE =
      Pattern.compile("https?://[^/?#@]+(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*+/?");

  /** What a machine may be called, be it known now or not: its last part is no number. */
  private static final Pattern MACHINE = Pattern.compile("[^:/\\s]*\\p{L}[^:./\\s]*\\.?|.*%.*");

  private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\..*|\\[?::1]?");

  private static final String PROXY_SECRET = "--proxy-secret-file";

  @Option(names = "--host", paramLabel = "H")
  String host = "127.0.0.1";

  @Option(names = "--port", paramLabel = "N")
  int port = 7070;

  @Option(names = "--public-url", paramLabel = "U")
  @Nullable URI publicUrl;

  @Option(names = "--as", paramLabel = "NAME")
  private String as = AccountName.ofUser(System.getProperty("user.name", ""));

  @Option(names = "--translate-command", paramLabel = "COMMAND")
  private String translateCommand = "";

  @Option(names = "--watch-folder", paramLabel = "DIR")
  private @Nullable Path watchedFolder;

  @Mixin private MonitoringOptions watching = new MonitoringOptions();

  @Mixin GitOptions git = new GitOptions();

  @Mixin private OidcOptions oidc = new OidcOptions();

  @Mixin private NoticeOptions notices = new NoticeOptions();

  @Option(names = "--user-header", paramLabel = "NAME")
  private @Nullable String userHeader;

  @Option(names = "--trusted-proxy", paramLabel = "ADDRESS")
  private @Nullable InetAddress proxy;

  @Option(names = PROXY_SECRET, paramLabel = "FILE")
  private @Nullable Path proxySecretFile;

  @Option(names = "--no-passwords", paramLabel = "BOOL", arity = "0..1", fallbackValue = "true")
  private boolean noPasswords;

  @Option(names = "--read-only", paramLabel = "BOOL", arity = "0..1", fallbackValue = "true")
  boolean readOnly;

  @Option(names = "--reports", paramLabel = "BOOL", arity = "0..1", fallbackValue = "true")
  private boolean reports;

  @Override
  public Integer call() throws InterruptedException {
    checkAddresses();
    ServerSettings settings = settings();
    Monitoring monitoring = watching.monitoring();
    GitSettings gitSettings = git.settings(readOnly);
    long start = System.nanoTime();
    AdmissionControl.prepareCarriers();
    Archive archive = readOnly ? root.openReadOnly() : root.open();
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
    WebServer server;
    try {
      server = new WebServer(library, new MarkdownRenderer(), settings, monitoring, sync).start();
    } catch (RuntimeException e) {
      release.run();
      throw e;
    }
    library.start();
    if (sync != null) {
      sync.start();
    }
    if (watchedFolder != null) {
      library.watch(watchedFolder.toAbsolutePath().normalize());
    }
    var systemd = new SystemdNotifier(System.getenv(), server.address());
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  systemd.stop();
                  server.close();
                  release.run();
                }));
    out().println("Speil is at " + server.address());
    if (!readOnly && isInTheClear()) {
      err()
          .println(
              "Passwords and texts are sent unencrypted: put a server with HTTPS in front, and"
                  + " start with --public-url https://…");
    }
    URI reached = publicUrl == null ? server.address() : publicUrl;
    if (!readOnly) {
      new PrivateFile(archive.root(), RootOption.ADDRESS).write(reached + "\n");
    }
    server
        .signInAddress()
        .map(URI::getRawQuery)
        .ifPresent(query -> out().printf("Sign in as %s: %s/sign-in?%s%n", as, reached, query));
    systemd.start();
    Thread.ofPlatform().daemon().name("dictionary").start(ArchiveSearch::prepare);
    if (library.sync().awaitReady(Duration.ofDays(1))) {
      out().println(line(library.counts(), start));
    }
    return SpeilCommand.STILL_RUNNING;
  }

  /** Refuses addresses that can never do, whatever else is set. */
  void checkAddresses() {
    requirePort(0);
    checkPublicUrl();
    if (!MACHINE.matcher(host).matches()) {
      try {
        InetAddress.getByName(host);
      } catch (UnknownHostException e) {
        throw wrong(spec, "--host", host + " is neither an address nor the name of a machine");
      }
    }
  }

  void requirePort(int least) {
    if (port < least || port > 65_535) {
      throw wrong(spec, "--port", port + " is no port");
    }
  }

  void checkPublicUrl() {
    publicUrl = publicUrl == null ? null : site(spec, "--public-url", publicUrl);
  }

  /** The address of a site, without a slash at its end; refuses what is none. */
  static URI site(CommandSpec spec, String option, URI url) {
    String address = url.toString();
    if (url.getHost() == null || !SITE.matcher(address).matches()) {
      String why =
          " is no address of a site, such as https://archive.example.org or"
              + " https://example.org/archive";
      throw wrong(spec, option, address + why);
    }
    return URI.create(address.replaceFirst("/$", ""));
  }

  private void checkWatchedFolder() {
    if (watchedFolder == null) {
      return;
    }
    if (readOnly) {
      throw wrong(spec, "--watch-folder", "a server that writes nothing imports nothing");
    }
    Path folder = watchedFolder.toAbsolutePath().normalize();
    if (folder.startsWith(root.path()) || root.path().startsWith(folder)) {
      throw wrong(spec, "--watch-folder", folder + " is not apart from the archive");
    }
  }

  /** Whether people come from other machines without HTTPS. */
  private boolean isInTheClear() {
    return publicUrl == null
        ? !isLoopback(host)
        : "http".equals(publicUrl.getScheme()) && !isLoopback(publicUrl.getHost());
  }

  static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host).matches();
  }

  /** Refuses what does not go together; reads the files of secrets. */
  ServerSettings settings() {
    checkWatchedFolder();
    Oidc organization = oidc.settings(readOnly, !noPasswords);
    if ((userHeader == null) != (proxy == null)) {
      throw usageError("--user-header needs --trusted-proxy, and the other way round");
    }
    if (proxySecretFile != null && proxy == null) {
      throw usageError(PROXY_SECRET + " needs --user-header and --trusted-proxy");
    }
    if (noPasswords && proxy == null && organization == null) {
      throw usageError("--no-passwords needs --user-header or --oidc-issuer");
    }
    if (readOnly && reports) {
      throw wrong(spec, "--reports", "a server that writes nothing takes none (--read-only)");
    }
    return new ServerSettings(
        host,
        port,
        publicUrl,
        as,
        readOnly ? AccessMode.READ_ONLY : reports ? AccessMode.REPORTS : AccessMode.KEEPER,
        userHeader == null || proxy == null
            ? null
            : new ServerSettings.TrustedProxy(
                userHeader, proxy, secret(spec, PROXY_SECRET, proxySecretFile), !noPasswords),
        translateCommand.isBlank()
            ? List.of()
            : List.of("/bin/sh", "-c", "exec " + translateCommand),
        organization,
        notices.mailServer(publicUrl, readOnly),
        notices.webhook(readOnly),
        Settings.of(spec));
  }
}
