package no.speil.exchange.term;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.speil.corpus.Language;
import no.speil.exchange.unit.UnreadableFileException;
import no.speil.exchange.unit.UnreadableFileException.Reason;
import no.speil.lexicon.GlossaryEntry;

/**
 * Reads a table (RFC 4180) whose columns are parted by what its first line has most of. The first
 * row may name the languages; else the columns are Norwegian, English and a note.
 */
final class TermTableReader {
  private static final Set<String> NORWEGIAN = Set.of("norsk", "bokmål", "nynorsk", "norwegian");
  private static final Set<String> ENGLISH = Set.of("engelsk", "english");
  private static final Set<String> NOTE =
      Set.of("note", "merknad", "kommentar", "comment", "definisjon", "definition");

  private static final CsvMapper CSV =
      CsvMapper.builder()
          .enable(
              CsvParser.Feature.WRAP_AS_ARRAY,
              CsvParser.Feature.TRIM_SPACES,
              CsvParser.Feature.SKIP_EMPTY_LINES)
          .build();

  private final String text;
  private final char between;

  TermTableReader(String text) {
    this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    String first = this.text.lines().filter(each -> !each.isBlank()).findFirst().orElse("");
    this.between =
        Stream.of('\t', ';', ',')
            .max(Comparator.comparingLong(sign -> first.chars().filter(c -> c == sign).count()))
            .orElseThrow();
  }

  private record Row(int line, List<String> cells) {
    String cell(int column) {
      return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }

    int column(Predicate<String> wanted) {
      return cells.stream().filter(wanted).findFirst().map(cells::indexOf).orElse(-1);
    }
  }

  TermFile read() throws UnreadableFileException {
    List<Row> rows = rows();
    Row head = rows.isEmpty() ? new Row(0, List.of()) : rows.getFirst();
    int no = head.column(cell -> Language.of(cell).isNorwegian() || is(NORWEGIAN, cell));
    int en = head.column(cell -> Language.of(cell).isEnglish() || is(ENGLISH, cell));
    boolean hasHead = no >= 0 && en >= 0;
    int norwegian = hasHead ? no : 0;
    int english = hasHead ? en : 1;
    int note = hasHead ? head.column(cell -> is(NOTE, cell)) : 2;
    var terms = new ArrayList<GlossaryEntry>();
    var passed = new ArrayList<Integer>();
    for (Row row : rows.subList(hasHead ? 1 : 0, rows.size())) {
      if (row.cell(norwegian).isEmpty() || row.cell(english).isEmpty()) {
        passed.add(row.line());
      } else {
        terms.add(
            new GlossaryEntry(row.line(), row.cell(norwegian), row.cell(english), row.cell(note)));
      }
    }
    return new TermFile(terms, passed);
  }

  private static boolean is(Set<String> names, String cell) {
    return names.contains(cell.toLowerCase(Locale.ROOT));
  }

  /** The rows that have a word, each with the line that it begins at. */
  private List<Row> rows() throws UnreadableFileException {
    var rows = new ArrayList<Row>();
    int line = 1;
    ObjectReader reader =
        CSV.readerFor(String[].class).with(CsvSchema.emptySchema().withColumnSeparator(between));
    try (MappingIterator<String[]> read = reader.readValues(text)) {
      while (read.hasNextValue()) {
        line = read.getCurrentLocation().getLineNr();
        List<String> cells =
            Stream.of(read.nextValue()).map(cell -> cell.strip().replaceAll("\\s+", " ")).toList();
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
          rows.add(new Row(line, cells));
        }
      }
    } catch (JsonProcessingException e) {
      throw new UnreadableFileException(Reason.DAMAGED, line, e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
    return rows;
  }
}
