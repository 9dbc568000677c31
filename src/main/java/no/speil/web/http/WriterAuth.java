package no.speil.web.http;

import io.javalin.http.Context;
import no.speil.library.actions.Actor;

/** Says who writes, or refuses. */
public final class WriterAuth {
  private final AccessPolicy access;
  private final UserNames names;

  public WriterAuth(AccessPolicy access, UserNames names) {
    this.access = access;
    this.names = names;
  }

  /**
   * Who writes; refuses users who may not.
   *
   * @param via {@code web} or {@code api}
   */
  public Actor actor(Context context, String via) {
    access.requireWriter(context);
    return new Actor(names.of(context), via);
  }
}
