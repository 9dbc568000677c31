package no.speil.web.visitor;

import io.javalin.http.Context;
import no.speil.library.Actor;

/** Turns the sender of a write into the one who acts, or refuses. */
public final class Writers {
  private final Access access;
  private final Names names;

  public Writers(Access access, Names names) {
    this.access = access;
    this.names = names;
  }

  /**
   * Who writes; refuses those who may not.
   *
   * @param via {@code web} or {@code api}
   */
  public Actor actor(Context context, String via) {
    access.requireWriter(context);
    return new Actor(names.of(context), via);
  }
}
