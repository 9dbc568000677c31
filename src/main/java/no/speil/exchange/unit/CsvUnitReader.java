package no.speil.exchange.unit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.State;
import no.speil.exchange.CsvWriter;
import no.speil.exchange.unit.ImportedUnit.Plain;
import no.speil.exchange.unit.UnreadableFileException.Reason;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * Reads a spreadsheet that was exported as CSV, with commas, semicolons or tabs between cells, by
 * the names in its first line.
 */
final class CsvUnitReader implements UnitReader {
  @Override
  public List<ImportedUnit> read(InputStream in) throws IOException, UnreadableFileException {
    String text = text(in);
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter(text))
            .setHeader()
            .setSkipHeaderRecord(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
            .get();
    var units = new ArrayList<ImportedUnit>();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      List<String> names = parser.getHeaderNames();
      if (!names.containsAll(List.of("section", "original", "translation"))) {
        throw new UnreadableFileException(Reason.NOT_THIS_FORMAT, 1, "");
      }
      for (CSVRecord row : parser) {
        if (row.isConsistent()) {
          units.add(unit(row));
        } else {
          throw new UnreadableFileException(
              Reason.DAMAGED, (int) parser.getCurrentLineNumber(), "");
        }
      }
    } catch (UncheckedIOException | IllegalArgumentException e) {
      throw new UnreadableFileException(Reason.DAMAGED, 0, String.valueOf(e.getMessage()));
    }
    return units;
  }

  private static ImportedUnit unit(CSVRecord row) {
    String translation = CsvWriter.unguarded(row.get("translation"));
    return new ImportedUnit(
        row.get("section"),
        new Plain(CsvWriter.unguarded(row.get("original")), false),
        translation.isBlank() ? null : new Plain(translation, false),
        row.isMapped("state") ? State.parse(row.get("state")).orElse(null) : null,
        "",
        null,
        true);
  }

  private static String text(InputStream in) throws IOException, UnreadableFileException {
    var reader =
        new InputStreamReader(in, UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT));
    var writer = new StringWriter();
    try {
      reader.transferTo(writer);
    } catch (CharacterCodingException e) {
      throw new UnreadableFileException(Reason.ENCODING, 0, "");
    }
    String text = writer.toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The mark that stands most often in the first line; Norwegian spreadsheets write semicolons. */
  private static char delimiter(String text) {
    String first = text.lines().findFirst().orElse("");
    char most = ',';
    for (char each : new char[] {';', '\t'}) {
      if (count(first, each) > count(first, most)) {
        most = each;
      }
    }
    return most;
  }

  private static long count(String line, char mark) {
    return line.chars().filter(c -> c == mark).count();
  }
}
