package no.speil.web.http;

import io.javalin.http.Context;
import java.util.Optional;
import no.speil.library.actions.Actor;
import no.speil.people.AccountName;
import no.speil.people.NameRefusedException;
import no.speil.people.People;
import no.speil.people.Person;
import no.speil.record.ReportEvent;
import org.jspecify.annotations.Nullable;

/** Says who reports an error, or refuses. */
public final class ReporterAuth {
  private final AccessPolicy access;
  private final @Nullable People people;
  private final ReportLimits limits;

  /**
   * @param people null where the archive is served for reading only
   */
  public ReporterAuth(AccessPolicy access, @Nullable People people, ReportLimits limits) {
    this.access = access;
    this.people = people;
    this.limits = limits;
  }

  /** Refuses users who may not report. */
  public void require(Context context) {
    access.requireReporter(context);
  }

  /** The name to suggest in the form: that of somebody signed in; empty for others. */
  public String offered(Context context) {
    return access.person(context).map(Person::name).orElse("");
  }

  /**
   * Who reports, under the given name. Counts against the rate limit of the address.
   *
   * @param via {@code web} or {@code api}
   * @throws NameRefusedException if it is no name, or that of somebody who has an account
   */
  public Actor actor(Context context, String name, String via) {
    access.requireReporter(context);
    limits.take(
        ClientAddress.of(context)); // also for a name that is refused, so that none is tried out
    String signed = name.isBlank() ? ReportEvent.ANONYMOUS : AccountName.check(name);
    Optional<String> owner = people == null ? Optional.empty() : people.accountLike(signed);
    Optional<Person> person =
        access.person(context).filter(each -> each.name().equals(owner.orElse("")));
    if (owner.isPresent() && person.isEmpty()) {
      throw new NameRefusedException("That is the name of somebody who has an account here.");
    }
    return person.map(each -> WriterAuth.actor(each, via)).orElseGet(() -> new Actor(signed, via));
  }
}
