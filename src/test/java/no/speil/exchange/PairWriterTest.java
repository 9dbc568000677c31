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
import no.speil.corpus.State;
import no.speil.search.Due;
import no.speil.search.Status;
import no.speil.search.Titles;
import no.speil.search.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PairWriterTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123Z");
  private static final Extract EXTRACT =
      new Extract("søk <&> \"x\"\u0001", "http://x.test/search?q=a&b", NOW, 2);
  private static final String HOSTILE =
      "=HYPERLINK(\"x\"), <seg>&amp;]]>\r\n\"quoted\"\u0000\u0001\u000b\uFFFE\uD800 😀 æøå\tend";

  private static final Pair HARMLESS =
      new Pair(
          new Work(
              new DocumentId("2015/brev"),
              new Titles("Brev til styret", "Letter"),
              "2015-08-24",
              Language.NYNORSK),
          new SectionId("7kq2mx9d4t"),
          new Pair.Text("nn", "Styret må gå.", "http://x.test/s/7kq2mx9d4t?view=no"),
          new Pair.Text("en", "The board must go.", "http://x.test/s/7kq2mx9d4t?view=en"),
          new Status(State.REVIEWED, Freshness.STALE, Due.NOTHING, "", NOW));

  private static final Pair ODD =
      new Pair(
          new Work(new DocumentId("odd"), new Titles("-1", HOSTILE), "", Language.UNDETERMINED),
          new SectionId("0000000000"),
          new Pair.Text("und", HOSTILE, "http://x.test/s/0000000000?view=no"),
          new Pair.Text("en", "", "http://x.test/s/0000000000?view=en"),
          new Status(State.UNTRANSLATED, Freshness.UNKNOWN, Due.NOTHING, "", NOW));

  @Test
  void csvIsReadBackCellByCell() throws IOException {
    String csv = written(PairFormat.CSV, HARMLESS);
    assertThat(csv).startsWith("\uFEFFdocument,title_no,").endsWith("\r\n");
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
    List<List<String>> lines = cells(written(PairFormat.CSV, ODD, HARMLESS).substring(1));
    assertThat(lines).hasSize(3).allMatch(line -> line.size() == 13);
    assertThat(lines.get(1))
        .containsSequence("odd", "'-1", "'" + HOSTILE.replace("\uD800", "?"), "0000000000");
    for (String start : List.of("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")) {
      Pair.Text text = new Pair.Text("nb", start + "1", "");
      Pair pair = new Pair(ODD.work(), ODD.section(), text, HARMLESS.translation(), ODD.status());
      assertThat(cells(written(PairFormat.CSV, pair)).get(1).get(8)).isEqualTo("'" + start + "1");
    }
  }

  @Test
  void jsonIsAnObjectWithALineForEachSection() throws IOException {
    String json = written(PairFormat.JSON, HARMLESS, ODD);
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
    Document tmx = xml(written(PairFormat.TMX, HARMLESS, ODD));
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
            "Speil", "0.1.0", "paragraph", "Speil", "en", "*all*", "plaintext", "20261124T120000Z");
    assertThat(properties(header))
        .containsExactly("x-query=søk <&> \"x\"", "x-url=" + EXTRACT.page(), "x-total=2");
    List<Element> units = elements(root, "tu");
    assertThat(units).hasSize(2);
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
    PairFormat.TMX
        .writer(Unit.SENTENCE, pair -> pair.equals(HARMLESS) ? halves : List.of(pair))
        .write(out, EXTRACT, List.of(HARMLESS, ODD).iterator());

    Element root = xml(out.toString(UTF_8)).getDocumentElement();

    assertThat(elements(root, "header").getFirst().getAttribute("segtype")).isEqualTo("sentence");
    assertThat(elements(root, "tu").stream().map(unit -> unit.getAttribute("tuid")))
        .containsExactly("7kq2mx9d4t-1", "7kq2mx9d4t-2", "0000000000");
    assertThat(elements(root, "tu").stream().map(unit -> properties(unit).getFirst()))
        .containsExactly("x-section=7kq2mx9d4t", "x-section=7kq2mx9d4t", "x-section=0000000000");
    assertThat(elements(elements(root, "tu").get(1), "seg")).hasSize(1);
    assertThatThrownBy(() -> PairFormat.CSV.writer(Unit.SENTENCE, Division.WHOLE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Pair part(String original, String translation) {
    return new Pair(
        HARMLESS.work(),
        HARMLESS.section(),
        new Pair.Text("nn", original, ""),
        new Pair.Text("en", translation, ""),
        HARMLESS.status());
  }

  @Test
  void tmxLeavesOutWhatNoXmlCanHold() throws Exception {
    Element unit =
        elements(xml(written(PairFormat.TMX, ODD)).getDocumentElement(), "tu").getFirst();
    assertThat(elements(unit, "tuv")).hasSize(1);
    assertThat(elements(unit, "seg").getFirst().getTextContent())
        .isEqualTo("=HYPERLINK(\"x\"), <seg>&amp;]]>\n\"quoted\" 😀 æøå\tend");
  }

  @Test
  void aUnitWithoutWordsIsLeftOutOfTmx() throws Exception {
    var nothing = new Pair.Text("nb", "", "");
    var pair = new Pair(ODD.work(), ODD.section(), nothing, nothing, ODD.status());
    assertThat(elements(xml(written(PairFormat.TMX, pair)).getDocumentElement(), "tu")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(PairFormat.class)
  void whatIsCutOffIsSeenToBe(PairFormat format) throws IOException {
    var out = new ByteArrayOutputStream();
    Iterator<Pair> breaking =
        Stream.concat(Stream.generate(() -> HARMLESS).limit(5_000), Stream.of(ODD))
            .peek(
                pair -> {
                  if (pair.equals(ODD)) {
                    throw new IllegalStateException("the index is gone");
                  }
                })
            .iterator();
    assertThatThrownBy(() -> format.writer().write(out, EXTRACT, breaking))
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
  @EnumSource(PairFormat.class)
  void pairsAreWrittenWhileTheyAreRead(PairFormat format) throws IOException {
    var counted = new Counted();
    Iterator<Pair> pairs =
        IntStream.range(0, 20_000)
            .mapToObj(
                i -> {
                  assertThat(counted.bytes).as("before pair " + i).isGreaterThan(i * 100L - 20_000);
                  return HARMLESS;
                })
            .iterator();
    format.writer().write(counted, EXTRACT, pairs);
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

  private static String written(PairFormat format, Pair... pairs) throws IOException {
    var out = new ByteArrayOutputStream();
    format.writer().write(out, EXTRACT, List.of(pairs).iterator());
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
