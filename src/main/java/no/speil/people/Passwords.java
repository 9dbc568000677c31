package no.speil.people;

import com.password4j.Argon2Function;
import com.password4j.BadParametersException;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.speil.corpus.text.Normalization;
import no.speil.corpus.text.ResourceFile;

/** Hashes passwords by Argon2id (RFC 9106) and checks them. Each takes 19 MB while it is done. */
final class Passwords {
  static final int SHORTEST = 10;
  static final int LONGEST = 200;

  /** So many characters are left that nothing before them foretells. */
  private static final int FEWEST_SURPRISES = 6;

  private static final int SHORTEST_NAME = 3;
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** Rows of keys, and of the alphabet. */
  private static final String ROWS = "qwertyuiopå asdfghjkløæ zxcvbnm";

  /** What people of here, and the lists of leaked passwords, begin with. */
  private static final List<String> COMMON =
      ResourceFile.words(Passwords.class, "common-passwords.txt");

  private static final int SALT_BYTES = 16;
  private static final int MEMORY = 19_456;
  private static final int ROUNDS = 2;

  private final Argon2Function function;

  /** No known password hashes to this; it is checked so that a missing account takes as long. */
  private final String nobody;

  /** So that many attempts at once fill neither memory nor processors. */
  private final Semaphore room = new Semaphore(2, true);

  Passwords() {
    this(MEMORY, ROUNDS);
  }

  /** For tests, which take less memory (in KiB) and fewer rounds. */
  Passwords(int memory, int rounds) {
    this.function = Argon2Function.getInstance(memory, rounds, 1, 32, Argon2.ID);
    this.nobody =
        "$argon2id$v=19$m=%d,t=%d,p=1$c3BlaWw6IG5vIHBlcnNvbg$CzBVep/E6Q4zWH2ix+wRNluApcrvFDleg6jN8hc8YYY"
            .formatted(memory, rounds);
  }

  String hash(String password) {
    return withRoom(
        () ->
            Password.hash(Normalization.compose(password))
                .addRandomSalt(SALT_BYTES)
                .with(function)
                .getResult());
  }

  /**
   * Whether somebody who tries the likely ones first soon has it: what is left without names,
   * common words, repeats and rows such as 1234 is too little.
   *
   * @param names those of the person and of the archive
   */
  static boolean isGuessable(String password, List<String> names) {
    String left = plain(password);
    for (String word :
        Stream.concat(names.stream().flatMap(SPACE::splitAsStream), COMMON.stream()).toList()) {
      left = word.length() < SHORTEST_NAME ? left : left.replace(plain(word), "");
    }
    left = left.replaceAll("(.{1,20}?)\\1+", "$1");
    int surprises = 0;
    for (int i = 0; i < left.length(); i++) {
      boolean isRow = i > 1 && isRow(left.charAt(i - 2), left.charAt(i - 1), left.charAt(i));
      surprises += isRow ? 0 : 1;
    }
    return surprises < FEWEST_SURPRISES;
  }

  private static boolean isRow(char first, char second, char third) {
    int step = second - first;
    int keys = ROWS.indexOf(second) - ROWS.indexOf(first);
    return (Math.abs(step) == 1 && third - second == step)
        || (Math.abs(keys) == 1 && ROWS.indexOf(third) - ROWS.indexOf(second) == keys);
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
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
    String hash = isKnown ? stored : nobody;
    String composed = Normalization.compose(password); // a Mac may send letters and marks apart
    boolean matches =
        withRoom(
            () ->
                check(composed, hash)
                    || (!composed.equals(password) && check(password, hash))); // chosen as it came
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
