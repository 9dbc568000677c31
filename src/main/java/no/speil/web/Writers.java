package no.speil.web;

import io.javalin.http.Context;
import no.speil.library.Actor;

/** Turns the sender of a write into the one who acts, or refuses. */
final class Writers {
  private final Access access;
  private final Names names;

  Writers(Access access, Names names) {
    this.access = access;
    this.names = names;
  }

  /**
   * @param via {@code web} or {@code api}
   */
  Actor actor(Context context, String via) {
    access.requireWriter(context);
    return new Actor(names.of(context), via);
  }
}
