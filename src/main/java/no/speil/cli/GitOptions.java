package no.speil.cli;

import static no.speil.cli.ArchiveCommand.secret;
import static no.speil.cli.ArchiveCommand.wrong;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import no.speil.archive.Archive;
import no.speil.git.GitSettings;
import no.speil.git.GitSync;
import no.speil.library.Library;
import no.speil.people.Account;
import no.speil.people.People;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whether and how the archive is kept in git while it is served. */
final class GitOptions {
  private static final String SECRET = "--git-hook-secret-file";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--git", paramLabel = "BOOL", arity = "0..1", fallbackValue = "true")
  private boolean git;

  @Option(names = "--git-fetch", paramLabel = "SECONDS", defaultValue = "60")
  private int fetch;

  @Option(names = "--git-pause", paramLabel = "SECONDS", defaultValue = "300")
  private int pause;

  @Option(names = "--git-branch", paramLabel = "NAME")
  private @Nullable String branch;

  @Option(names = SECRET, paramLabel = "FILE")
  private @Nullable Path secretFile;

  /** How; null where the archive is not kept in git. */
  @Nullable GitSettings settings(boolean readOnly) {
    if (!git) {
      if (branch != null || secretFile != null) {
        throw wrong(spec, branch == null ? SECRET : "--git-branch", "it needs --git");
      }
      return null;
    }
    if (readOnly) {
      throw wrong(
          spec, "--git", "a server that writes nothing has nothing to commit (--read-only)");
    }
    if (fetch < 1 || pause < 0) {
      throw wrong(
          spec, fetch < 1 ? "--git-fetch" : "--git-pause", "so many seconds are impossible");
    }
    if (branch != null && !branch.matches("[^-\\s~^:?*\\[\\\\\\p{C}.][^\\s~^:?*\\[\\\\\\p{C}]*")) {
      throw wrong(spec, "--git-branch", branch + " is no name of a branch");
    }
    String secret = secret(spec, SECRET, secretFile);
    return new GitSettings(Duration.ofSeconds(fetch), Duration.ofSeconds(pause), branch, secret);
  }

  /** Not started yet. */
  static GitSync sync(Library library, GitSettings settings, @Nullable URI publicUrl) {
    Archive archive = library.archive();
    People people = People.of(archive.root(), Clock.systemUTC());
    String own = archive.profile().imprint().url();
    URI site = publicUrl != null || own.isEmpty() ? publicUrl : URI.create(own);
    String host = site == null || site.getHost() == null ? "localhost" : site.getHost();
    return new GitSync(library, settings, Clock.systemUTC(), name -> address(people, name, host));
  }

  private static String address(People people, String name, String host) {
    return people
        .find(name)
        .map(Account::email)
        .filter(email -> !email.isEmpty())
        .orElseGet(() -> name.strip().replaceAll("[\\s@<>]+", ".") + "@" + host);
  }
}
