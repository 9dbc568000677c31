package no.speil.corpus;

import java.util.Optional;
import java.util.stream.Stream;

/** What a person may do in an archive; each role may do all that the one before it may. */
public enum Role implements Coded {
  /** Reads and searches; nobody needs to sign in for that. */
  READER,
  /** Writes, marks and aligns translations, comments and suggests. */
  TRANSLATOR,
  /** Also reviews what others have translated, answers suggestions and settles reports. */
  REVIEWER,
  /** Also looks after people and problems, imports, and marks many sections at once. */
  KEEPER;

  /** The role of that code, in any case; empty if there is none. */
  public static Optional<Role> parse(String code) {
    return Stream.of(values()).filter(role -> role.code().equalsIgnoreCase(code)).findFirst();
  }

  /** Whether it may do what the other may. */
  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }
}
