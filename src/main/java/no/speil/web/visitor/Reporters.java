package no.speil.web.visitor;

import io.javalin.http.Context;
import no.speil.library.Actor;
import no.speil.tracking.Report;

/** Turns whoever reports an error into the one who signs it, or refuses. */
public final class Reporters {
  private final Access access;
  private final Names names;
  private final Allowance allowance;

  public Reporters(Access access, Names names, Allowance allowance) {
    this.access = access;
    this.names = names;
    this.allowance = allowance;
  }

  /** Passes those who may report. */
  public void require(Context context) {
    access.requireReporter(context);
  }

  /** The name to offer: under which one writes who may; else none. */
  public String offered(Context context) {
    return access.obstacle(context).isEmpty() ? names.shown(context) : "";
  }

  /**
   * Who reports, under the name that they give; takes one of the reports that their address may
   * send.
   *
   * @param via {@code web} or {@code api}
   */
  public Actor actor(Context context, String name, String via) {
    access.requireReporter(context);
    String signed = name.isBlank() ? Report.NAMELESS : Names.check(name);
    allowance.take(Sender.of(context));
    return new Actor(signed, via);
  }
}
