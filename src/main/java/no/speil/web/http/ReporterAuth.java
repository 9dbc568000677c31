package no.speil.web.http;

import io.javalin.http.Context;
import no.speil.library.actions.Actor;
import no.speil.record.ReportEvent;

/** Says who reports an error, or refuses. */
public final class ReporterAuth {
  private final AccessPolicy access;
  private final UserNames names;
  private final RateLimiter rateLimiter;

  public ReporterAuth(AccessPolicy access, UserNames names, RateLimiter rateLimiter) {
    this.access = access;
    this.names = names;
    this.rateLimiter = rateLimiter;
  }

  /** Refuses users who may not report. */
  public void require(Context context) {
    access.requireReporter(context);
  }

  /** The name to suggest in the form: a writer's name; empty for others. */
  public String offered(Context context) {
    return access.obstacle(context).isEmpty() ? names.shown(context) : "";
  }

  /**
   * Who reports, under the given name. Counts against the rate limit of the address.
   *
   * @param via {@code web} or {@code api}
   */
  public Actor actor(Context context, String name, String via) {
    access.requireReporter(context);
    String signed = name.isBlank() ? ReportEvent.ANONYMOUS : UserNames.check(name);
    rateLimiter.take(ClientAddress.of(context));
    return new Actor(signed, via);
  }
}
