package no.speil.cli;

import static no.speil.cli.ArchiveCommand.secret;
import static no.speil.cli.ArchiveCommand.wrong;

import java.net.URI;
import java.nio.file.Path;
import no.speil.delivery.MailServer;
import no.speil.delivery.Webhook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How people are told of things when they are not here. */
final class NoticeOptions {
  private static final String SERVER = "--mail-server";
  private static final String FROM = "--mail-from";
  private static final String PASSWORD = "--mail-password-file";
  private static final String WEBHOOK = "--webhook";
  private static final String SECRET = "--webhook-secret-file";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(names = SERVER, paramLabel = "URL")
  private @Nullable URI server;

  @Option(names = FROM, paramLabel = "ADDRESS")
  private @Nullable String from;

  @Option(names = PASSWORD, paramLabel = "FILE")
  private @Nullable Path passwordFile;

  @Option(names = WEBHOOK, paramLabel = "URL")
  private @Nullable URI webhook;

  @Option(names = SECRET, paramLabel = "FILE")
  private @Nullable Path secretFile;

  /** The server that takes mail; null where none is sent. */
  @Nullable MailServer mailServer(@Nullable URI publicUrl, boolean readOnly) {
    if (server == null || from == null) {
      if (server != null || from != null || passwordFile != null) {
        throw wrong(spec, SERVER, "it needs --mail-from, and the other way round");
      }
      return null;
    }
    if (readOnly || publicUrl == null) {
      String why = readOnly ? "nobody has an account here" : "links in mail need --public-url";
      throw wrong(spec, SERVER, why);
    }
    String scheme = String.valueOf(server.getScheme());
    boolean isPlain =
        server.getHost() != null && !String.valueOf(server.getUserInfo()).contains(":");
    if (!scheme.matches("smtps?") || !isPlain || !server.getPath().isEmpty()) {
      String why = " is not like smtps://name@mail.example.org:465 or smtp://mail.example.org:587";
      throw wrong(spec, SERVER, server + why);
    }
    if ((server.getUserInfo() == null) != (passwordFile == null)) {
      throw wrong(spec, PASSWORD, "it goes with a name in --mail-server");
    }
    try {
      boolean isLocal = ServeCommand.isLoopback(server.getHost());
      return new MailServer(server, isLocal, secret(spec, PASSWORD, passwordFile), from);
    } catch (IllegalArgumentException e) {
      throw wrong(spec, FROM, String.valueOf(e.getMessage()));
    }
  }

  /** What is told of notices, too; null where nothing is. */
  @Nullable Webhook webhook(boolean readOnly) {
    String secret = secret(spec, SECRET, secretFile);
    if (webhook == null && secret == null) {
      return null;
    }
    if (webhook == null || secret == null) {
      throw wrong(spec, WEBHOOK, "it needs --webhook-secret-file, and the other way round");
    }
    if (readOnly || webhook.getHost() == null || !isSafe(webhook)) {
      String why = readOnly ? "nobody has an account here" : " does not begin with https://";
      throw wrong(spec, WEBHOOK, readOnly ? why : webhook + why);
    }
    return new Webhook(webhook, secret);
  }

  private static boolean isSafe(URI address) {
    return "https".equals(address.getScheme())
        || ("http".equals(address.getScheme()) && ServeCommand.isLoopback(address.getHost()));
  }
}
