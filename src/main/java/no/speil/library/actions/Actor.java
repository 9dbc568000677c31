package no.speil.library.actions;

/**
 * Who acts, and through what.
 *
 * @param via {@code web}, {@code api} or {@code cli}
 */
public record Actor(String name, String via) {
  /**
   * @throws IllegalArgumentException if the name is blank
   */
  public Actor {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an actor has a name");
    }
  }
}
