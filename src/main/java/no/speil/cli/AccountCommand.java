package no.speil.cli;

import static no.speil.cli.ArchiveCommand.wrong;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import no.speil.corpus.Role;
import no.speil.people.Account;
import no.speil.people.Account.AccessToken;
import no.speil.people.Account.Invitation;
import no.speil.people.People;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks after the accounts; a server that runs beside it knows of every change at once. */
@Command(name = "account")
final class AccountCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which of its commands?");
  }

  @Command(name = "add", mixinStandardHelpOptions = true)
  void add(
      @Mixin RootOption root,
      @Parameters(paramLabel = "NAME", descriptionKey = "name") String name,
      @Option(names = "--role", required = true, paramLabel = "ROLE") Role role,
      @Mixin LinkOption link) {
    People people = root.people();
    print(name, link.to(people.add(name, role), root));
  }

  @Command(name = "invite", mixinStandardHelpOptions = true)
  void invite(
      @Mixin RootOption root,
      @Parameters(paramLabel = "NAME") String name,
      @Mixin LinkOption link) {
    print(name, link.to(root.people().invite(name), root));
  }

  private void print(String name, URI link) {
    out().printf("Send this link to %s; it works once, for seven days: %s%n", name, link);
  }

  @Command(name = "list", mixinStandardHelpOptions = true)
  void list(@Mixin RootOption root) {
    People people = root.people();
    CheckReport.lines(people.problems()).forEach(spec.commandLine().getErr()::println);
    if (people.accounts().isEmpty()) {
      out().println("Nobody has an account yet.");
    }
    for (Account account : people.accounts()) {
      out()
          .printf(
              "%-24s %-12s %s%n", account.name(), account.role().code(), state(people, account));
    }
  }

  private static String state(People people, Account account) {
    Instant disabled = account.disabled();
    Invitation invitation = account.invitation();
    if (disabled != null) {
      return "disabled " + minute(disabled);
    }
    String seen =
        people.sessions().seen(account.name()).map(at -> "last here " + minute(at)).orElse("");
    return invitation == null
        ? seen
        : (seen + " invited until " + minute(invitation.until())).strip();
  }

  private static String minute(Instant at) {
    return at.truncatedTo(ChronoUnit.MINUTES).toString();
  }

  @Command(name = "role", mixinStandardHelpOptions = true)
  void role(
      @Mixin RootOption root,
      @Parameters(paramLabel = "NAME") String name,
      @Parameters(paramLabel = "ROLE") Role role) {
    root.people().changeRole(name, role);
  }

  @Command(name = "email", mixinStandardHelpOptions = true)
  void email(
      @Mixin RootOption root,
      @Parameters(paramLabel = "NAME") String name,
      @Parameters(paramLabel = "ADDRESS", arity = "0..1", defaultValue = "") String address) {
    root.people().changeEmail(name, address);
  }

  @Command(name = "disable", mixinStandardHelpOptions = true)
  void disable(@Mixin RootOption root, @Parameters(paramLabel = "NAME") String name) {
    root.people().disable(name);
  }

  @Command(name = "enable", mixinStandardHelpOptions = true)
  void enable(@Mixin RootOption root, @Parameters(paramLabel = "NAME") String name) {
    root.people().enable(name);
  }

  @Command(name = "token", mixinStandardHelpOptions = true)
  void token(
      @Mixin RootOption root,
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--label", paramLabel = "TEXT") String label,
      @Option(names = "--days", paramLabel = "N", defaultValue = "365") int days) {
    long longest = AccessToken.LONGEST.toDays();
    if (days < 1 || days > longest) {
      throw wrong(spec, "--days", "from 1 to " + longest);
    }
    String called = label == null ? "command line" : label;
    out().println(root.people().addToken(name, called, Duration.ofDays(days)));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** At which address people reach the server. */
  static final class LinkOption {
    @Option(names = "--public-url", paramLabel = "U")
    private @Nullable URI publicUrl;

    private URI to(String secret, RootOption root) {
      URI given = publicUrl;
      String base = (given == null ? root.address() : given.toString()).replaceFirst("/$", "");
      return URI.create(base + "/invitation?token=" + secret);
    }
  }
}
