package no.speil.library;

import java.util.List;

/**
 * A series of letters of one form: most of what each says stands in all of them, and only the name,
 * and in some a paragraph, is its own.
 */
final class FormLetters {
  static final int LETTERS = 60;
  static final String FOLDER = "2021/";

  private static final List<String> NAMES =
      List.of(
          "Kari", "Ola", "Ingrid", "Per", "Anne", "Lars", "Marit", "Knut", "Liv", "Odd", "Solveig",
          "Tor");

  private FormLetters() {}

  /** The sixty letters of the series. */
  static void write(TestLibrary library) {
    for (int n = 1; n <= LETTERS; n++) {
      library.put("archive/" + name(n) + ".md", original(n));
      library.put("translations/" + name(n) + ".md", translation(n));
    }
  }

  /** The name of the document at that place of the series. */
  static String name(int place) {
    return FOLDER + "brev-%02d".formatted(place);
  }

  /** The letter to that person; each number is another person. */
  static String original(int person) {
    return """
        ---
        title: Brev til %1$s
        language: nb
        ---

        Kjære %1$s.

        Vi takker for søknaden og melder at den er innvilget av styret.
        %2$s
        Beløpet utbetales innen fjorten dager.

        Med vennlig hilsen styret
        """
        .formatted(
            person(person),
            person % 3 == 0
                ? "\nDet gjelder sak %d, som ble lagt fram av %s i vår.\n"
                    .formatted(100 + person, person(person + 7))
                : "");
  }

  static String translation(int person) {
    return """
        ---
        title: Letter to %1$s
        language: en
        ---

        Dear %1$s.

        Thank you for the application, which the board has granted.
        %2$s
        The amount will be paid within fourteen days.

        With kind regards, the board
        """
        .formatted(
            person(person),
            person % 3 == 0
                ? "\nIt concerns case %d, which was presented by %s this spring.\n"
                    .formatted(100 + person, person(person + 7))
                : "");
  }

  private static String person(int person) {
    return NAMES.get(person % NAMES.size())
        + " "
        + (char) ('A' + person / NAMES.size() % 26)
        + "stad";
  }
}
