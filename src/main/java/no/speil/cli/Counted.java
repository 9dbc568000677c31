package no.speil.cli;

import java.util.Locale;
import no.speil.library.Census;

/** What was found, in one line. */
final class Counted {
  private Counted() {}

  static String line(Census census, long startNanos) {
    return String.format(
        Locale.ROOT,
        "%s, %s, %s (%.1f s)",
        amount(census.documents(), "document"),
        amount(census.sections(), "section"),
        amount(census.problems(), "problem"),
        (System.nanoTime() - startNanos) / 1e9);
  }

  static String amount(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }
}
