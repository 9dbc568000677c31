package no.speil.web.http;

import io.javalin.http.Context;
import no.speil.corpus.Role;
import no.speil.library.actions.Actor;
import no.speil.people.Person;

/** Says who writes, or refuses. */
public final class WriterAuth {
  /** The field of a form that says who was signed in when its text was begun. */
  public static final String WRITER = "writer";

  private final AccessPolicy access;

  public WriterAuth(AccessPolicy access) {
    this.access = access;
  }

  /**
   * Who writes; refuses users who may not.
   *
   * @param via {@code web} or {@code api}
   */
  public Actor actor(Context context, String via) {
    access.require(context, Role.TRANSLATOR);
    return actor(access.person(context).orElseThrow(), via);
  }

  /**
   * Who sends a text that was typed in a form.
   *
   * @throws RequestException.OtherWriter if somebody else was signed in when it was begun
   */
  public Actor actor(Context context, FormData form) {
    Actor actor = actor(context, "web");
    String writer = form.get(WRITER);
    if (!writer.isEmpty() && !writer.equals(actor.name())) {
      throw new RequestException.OtherWriter(writer);
    }
    return actor;
  }

  /** That person as one who acts. */
  public static Actor actor(Person person, String via) {
    return new Actor(person.name(), via, person.hasAccount() ? person.role() : null);
  }
}
