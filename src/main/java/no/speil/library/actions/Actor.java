package no.speil.library.actions;

import no.speil.corpus.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, and through what.
 *
 * @param via {@code web}, {@code api} or {@code cli}
 * @param role of their account; null where nobody has an account, and one person does everything
 */
public record Actor(String name, String via, @Nullable Role role) {
  /**
   * @throws IllegalArgumentException if the name is blank
   */
  public Actor {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an actor has a name");
    }
  }

  /** Somebody without an account. */
  public Actor(String name, String via) {
    this(name, via, null);
  }

  /** Whether a program acts in their name. */
  public boolean isProgram() {
    return via.equals("api");
  }

  /** Whether they may do what takes that role. */
  public boolean may(Role needed) {
    return role == null || role.includes(needed);
  }
}
