package no.speil.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;

/**
 * Writes sections as CSV (RFC 4180) with a line of names. It begins with a byte order mark, by
 * which spreadsheets know that it is UTF-8, and a cell that they would take for a formula begins
 * with an apostrophe (OWASP, "CSV Injection").
 */
final class CsvWriter implements ExportWriter {
  private static final List<String> NAMES =
      List.of(
          "document",
          "title_no",
          "title_en",
          "section",
          "date",
          "language",
          "state",
          "freshness",
          "original",
          "translation",
          "original_url",
          "translation_url",
          "omitted");
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";
  private static final String MARK = "\uFEFF";

  @Override
  public void write(
      OutputStream out, ExportHeader exportHeader, Iterator<TranslationUnit> translationUnits)
      throws IOException {
    var csv = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    csv.write(MARK);
    line(csv, NAMES);
    while (translationUnits.hasNext()) {
      line(csv, cells(translationUnits.next()));
    }
    csv.flush();
  }

  private static List<String> cells(TranslationUnit translationUnit) {
    return List.of(
        translationUnit.documentRef().document().value(),
        translationUnit.documentRef().titles().original(),
        translationUnit.documentRef().titles().translation(),
        translationUnit.section().value(),
        translationUnit.documentRef().date(),
        translationUnit.documentRef().language().tag(),
        translationUnit.status().state().code(),
        translationUnit.status().freshness().code(),
        translationUnit.original().words(),
        translationUnit.translation().words(),
        translationUnit.original().address(),
        translationUnit.translation().address(),
        translationUnit.status().isLeftOut() ? "true" : "false");
  }

  private static void line(Writer csv, List<String> cells) throws IOException {
    String separator = "";
    for (String cell : cells) {
      csv.write(separator);
      csv.write(quoted(guarded(cell)));
      separator = ",";
    }
    csv.write("\r\n");
  }

  private static String guarded(String cell) {
    return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
