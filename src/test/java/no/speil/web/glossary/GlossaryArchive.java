package no.speil.web.glossary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small archive with a glossary. */
final class GlossaryArchive {
  static final String GLOSSARY =
      """
      # Ord\r
      digital samling\tdigital collection\tvedtatt\tmer\r
      \r
      åpen kilde\topen source
      styre\tboard
      styre\tgovernment
      zumbing\tzooming""";

  /** Words that go with one other always, in sentences that have little else in common. */
  private static final List<String> PLACES =
      List.of("Oslo", "Bergen", "Hamar", "Molde", "Narvik", "Halden", "Larvik", "Drammen");

  private GlossaryArchive() {}

  static void write(Path root) throws IOException {
    write(
        root.resolve("archive/ord.md"),
        """
        # Ord

        De digitale samlingene vokser.

        DIGITAL SAMLING kommer først her.

        En digital samling til.

        Hele samlingen er digital.

        Ennå en digital samling.

        Det finnes a\u030Apen kilde i huset.

        Styret møtes.

        Styret vedtok det.
        """);
    write(
        root.resolve("translations/ord.md"),
        """
        # Words

        The digital collections grow.

        A DIGITAL COLLECTION comes first here.

        One more electronic collection.

        The whole collection is digital.
        """);
    write(
        root.resolve("archive/mer.md"),
        """
        # Mer

        Det finnes a\u030Apen kilde i huset.

        Styret møtes.

        Styret vedtok det.

        Styret gikk.
        """);
    write(
        root.resolve("translations/mer.md"),
        """
        # More

        There is open source in the house.

        The boards meet.

        The government decided so.

        The committee left.
        """);
    var originals = new StringBuilder("# Steder\n");
    var translations = new StringBuilder("# Places\n");
    for (String place : PLACES) {
      originals.append("\nKjelleren i %s er lukket.\n".formatted(place));
      translations.append("\nThe basement in %s is closed.\n".formatted(place));
    }
    write(root.resolve("archive/steder.md"), originals.toString());
    write(root.resolve("translations/steder.md"), translations.toString());
    write(root.resolve("glossary.tsv"), GLOSSARY);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
