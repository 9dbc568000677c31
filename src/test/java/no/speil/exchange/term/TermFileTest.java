package no.speil.exchange.term;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.List;
import no.speil.exchange.unit.UnreadableFileException;
import no.speil.exchange.unit.UnreadableFileException.Reason;
import no.speil.lexicon.GlossaryEntry;
import org.junit.jupiter.api.Test;

/** Terms as common programs write them. */
class TermFileTest {
  /** Version 2, as MultiTerm and memoQ write it. */
  private static final String VERSION_2 =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
      <martif type="TBX" xml:lang="en">
        <martifHeader><fileDesc><sourceDesc><p>MultiTerm</p></sourceDesc></fileDesc></martifHeader>
        <text><body>
          <termEntry id="c1">
            <descrip type="subjectField">archives</descrip>
            <langSet xml:lang="nb-NO">
              <descripGrp><descrip type="definition">Tall som viser om en fil er endret.</descrip></descripGrp>
              <ntig><termGrp><term>sjekksum</term><termNote type="partOfSpeech">noun</termNote></termGrp></ntig>
              <ntig><termGrp><term>kontrollsum</term></termGrp></ntig>
            </langSet>
            <langSet xml:lang="EN-GB">
              <tig><term>check sum</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
              <tig><term>hash</term></tig>
              <tig><term>check<hi>sum</hi></term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
            </langSet>
            <langSet xml:lang="de-DE"><tig><term>Prüfsumme</term></tig></langSet>
          </termEntry>
          <termEntry id="c2">
            <langSet xml:lang="nn"><tig><term>lagring</term></tig></langSet>
            <langSet xml:lang="de"><tig><term>Speicherung</term></tig></langSet>
          </termEntry>
        </body></text>
      </martif>
      """;

  /** Version 3 with elements of its own (DCT). */
  private static final String VERSION_3 =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
          xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
        <tbxHeader><fileDesc><sourceDesc><p>TermWeb</p></sourceDesc></fileDesc></tbxHeader>
        <text><body>
          <conceptEntry id="1">
            <min:subjectField>law</min:subjectField>
            <langSec lang="no">
              <termSec><term>vedtak</term></termSec>
              <termSec><term>beslutning</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>
            </langSec>
            <langSec xml:lang="en">
              <basic:definition>What a board has decided.</basic:definition>
              <termSec><term>decision</term></termSec>
            </langSec>
          </conceptEntry>
        </body></text>
      </tbx>
      """;

  private static TermFile read(String name, String text) throws UnreadableFileException {
    return TermFile.read(name, text.getBytes(UTF_8));
  }

  private static void assertRefused(String name, byte[] content, Reason reason, int line) {
    assertThatThrownBy(() -> TermFile.read(name, content))
        .isInstanceOf(UnreadableFileException.class)
        .extracting("reason", "line")
        .containsExactly(reason, line);
  }

  @Test
  void tbxOfVersion2GivesEachNorwegianTermThePreferredEnglishOne() throws Exception {
    String note = "Tall som viser om en fil er endret.";
    assertThat(read("terms.tbx", VERSION_2))
        .isEqualTo(
            new TermFile(
                List.of(
                    new GlossaryEntry(6, "sjekksum", "checksum", note),
                    new GlossaryEntry(6, "kontrollsum", "checksum", note)),
                List.of(20)));
  }

  @Test
  void tbxOfVersion3IsReadInBothOfItsStyles() throws Exception {
    var wanted =
        new TermFile(
            List.of(new GlossaryEntry(6, "vedtak", "decision", "What a board has decided.")),
            List.of());
    assertThat(read("terms.tbx", VERSION_3)).isEqualTo(wanted);
    String attributes =
        VERSION_3
            .replace("style=\"dct\"", "style=\"dca\"")
            .replace("<min:administrativeStatus>", "<termNote type=\"administrativeStatus\">")
            .replace("</min:administrativeStatus>", "</termNote>")
            .replace("<basic:definition>", "<descrip type=\"definition\">")
            .replace("</basic:definition>", "</descrip>");
    assertThat(read("TERMS.XML", attributes)).isEqualTo(wanted);
  }

  @Test
  void tablesAreReadWithTheSeparatorAndTheColumnsThatTheyHave() throws Exception {
    var wanted =
        new TermFile(
            List.of(
                new GlossaryEntry(2, "styre", "board", ""),
                new GlossaryEntry(3, "vedtak", "decision", "a; \"b\"")),
            List.of());
    assertThat(
            read(
                "a.csv",
                "English;Definition;Norsk\r\nboard;;styre\r\ndecision;\"a; \"\"b\"\"\";vedtak"))
        .isEqualTo(wanted);
    assertThat(
            read(
                "a.csv", "\uFEFFnb-NO,en-GB,note\nstyre,board\nvedtak,decision,\"a; \"\"b\"\"\"\n"))
        .isEqualTo(wanted);
    assertThat(read("glossary.txt", "\nstyre\tboard\nvedtak\tdecision\ta; \"b\"\n"))
        .isEqualTo(wanted);
  }

  @Test
  void aRowMayHaveSeveralLinesAndWhatLacksASideIsTold() throws Exception {
    TermFile file = read("a.csv", "sak,\"case,\nmatter\",x\nbrev,\nlov,act\n");
    assertThat(file.terms())
        .containsExactly(
            new GlossaryEntry(1, "sak", "case, matter", "x"),
            new GlossaryEntry(4, "lov", "act", ""));
    assertThat(file.passed()).containsExactly(3);
  }

  @Test
  void excelsOlderEncodingIsReadToo() throws Exception {
    byte[] bytes = "bokmål;møte\nmøte;meeting\n".getBytes(Charset.forName("windows-1252"));
    assertThat(TermFile.read("a.csv", bytes).terms())
        .contains(new GlossaryEntry(2, "møte", "meeting", ""));
  }

  @Test
  void whatIsBrokenOrOfOtherLanguagesOrDefinesEntitiesIsRefusedAsAWhole() {
    byte[] cut = VERSION_2.substring(0, VERSION_2.indexOf("c2")).getBytes(UTF_8);
    assertRefused("a.tbx", cut, Reason.DAMAGED, 20);
    byte[] german = VERSION_2.replace("nb-NO", "de-DE").getBytes(UTF_8);
    assertRefused("a.tbx", german, Reason.OTHER_LANGUAGES, 6);
    byte[] entities =
        VERSION_2
            .replace(
                "\"TBXcoreStructV02.dtd\"", "\"x\" [<!ENTITY a SYSTEM \"file:///etc/passwd\">]")
            .getBytes(UTF_8);
    assertRefused("a.tbx", entities, Reason.HAS_ENTITIES, 2);
    assertRefused("a.tbx", "<tmx/>".getBytes(UTF_8), Reason.NOT_THIS_FORMAT, 0);
    assertRefused("a.csv", "a,b\nc,\"d\n".getBytes(UTF_8), Reason.DAMAGED, 2);
    assertRefused("a.csv", new byte[] {0, 1, 2, 0, 0, 5}, Reason.ENCODING, 0);
    assertRefused("a.xlsx", new byte[0], Reason.UNKNOWN_KIND, 0);
  }
}
