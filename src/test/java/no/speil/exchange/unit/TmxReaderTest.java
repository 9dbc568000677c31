package no.speil.exchange.unit;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import no.speil.exchange.unit.UnreadableFileException.Reason;
import org.junit.jupiter.api.Test;

/** Translation memories as common programs write them. */
class TmxReaderTest {
  /** As OmegaT writes it. */
  private static final String OMEGAT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE tmx SYSTEM "tmx11.dtd">
      <tmx version="1.1">
        <header creationtool="OmegaT" segtype="sentence" o-tmf="OmegaT TMX" adminlang="EN-US" srclang="NB-NO" datatype="plaintext"/>
        <body>
      <!-- Default translations -->
          <tu>
            <tuv lang="NB-NO">
              <seg>Styret &amp; rådet må gå.</seg>
            </tuv>
            <tuv lang="EN-US" changeid="kari" changedate="20260101T120000Z">
              <seg>The board &amp; the council must go.</seg>
            </tuv>
          </tu>
          <tu>
            <tuv lang="NB-NO">
              <seg>Ikke oversatt.</seg>
            </tuv>
          </tu>
        </body>
      </tmx>
      """;

  /** As Trados Studio writes it, from English. */
  private static final String TRADOS =
      """
      <?xml version="1.0" encoding="utf-16"?>
      <tmx version="1.4">
        <header creationtool="SDL Language Platform" creationtoolversion="8.0" o-tmf="SDL TM8 Format" datatype="xml" segtype="sentence" adminlang="en-US" srclang="en-GB">
          <prop type="x-Recognizers">RecognizeAll</prop>
        </header>
        <body>
          <tu creationdate="20251224T101010Z" creationid="OLA" usagecount="3">
            <prop type="x-ConfirmationLevel">Translated</prop>
            <tuv xml:lang="en-GB"><seg>See <bpt i="1" type="12" x="1">&lt;b&gt;</bpt>the <hi>decision</hi><ept i="1">&lt;/b&gt;</ept><ph x="2" type="tab"/> here.</seg></tuv>
            <tuv xml:lang="nn-NO"><seg>Sjå <bpt i="1" x="1"/>vedtaket<ept i="1"/> her.</seg></tuv>
          </tu>
        </body>
      </tmx>
      """;

  private static List<String> pairs(byte[] content) throws UnreadableFileException {
    var pairs = new ArrayList<String>();
    TmxReader.pairs(new ByteArrayInputStream(content), (no, en) -> pairs.add(no + " | " + en));
    return pairs;
  }

  private static void assertRefused(String content, Reason reason, int line) {
    assertThatThrownBy(() -> pairs(content.getBytes(UTF_8)))
        .isInstanceOf(UnreadableFileException.class)
        .extracting("reason", "line")
        .containsExactly(reason, line);
  }

  @Test
  void unitsWithBothLanguagesWhicheverWasTranslated() throws Exception {
    assertThat(pairs(OMEGAT.getBytes(UTF_8)))
        .containsExactly("Styret & rådet må gå. | The board & the council must go.");
    assertThat(pairs(TRADOS.getBytes(UTF_16)))
        .containsExactly("Sjå vedtaket her. | See the decision here.");
  }

  @Test
  void whatIsBrokenOrOfOtherLanguagesOrDefinesEntitiesIsRefusedWithTheLine() {
    assertRefused(OMEGAT.substring(0, OMEGAT.indexOf("Ikke")), Reason.DAMAGED, 17);
    assertRefused(OMEGAT.replace("EN-US", "DE-DE"), Reason.OTHER_LANGUAGES, 7);
    String entity = "<!DOCTYPE tmx [<!ENTITY a \"b\">]>";
    assertRefused(OMEGAT.replaceFirst("<!DOCTYPE.*", entity), Reason.HAS_ENTITIES, 2);
    assertRefused("<martif/>", Reason.NOT_THIS_FORMAT, 0);
  }

  /** Parsers count the entities of a document, and may stop at a number of them. */
  @Test
  void aLongFileIsReadToItsEndAUnitAtATime() throws Exception {
    int many = 120_000;
    String head = OMEGAT.substring(0, OMEGAT.indexOf("    <tu>"));
    String unit = OMEGAT.substring(OMEGAT.indexOf("    <tu>"), OMEGAT.indexOf("</tu>") + 6);
    var parts = new ArrayList<InputStream>(List.of(stream(head)));
    IntStream.range(0, many).forEach(i -> parts.add(stream(unit)));
    parts.add(stream("</body></tmx>"));
    var units = new AtomicInteger();
    TmxReader.pairs(
        new SequenceInputStream(Collections.enumeration(parts)),
        (no, en) -> units.incrementAndGet());
    assertThat(units).hasValue(many);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }
}
