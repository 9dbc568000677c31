package no.speil.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes sections as CSV (RFC 4180) with a header line, every cell in quotes. It begins with a byte
 * order mark, so that spreadsheets read it as UTF-8.
 *
 * <p>No cell is taken for a formula (OWASP, "CSV Injection"), whatever the reader takes for a
 * separator: a Norwegian spreadsheet splits at semicolons, also inside our cells. A cell may begin
 * where a text begins and after each comma, semicolon, tab and line break in it. If a formula sign
 * is there, perhaps after spaces or quotes, an apostrophe is put before it; also if apostrophes are
 * before the sign already, so that a program gets the text back by removing one at each such place.
 * Elsewhere, as in {@code a - b}, nothing changes.
 */
public final class CsvWriter implements ExportWriter {
  private static final List<String> NAMES =
      List.of(
          """
          document title_no title_en section date language state freshness original translation
          original_url translation_url omitted
          """
              .split("\\s+"));

  /**
   * Formula signs with their wide and small forms, and characters that spreadsheets skip at the
   * beginning.
   */
  private static final String SIGN = "[=+\\-@＝＋－＠﹦﹢﹣﹫\t\r]";

  private static final String BREAK = "[,;\\x09-\\x0D\u0085\u2028\u2029]";

  /** What may be before the sign and is ignored. */
  private static final String UNSEEN = "[\"\\p{Zs}\\p{Cf}[\\p{Cc}&&[^\\x09-\\x0D\u0085]]]*'*";

  private static final Pattern FORMULA =
      Pattern.compile("(?<=^|%1$s)(%2$s)(?=%3$s)|^(%2$s)(?=\n)".formatted(BREAK, UNSEEN, SIGN));

  /** What a file begins with. */
  public static final String MARK = "\uFEFF";

  CsvWriter() {}

  @Override
  public void write(OutputStream out, ExportHeader header, Iterator<TranslationUnit> units)
      throws IOException {
    var csv = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    csv.write(MARK);
    csv.write(line(NAMES));
    while (units.hasNext()) {
      csv.write(line(cells(units.next())));
    }
    csv.flush();
  }

  private static List<String> cells(TranslationUnit unit) {
    return List.of(
        unit.documentRef().document().value(),
        unit.documentRef().titles().original(),
        unit.documentRef().titles().translation(),
        unit.section().value(),
        unit.documentRef().date(),
        unit.documentRef().language().tag(),
        unit.status().state().code(),
        unit.status().freshness().code(),
        unit.original().words(),
        unit.translation().words(),
        unit.original().address(),
        unit.translation().address(),
        unit.status().isLeftOut() ? "true" : "false");
  }

  /** A line of such a file, with its end. */
  public static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> FORMULA.matcher(cell).replaceAll("$1$2'").replace("\"", "\"\""))
        .map(cell -> '"' + cell + '"')
        .collect(Collectors.joining(",", "", "\r\n"));
  }
}
