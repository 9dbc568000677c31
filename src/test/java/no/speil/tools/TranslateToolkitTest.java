package no.speil.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.speil.NeedsPrograms;
import no.speil.Program;
import no.speil.exchange.unit.UnitFormat;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weblate and others read files by translate-toolkit; its commands find all that was exported. */
@NeedsPrograms({"pocount", "po2xliff", "pofilter"})
class TranslateToolkitTest {
  private static final Pattern FILLED = Pattern.compile("<target( [^>/]*)?>[^<]");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "nb-preservation", "udhr"})
  void pocountFindsEveryTextInPoAndInXliff1(String corpus) throws IOException {
    RoundTrip trip = RoundTrip.of(corpus);

    assertThat(counted(export(trip, UnitFormat.PO))).isEqualTo(trip.texts().size());
    assertThat(counted(export(trip, UnitFormat.XLIFF))).isEqualTo(trip.texts().size());
  }

  /** The messages in all files, from a table with a line for each. */
  private int counted(Path files) throws IOException {
    List<String> table = Program.run(folder, "pocount", "--csv", files.toString()).lines().toList();
    int header = -1;
    int sum = 0;
    int lines = 0;
    for (String line : table) {
      List<String> cells = List.of(line.split(","));
      if (cells.contains("Total Message")) {
        header = cells.indexOf("Total Message");
      } else if (header >= 0 && cells.size() > header) {
        sum += Integer.parseInt(cells.get(header).strip());
        lines++;
      }
    }
    assertThat(lines).isEqualTo(all(files).size());
    return sum;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nb-preservation", "udhr"})
  void po2xliffFindsEveryTranslation(String corpus) throws IOException {
    RoundTrip trip = RoundTrip.of(corpus);
    Path converted = folder.resolve("converted");

    Program.run(
        folder,
        "po2xliff",
        "--progress=none",
        "--input=" + export(trip, UnitFormat.PO),
        "--output=" + converted);

    long targets = 0;
    for (Path file : all(converted)) {
      targets += FILLED.matcher(Files.readString(file)).results().count();
    }
    long translated = trip.texts().stream().filter(unit -> unit.target() != null).count();
    assertThat(targets).isEqualTo(translated + all(converted).size()); // and the headers
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nb-preservation", "udhr"})
  void pofilterFindsNoTextThatTheFormatHasDamaged(String corpus) throws IOException {
    Path found = folder.resolve("found");

    Program.run(
        folder,
        "pofilter",
        "--progress=none",
        "--test=blank",
        "--test=escapes",
        "--test=tabs",
        "--test=validchars",
        "--input=" + export(RoundTrip.of(corpus), UnitFormat.PO),
        "--output=" + found);

    var messages = new ArrayList<String>();
    for (Path file : all(found)) {
      Files.readString(file)
          .lines()
          .filter(line -> line.startsWith("# (pofilter)"))
          .forEach(messages::add);
    }
    assertThat(messages).isEmpty();
  }

  private Path export(RoundTrip trip, UnitFormat format) {
    Path files = folder.resolve(format.code());
    trip.exportTranslated(format, files);
    return files;
  }

  private static List<Path> all(Path files) throws IOException {
    if (!Files.exists(files)) {
      return List.of(); // a program with nothing to write makes no folder
    }
    try (Stream<Path> walk = Files.walk(files)) {
      return walk.filter(Files::isRegularFile).toList();
    }
  }
}
