package no.speil.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.exchange.unit.UnitFormat;
import no.speil.tools.RoundTrip.Figures;
import no.speil.tools.TranslationComparison.Outcome;

/**
 * Counts what becomes of the texts of an archive that go out to translators' tools and come back.
 * Prints a table in Markdown: the archive of this folder and the corpora that are named.
 */
final class ExchangeFigures {
  private static final String HEAD =
      """
      | format | program | documents | texts out | read | filled | suggestions \
      | blocks back | of another kind or with other codes | codes kept | sections as in the real |
      |---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|""";

  private ExchangeFigures() {}

  /** A way out and back. */
  private record Way(UnitFormat format, String program, RoundTrip.Filler filler) {}

  private static final List<Way> WAYS =
      List.of(
          new Way(UnitFormat.XLF, "OmegaT 5.8", FillingPrograms::omegaT),
          new Way(UnitFormat.XLIFF, "OmegaT 5.8", FillingPrograms::omegaT),
          new Way(UnitFormat.XLIFF, "translate-toolkit", FillingPrograms::pretranslateXliff),
          new Way(UnitFormat.PO, "translate-toolkit", FillingPrograms::pretranslatePo),
          new Way(UnitFormat.PO, "gettext", FillingPrograms::msgfmt));

  /** Corpora; the archive of this folder is always measured. */
  public static void main(String[] args) throws IOException {
    print("");
    for (String corpus : args) {
      print(corpus);
    }
  }

  private static void print(String corpus) throws IOException {
    System.out.printf("%n## %s%n%n%s%n", corpus.isEmpty() ? "This archive" : corpus, HEAD);
    Path rounds = Files.createTempDirectory("speil-exchange");
    for (Way way : WAYS) {
      Figures figures = RoundTrip.of(corpus).run(way.format(), rounds, way.filler());
      System.out.println(row(way, figures));
    }
    Path folder = Files.createTempDirectory("speil-exchange");
    List<MemoryFile> files = MemoryFile.exportAll(RoundTrip.of(corpus).archive(), folder);
    int units = files.stream().mapToInt(file -> file.units().size()).sum();
    int read = files.stream().mapToInt(file -> TmxReadersTest.okapi(file).size()).sum();
    System.out.printf(
        "| tmx | Okapi's filter | %d | %d | %d | | | | | | |%n", files.size(), units, read);
  }

  private static String row(Way way, Figures figures) {
    int sections = figures.outcomes().values().stream().mapToInt(Integer::intValue).sum();
    return Stream.of(
            way.format().code(),
            way.program(),
            figures.documents(),
            figures.exported(),
            figures.read(),
            figures.filled(),
            figures.suggested(),
            figures.blocks(),
            figures.broken().size(),
            figures.codes(),
            figures.count(Outcome.SAME) + " of " + sections)
        .map(String::valueOf)
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
