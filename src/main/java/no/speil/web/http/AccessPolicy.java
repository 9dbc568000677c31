package no.speil.web.http;

import io.javalin.http.Context;
import java.util.Optional;
import no.speil.corpus.Role;
import no.speil.library.actions.Actor;
import no.speil.library.documents.ActionRefusedException.ReadOnly;
import no.speil.library.documents.ActionRefusedException.RoleMissing;
import no.speil.people.AccountName;
import no.speil.people.NameRefusedException;
import no.speil.people.People;
import no.speil.people.Person;
import no.speil.record.ReportEvent;
import no.speil.web.http.ServerSettings.AccessMode;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what. Every route says which role it takes; this class refuses those who lack it. Who
 * somebody is, a secret says ({@link Authenticator}), and never from where a request comes.
 */
public final class AccessPolicy {
  private final ServerSettings settings;
  private final Authenticator authenticator;
  private final @Nullable People people;
  private final ReportLimits limits;

  /**
   * @param people null where the archive is served for reading only
   */
  public AccessPolicy(
      ServerSettings settings,
      Authenticator authenticator,
      @Nullable People people,
      ReportLimits limits) {
    this.settings = settings;
    this.authenticator = authenticator;
    this.people = people;
    this.limits = limits;
  }

  /** Who sends the request; empty for a reader. */
  public Optional<Person> person(Context context) {
    return authenticator.person(context);
  }

  /** Whether the sender may do what takes that role. */
  public boolean may(Context context, Role needed) {
    return needed == Role.READER
        || person(context).filter(each -> each.role().includes(needed)).isPresent();
  }

  /** Who sends the request; refuses readers who are not signed in. */
  public Person requirePerson(Context context) {
    if (people == null) {
      throw new ReadOnly();
    }
    return person(context).orElseThrow(NotSignedIn::new);
  }

  /** Refuses those who lack that role. */
  public void require(Context context, Role needed) {
    if (!may(context, needed)) {
      requirePerson(context);
      throw new RoleMissing(needed);
    }
  }

  /** Who writes, and by which way; refuses users who may not. */
  public Actor writer(Context context) {
    require(context, Role.TRANSLATOR);
    boolean isProgram = context.path().startsWith(context.contextPath() + "/api/");
    return actor(person(context).orElseThrow(), isProgram ? "api" : "web");
  }

  /** That person as one who acts. */
  public static Actor actor(Person person, String via) {
    return new Actor(person.name(), via, person.hasAccount() ? person.role() : null);
  }

  /** Whether the sender may report errors: writers always, others if the settings say so. */
  public boolean mayReport(Context context) {
    return othersMayReport() || may(context, Role.TRANSLATOR);
  }

  /** Whether users who may not write may report errors. */
  public boolean othersMayReport() {
    return settings.accessMode() == AccessMode.REPORTS && people != null;
  }

  /** Refuses users who may not report. */
  public void requireReporter(Context context) {
    if (!mayReport(context)) {
      throw new NotAReporter(people == null);
    }
  }

  /**
   * Who reports an error, under the given name. Counts against the rate limit of the address.
   *
   * @param via {@code web} or {@code api}
   * @throws NameRefusedException if it is no name, or that of somebody who has an account
   */
  public Actor reporter(Context context, String name, String via) {
    requireReporter(context);
    limits.take(
        ClientAddress.of(context)); // also for a name that is refused, so that none is tried out
    String signed = name.isBlank() ? ReportEvent.ANONYMOUS : AccountName.check(name);
    Optional<String> owner = people == null ? Optional.empty() : people.accountLike(signed);
    Optional<Person> person = person(context).filter(each -> each.name().equals(owner.orElse("")));
    if (owner.isPresent() && person.isEmpty()) {
      throw new NameRefusedException("That is the name of somebody who has an account here.");
    }
    return person.map(each -> actor(each, via)).orElseGet(() -> new Actor(signed, via));
  }

  /** One has to sign in first, or again. */
  public static final class NotSignedIn extends RequestException {
    NotSignedIn() {
      super("Sign in first: programs send Authorization: Bearer with a token.");
    }
  }

  /** The sender may not report errors. */
  public static final class NotAReporter extends RequestException {
    NotAReporter(boolean readOnly) {
      super(
          readOnly
              ? "No reports are taken, since nothing is written here."
              : "Reports are taken from everybody only where the server is started with"
                  + " --reports.");
    }
  }
}
