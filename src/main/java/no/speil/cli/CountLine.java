package no.speil.cli;

import java.util.Locale;
import no.speil.library.catalogue.Catalogue.ArchiveCounts;

/** What was found, in one line. */
final class CountLine {
  private CountLine() {}

  static String line(ArchiveCounts counts, long startNanos) {
    return String.format(
        Locale.ROOT,
        "%s, %s, %s (%.1f s)",
        amount(counts.documents(), "document"),
        amount(counts.sections(), "section"),
        amount(counts.problems(), "problem"),
        (System.nanoTime() - startNanos) / 1e9);
  }

  static String amount(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }
}
