package no.speil.people;

import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The names that people sign their work with. */
public final class AccountName {
  /** The most characters that a name has. */
  public static final int LONGEST = 60;

  private static final String PROGRAM = "speil";
  private static final Pattern HIDDEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  /** Apart, since making it reads much data, and most commands compare no names. */
  private static final class Looks {
    private static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();
  }

  private AccountName() {}

  /**
   * The name in composed form and without space around it.
   *
   * @throws NameRefusedException if it cannot stand in a record
   */
  public static String check(String name) {
    String composed = Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
    if (composed.isEmpty() || composed.codePointCount(0, composed.length()) > LONGEST) {
      throw new NameRefusedException("A name has from one to %d characters.".formatted(LONGEST));
    }
    if (HIDDEN.matcher(composed).find()) {
      throw new NameRefusedException("A name has no control characters.");
    }
    if (composed.equalsIgnoreCase(PROGRAM)) {
      throw new NameRefusedException("The name %s is the program's own.".formatted(composed));
    }
    return composed;
  }

  /**
   * The name of the user who runs the program, or {@code keeper} where nobody can sign with that
   * one, as with the user that the Debian package makes.
   */
  public static String ofUser(String user) {
    try {
      return check(user);
    } catch (NameRefusedException e) {
      return "keeper";
    }
  }

  /**
   * What a reader takes the name for (Unicode Technical Standard 39): two names that have one of
   * these in common look the same, in either case, in letters of another alphabet, with other
   * spaces.
   */
  static Set<String> looks(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s+", " ").strip();
    String lower = plain.toLowerCase(Locale.ROOT);
    return new LinkedHashSet<>(
        List.of(
            Looks.CHECKER.getSkeleton(lower),
            Looks.CHECKER.getSkeleton(plain).toLowerCase(Locale.ROOT)));
  }
}
