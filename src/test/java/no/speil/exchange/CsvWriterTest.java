package no.speil.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.Language;
import no.speil.corpus.SectionId;
import no.speil.search.DocumentRef;
import no.speil.search.DocumentRef.Byline;
import no.speil.search.DocumentTitles;
import no.speil.search.DueTask;
import no.speil.search.IndexedStatus;
import no.speil.search.StateFacet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final int ORIGINAL = 8;
  private static final int ROWS = 40;
  private static final List<String> PIECES =
      List.of(
          "=",
          "+",
          "-",
          "@",
          "＝",
          "＋",
          "－",
          "＠",
          "﹣",
          ",",
          ";",
          "\t",
          "\n",
          "\r",
          "\r\n",
          "\"",
          "'",
          " ",
          "\u00a0",
          "\u200b",
          "\u0001",
          "\u2028",
          "«",
          "a",
          "1",
          "cmd|",
          "Styret må gå",
          "(");

  /** How a reader may take quotes: as RFC 4180 says, anywhere in a cell, or as any other sign. */
  private enum Quotes {
    AT_THE_START,
    ANYWHERE,
    IGNORED
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noCellBeginsAFormulaWhereverTheReaderSplits(long seed) {
    var random = new Random(seed);
    List<String> texts = Stream.generate(() -> text(random)).limit(ROWS).toList();
    String csv = written(texts);
    for (Quotes quotes : Quotes.values()) {
      for (char separator : new char[] {',', ';', '\t'}) {
        assertThat(rows(csv, separator, quotes).stream().flatMap(List::stream))
            .as("split at '%s', quotes %s", separator, quotes)
            .noneMatch(CsvWriterTest::isFormula);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void textsAreReadBackByTakingOneApostropheAway(long seed) {
    var random = new Random(seed);
    List<String> texts = Stream.generate(() -> text(random)).limit(ROWS).toList();
    assertThat(rows(written(texts), ',', Quotes.AT_THE_START).stream().skip(1))
        .extracting(row -> unguarded(row.get(ORIGINAL)))
        .containsExactlyElementsOf(texts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a - b",
        "Kari Nordmann-Hansen, født 1970",
        "kari@example.org; ola@example.org",
        "1+1=2",
        "«Ja», sa hun. 'Nei'.",
        "først;så, til slutt\nså\tnå"
      })
  void ordinaryTextStaysAsItIs(String text) {
    assertThat(original(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '§',
      value = {
        "=1, '=1",
        "§ =1§, § '=1§",
        "Vanlig tekst;=cmd|calc, Vanlig tekst;'=cmd|calc",
        "Vanlig tekst; \"=cmd\", Vanlig tekst; \"'=cmd\"",
        "'=1, ''=1",
        "a;''-1, a;'''-1",
        "§kr 100,-§, §kr 100,'-§",
        "－1, '－1"
      })
  void anApostropheStandsWhereACellCouldBeginAFormula(String text, String guarded) {
    assertThat(original(text)).isEqualTo(guarded);
  }

  @Test
  void everyCellIsQuoted() {
    assertThat(written(List.of("a")).lines().skip(1))
        .containsExactly(
            "\"brev\",\"Brev\",\"Letter\",\"7kq2mx9d4t\",\"2015\",\"nb\",\"draft\",\"current\","
                + "\"a\",\"b\",\"http://x.test/no\",\"http://x.test/en\",\"false\"");
  }

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  private static String original(String text) {
    return rows(written(List.of(text)), ',', Quotes.AT_THE_START).get(1).get(ORIGINAL);
  }

  private static String text(Random random) {
    return Stream.generate(() -> PIECES.get(random.nextInt(PIECES.size())))
        .limit(random.nextInt(12))
        .collect(Collectors.joining());
  }

  /** As a spreadsheet sees it: what it drops or hides does not keep the rest from counting. */
  private static boolean isFormula(String cell) {
    return cell.matches("(?s)[\"\\p{Zs}\\p{Cf}\u0001]*[=+\\-@＝＋－＠﹣\t\r].*");
  }

  private static String unguarded(String cell) {
    String begin = "[,;\t\n\u000b\f\r\u0085\u2028\u2029]";
    String unseen = "[\"\\p{Zs}\\p{Cf}\u0001]*'*";
    return cell.replaceAll("((?<=^|" + begin + ")" + unseen + ")'(?=[=+\\-@＝＋－＠﹣\t\r])", "$1")
        .replaceAll("(^" + unseen + ")'(?=\n)", "$1");
  }

  private static String written(List<String> texts) {
    var out = new ByteArrayOutputStream();
    try {
      var header = new ExportHeader("q", "http://x.test/search", NOW, texts.size());
      new CsvWriter().write(out, header, texts.stream().map(CsvWriterTest::unit).iterator());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(UTF_8).substring(1); // the mark
  }

  private static TranslationUnit unit(String original) {
    return new TranslationUnit(
        new DocumentRef(
            new DocumentId("brev"),
            new DocumentTitles("Brev", "Letter"),
            new Byline(List.of(), List.of(), "2015", ""),
            Language.BOKMAAL),
        new SectionId("7kq2mx9d4t"),
        new TranslationUnit.Text("nb", original, "http://x.test/no"),
        new TranslationUnit.Text("en", "b", "http://x.test/en"),
        new IndexedStatus(StateFacet.DRAFT, true, Freshness.CURRENT, DueTask.NOTHING, "", NOW));
  }

  private static List<List<String>> rows(String csv, char separator, Quotes quotes) {
    var rows = new ArrayList<List<String>>();
    var row = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean atStart = true;
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      boolean opens =
          switch (quotes) {
            case AT_THE_START -> atStart;
            case ANYWHERE -> true;
            case IGNORED -> false;
          };
      if (quoted && c == '"') {
        quoted = i + 1 < csv.length() && csv.charAt(i + 1) == '"';
        cell.append(quoted ? "\"" : "");
        i += quoted ? 1 : 0;
      } else if (quoted || (c != separator && c != '\r' && c != '\n' && (c != '"' || !opens))) {
        cell.append(c);
        atStart = false;
      } else if (c == '"') {
        quoted = true;
        atStart = false;
      } else {
        row.add(cell.toString());
        cell.setLength(0);
        atStart = true;
        if (c != separator) {
          rows.add(List.copyOf(row));
          row.clear();
          i += c == '\r' && i + 1 < csv.length() && csv.charAt(i + 1) == '\n' ? 1 : 0;
        }
      }
    }
    return rows;
  }
}
