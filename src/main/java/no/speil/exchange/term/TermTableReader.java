package no.speil.exchange.term;

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

/**
 * Reads a table (RFC 4180) whose columns are parted by what its first line has most of. The first
 * row may name the languages; else the columns are Norwegian, English and a note.
 */
final class TermTableReader {
  private static final Set<String> NORWEGIAN = Set.of("norsk", "bokmål", "nynorsk", "norwegian");
  private static final Set<String> ENGLISH = Set.of("engelsk", "english");
  private static final Set<String> NOTE =
      Set.of("note", "merknad", "kommentar", "comment", "definisjon", "definition");

  private final String text;
  private final char between;
  private int at;
  private int line = 1;

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
    var rows = new ArrayList<Row>();
    while (at < text.length()) {
      Row row = row();
      if (row.cells().stream().anyMatch(cell -> !cell.isEmpty())) {
        rows.add(row);
      }
    }
    int norwegian = 0;
    int english = 1;
    int note = 2;
    if (!rows.isEmpty()) {
      Row head = rows.getFirst();
      int no = head.column(cell -> Language.of(cell).isNorwegian() || is(NORWEGIAN, cell));
      int en = head.column(cell -> Language.of(cell).isEnglish() || is(ENGLISH, cell));
      if (no >= 0 && en >= 0) {
        norwegian = no;
        english = en;
        note = head.column(cell -> is(NOTE, cell));
        rows.removeFirst();
      }
    }
    var terms = new ArrayList<Term>();
    var passed = new ArrayList<Integer>();
    for (Row row : rows) {
      if (row.cell(norwegian).isEmpty() || row.cell(english).isEmpty()) {
        passed.add(row.line());
      } else {
        terms.add(new Term(row.line(), row.cell(norwegian), row.cell(english), row.cell(note)));
      }
    }
    return new TermFile(terms, passed);
  }

  private static boolean is(Set<String> names, String cell) {
    return names.contains(cell.toLowerCase(Locale.ROOT));
  }

  /** Reads to the end of a row, which may be some lines further down. */
  private Row row() throws UnreadableFileException {
    int begin = line;
    var cells = new ArrayList<String>();
    boolean isLast = false;
    while (!isLast) {
      cells.add(cell().strip());
      isLast = at >= text.length() || text.charAt(at) != between;
      at++; // what parts the cells, or the end of the line
    }
    if (at < text.length() && text.charAt(at - 1) == '\r' && text.charAt(at) == '\n') {
      at++;
    }
    line++;
    return new Row(begin, cells);
  }

  private String cell() throws UnreadableFileException {
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    int from = at;
    while (at < text.length() && !isEnd(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private boolean isEnd(char c) {
    return c == between || c == '\n' || c == '\r';
  }

  private String quoted() throws UnreadableFileException {
    int begin = line;
    var cell = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        if (at + 1 == text.length() || text.charAt(at + 1) != '"') {
          at++;
          return cell.append(cell().strip()).toString();
        }
        at++;
      }
      line += c == '\n' ? 1 : 0;
      cell.append(c == '\n' || c == '\r' ? ' ' : c);
    }
    throw new UnreadableFileException(Reason.DAMAGED, begin, "a quotation mark is not closed");
  }
}
