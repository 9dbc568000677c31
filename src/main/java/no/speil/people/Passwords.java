package no.speil.people;

import com.password4j.Argon2Function;
import com.password4j.BadParametersException;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Hashes passwords by Argon2id (RFC 9106) and checks them. Each takes 19 MB while it is done. */
final class Passwords {
  static final int SHORTEST = 10;
  static final int LONGEST = 200;

  private static final int SALT_BYTES = 16;
  private static final Argon2Function FUNCTION =
      Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

  /** No known password hashes to this; it is checked so that a missing account takes as long. */
  private static final String NOBODY =
      "$argon2id$v=19$m=19456,t=2,p=1$c3BlaWw6IG5vIHBlcnNvbg"
          + "$CzBVep/E6Q4zWH2ix+wRNluApcrvFDleg6jN8hc8YYY";

  /** So that many attempts at once fill neither memory nor processors. */
  private final Semaphore room = new Semaphore(2, true);

  String hash(String password) {
    return withRoom(
        () -> Password.hash(password).addRandomSalt(SALT_BYTES).with(FUNCTION).getResult());
  }

  /**
   * Whether it is the password; takes the same time if there is none.
   *
   * @param stored the hash in PHC form; empty if there is none
   */
  boolean matches(String password, String stored) {
    if (password.length() > LONGEST) {
      return false;
    }
    boolean isKnown = !stored.isEmpty();
    boolean matches = withRoom(() -> check(password, isKnown ? stored : NOBODY));
    return matches && isKnown;
  }

  private static boolean check(String password, String stored) {
    try {
      return Password.check(password, stored).with(Argon2Function.getInstanceFromHash(stored));
    } catch (BadParametersException e) {
      return false; // a hash that somebody has edited lets nobody in
    }
  }

  private <T> T withRoom(Supplier<T> work) {
    room.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      room.release();
    }
  }
}
