package no.speil.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ExportWriterTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123Z");
  private static final ExportHeader EXTRACT =
      new ExportHeader("søk <&> \"x\"\u0001", "http://x.test/search?q=a&b", NOW, 2);
  private static final String HOSTILE =
      "=HYPERLINK(\"x\"), <seg>&amp;]]>\r\n\"quoted\"\u0000\u0001\u000b\uFFFE\uD800 😀 æøå\tend";

  private static final TranslationUnit HARMLESS =
      new TranslationUnit(
          new DocumentRef(
              new DocumentId("2015/brev"),
              new DocumentTitles("Brev til styret", "Letter"),
              new Byline(List.of(), List.of(), "2015-08-24", ""),
              Language.NYNORSK),
          new SectionId("7kq2mx9d4t"),
          new TranslationUnit.Text("nn", "Styret må gå.", "http://x.test/s/7kq2mx9d4t?view=no"),
          new TranslationUnit.Text(
              "en", "The board must go.", "http://x.test/s/7kq2mx9d4t?view=en"),
          new IndexedStatus(StateFacet.REVIEWED, true, Freshness.STALE, DueTask.NOTHING, "", NOW));

  private static final TranslationUnit ODD =
      new TranslationUnit(
          new DocumentRef(
              new DocumentId("odd"),
              new DocumentTitles("-1", HOSTILE),
              new Byline(List.of(), List.of(), "", ""),
              Language.UNDETERMINED),
          new SectionId("0000000000"),
          new TranslationUnit.Text("und", HOSTILE, "http://x.test/s/0000000000?view=no"),
          new TranslationUnit.Text("en", "", "http://x.test/s/0000000000?view=en"),
          new IndexedStatus(
              StateFacet.UNTRANSLATED, true, Freshness.UNKNOWN, DueTask.NOTHING, "", NOW));

  @Test
  void csvIsReadBackCellByCell() throws IOException {
    String csv = written(ExportFormat.CSV, HARMLESS);
    assertThat(csv).startsWith("\uFEFF\"document\",\"title_no\",").endsWith("\r\n");
    assertThat(cells(csv.substring(1)))
        .containsExactly(
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
                "omitted"),
            List.of(
                "2015/brev",
                "Brev til styret",
                "Letter",
                "7kq2mx9d4t",
                "2015-08-24",
                "nn",
                "reviewed",
                "stale",
                "Styret må gå.",
                "The board must go.",
                "http://x.test/s/7kq2mx9d4t?view=no",
                "http://x.test/s/7kq2mx9d4t?view=en",
                "false"));
  }

  @Test
  void noCellOfCsvIsAFormula() throws IOException {
    List<List<String>> lines = cells(written(ExportFormat.CSV, ODD, HARMLESS).substring(1));
    assertThat(lines).hasSize(3).allMatch(line -> line.size() == 13);
    assertThat(lines.get(1))
        .containsSequence("odd", "'-1", "'" + HOSTILE.replace("\uD800", "?"), "0000000000");
    for (String start : List.of("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")) {
      TranslationUnit.Text text = new TranslationUnit.Text("nb", start + "1", "");
      TranslationUnit translationUnit =
          new TranslationUnit(
              ODD.documentRef(), ODD.section(), text, HARMLESS.translation(), ODD.status());
      assertThat(cells(written(ExportFormat.CSV, translationUnit)).get(1).get(8))
          .isEqualTo("'" + start + "1");
    }
  }

  @Test
  void jsonIsAnObjectWithALineForEachSection() throws IOException {
    String json = written(ExportFormat.JSON, HARMLESS, ODD);
    JsonNode read = new ObjectMapper().readTree(json);
    assertThat(json.lines()).hasSize(4);
    assertThat(read.path("query").asText()).isEqualTo(EXTRACT.query());
    assertThat(read.path("url").asText()).isEqualTo(EXTRACT.page());
    assertThat(read.path("made").asText()).isEqualTo("2026-11-24T12:00:00.123Z");
    assertThat(read.path("total").asInt()).isEqualTo(2);
    assertThat(read.path("sections").path(0))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"document":"2015/brev","section":"7kq2mx9d4t",
                     "title":{"no":"Brev til styret","en":"Letter"},
                     "date":"2015-08-24","language":"nn",
                     "original":{"language":"nn","text":"Styret må gå.",
                       "url":"http://x.test/s/7kq2mx9d4t?view=no"},
                     "translation":{"language":"en","text":"The board must go.",
                       "url":"http://x.test/s/7kq2mx9d4t?view=en"},
                     "state":"reviewed","omitted":false,"freshness":"stale"}\
                    """));
    JsonNode odd = read.path("sections").path(1);
    assertThat(odd.path("original").path("text").asText())
        .isEqualTo(HOSTILE.replace("\uD800", "?"));
    assertThat(odd.path("translation").isNull()).isTrue();
  }

  @Test
  void tmxHasAUnitForEachSectionWithItsTextsLanguagesAndProperties() throws Exception {
    Document tmx = xml(written(ExportFormat.TMX, HARMLESS, ODD));
    Element root = tmx.getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("tmx");
    assertThat(root.getAttribute("version")).isEqualTo("1.4");
    Element header = elements(root, "header").getFirst();
    assertThat(
            Stream.of(
                    "creationtool",
                    "creationtoolversion",
                    "segtype",
                    "o-tmf",
                    "adminlang",
                    "srclang",
                    "datatype",
                    "creationdate")
                .map(header::getAttribute))
        .containsExactly(
            "Speil", "dev", "paragraph", "Speil", "en", "*all*", "plaintext", "20261124T120000Z");
    assertThat(properties(header))
        .containsExactly("x-query=søk <&> \"x\"", "x-url=" + EXTRACT.page(), "x-total=2");
    List<Element> units = elements(root, "tu");
    assertThat(units).hasSize(1); // the other one has no translation
    Element unit = units.getFirst();
    assertThat(unit.getAttribute("tuid")).isEqualTo("7kq2mx9d4t");
    assertThat(unit.getAttribute("srclang")).isEqualTo("nn");
    assertThat(properties(unit))
        .containsExactly(
            "x-document=2015/brev",
            "x-title-no=Brev til styret",
            "x-title-en=Letter",
            "x-date=2015-08-24",
            "x-state=reviewed",
            "x-freshness=stale",
            "x-url=http://x.test/s/7kq2mx9d4t?view=no",
            "x-url=http://x.test/s/7kq2mx9d4t?view=en");
    assertThat(elements(unit, "tuv").stream().map(tuv -> tuv.getAttribute("xml:lang")))
        .containsExactly("nn", "en");
    assertThat(elements(unit, "seg").stream().map(Element::getTextContent))
        .containsExactly("Styret må gå.", "The board must go.");
  }

  @Test
  void tmxBySentenceHasAUnitForEachPartThatNamesItsSection() throws Exception {
    var halves = List.of(part("Styret må gå.", "The board must go."), part("Vi krever svar.", ""));
    var out = new ByteArrayOutputStream();
    ExportFormat.TMX
        .writer(
            SegmentType.SENTENCE,
            translationUnit -> translationUnit.equals(HARMLESS) ? halves : List.of(translationUnit))
        .write(out, EXTRACT, List.of(HARMLESS, ODD).iterator());

    Element root = xml(out.toString(UTF_8)).getDocumentElement();

    assertThat(elements(root, "header").getFirst().getAttribute("segtype")).isEqualTo("sentence");
    assertThat(elements(root, "tu").stream().map(unit -> unit.getAttribute("tuid")))
        .containsExactly("7kq2mx9d4t-1");
    assertThat(elements(root, "tu").stream().map(unit -> properties(unit).getFirst()))
        .containsExactly("x-section=7kq2mx9d4t");
    assertThatThrownBy(() -> ExportFormat.CSV.writer(SegmentType.SENTENCE, List::of))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static TranslationUnit part(String original, String translation) {
    return new TranslationUnit(
        HARMLESS.documentRef(),
        HARMLESS.section(),
        new TranslationUnit.Text("nn", original, ""),
        new TranslationUnit.Text("en", translation, ""),
        HARMLESS.status());
  }

  @Test
  void tmxLeavesOutWhatNoXmlCanHold() throws Exception {
    Element unit =
        elements(xml(written(ExportFormat.TMX, translated(ODD))).getDocumentElement(), "tu")
            .getFirst();
    assertThat(elements(unit, "tuv")).hasSize(2);
    assertThat(elements(unit, "seg").getFirst().getTextContent())
        .isEqualTo("=HYPERLINK(\"x\"), <seg>&amp;]]>\n\"quoted\" 😀 æøå\tend");
  }

  private static TranslationUnit translated(TranslationUnit unit) {
    return new TranslationUnit(
        unit.documentRef(),
        unit.section(),
        unit.original(),
        new TranslationUnit.Text("en", "odd", ""),
        unit.status());
  }

  @Test
  void aUnitWithoutWordsIsLeftOutOfTmx() throws Exception {
    var nothing = new TranslationUnit.Text("nb", "", "");
    var translationUnit =
        new TranslationUnit(ODD.documentRef(), ODD.section(), nothing, nothing, ODD.status());
    assertThat(elements(xml(written(ExportFormat.TMX, translationUnit)).getDocumentElement(), "tu"))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void whatIsCutOffIsSeenToBe(ExportFormat format) throws IOException {
    var out = new ByteArrayOutputStream();
    Iterator<TranslationUnit> breaking =
        Stream.concat(Stream.generate(() -> HARMLESS).limit(5_000), Stream.of(ODD))
            .peek(
                translationUnit -> {
                  if (translationUnit.equals(ODD)) {
                    throw new IllegalStateException("the index is gone");
                  }
                })
            .iterator();
    assertThatThrownBy(
            () -> format.writer(SegmentType.SECTION, List::of).write(out, EXTRACT, breaking))
        .isInstanceOf(IllegalStateException.class);
    String cut = out.toString(UTF_8);
    switch (format) {
      case CSV -> assertThat(cells(cut)).hasSizeBetween(2, 5_001);
      case JSON ->
          assertThatThrownBy(() -> new ObjectMapper().readTree(cut + " "))
              .isInstanceOf(IOException.class);
      case TMX -> assertThatThrownBy(() -> xml(cut)).isInstanceOf(org.xml.sax.SAXException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void pairsAreWrittenWhileTheyAreRead(ExportFormat format) throws IOException {
    var counted = new Counted();
    Iterator<TranslationUnit> translationUnits =
        IntStream.range(0, 20_000)
            .mapToObj(
                i -> {
                  assertThat(counted.bytes).as("before pair " + i).isGreaterThan(i * 100L - 20_000);
                  return HARMLESS;
                })
            .iterator();
    format.writer(SegmentType.SECTION, List::of).write(counted, EXTRACT, translationUnits);
    assertThat(counted.bytes).isGreaterThan(2_000_000);
  }

  private static final class Counted extends OutputStream {
    private long bytes;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] all, int from, int length) {
      bytes += length;
    }
  }

  private static String written(ExportFormat format, TranslationUnit... translationUnits)
      throws IOException {
    var out = new ByteArrayOutputStream();
    format
        .writer(SegmentType.SECTION, List::of)
        .write(out, EXTRACT, List.of(translationUnits).iterator());
    return out.toString(UTF_8);
  }

  /** Reads CSV by the grammar of RFC 4180. */
  private static List<List<String>> cells(String csv) {
    var lines = new ArrayList<List<String>>();
    var line = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
          cell.append(csv.charAt(++i));
        } else {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',' || c == '\r') {
        line.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\n') {
        lines.add(List.copyOf(line));
        line.clear();
      } else {
        cell.append(c);
      }
    }
    return lines;
  }

  private static Document xml(String text) throws Exception {
    var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    builder.setErrorHandler(null);
    return builder.parse(new InputSource(new StringReader(text)));
  }

  private static List<String> properties(Element element) {
    return elements(element, "prop").stream()
        .map(prop -> prop.getAttribute("type") + "=" + prop.getTextContent())
        .toList();
  }

  private static List<Element> elements(Element root, String name) {
    NodeList found = root.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }
}
