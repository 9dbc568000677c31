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

  /** Who writes, and by which way; refuses users who may not. */
  public Actor actor(Context context) {
    access.require(context, Role.TRANSLATOR);
    boolean isProgram = context.path().startsWith(context.contextPath() + "/api/");
    return actor(access.person(context).orElseThrow(), isProgram ? "api" : "web");
  }

  /**
   * Who sends a text that was typed in a form.
   *
   * @throws RequestException.OtherWriter if somebody else was signed in when it was begun
   */
  public Actor actor(Context context, FormData form) {
    Actor actor = actor(context);
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
