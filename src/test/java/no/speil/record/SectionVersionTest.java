package no.speil.record;

import static no.speil.record.TestSections.at;
import static no.speil.record.TestSections.mark;
import static no.speil.record.TestSections.section;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.speil.corpus.Section;
import no.speil.corpus.State;
import no.speil.corpus.TextHash;
import org.junit.jupiter.api.Test;

class SectionVersionTest {

  @Test
  void versionNamesBothTextsAndTheEventOfTheState() {
    SectionVersion version =
        version(section("Hei", "Hi"), mark(1, "kari", State.DRAFT, "Hei", "Hi"));

    String act = TextHash.ofNormalized("2026-11-24T20:01:00Z|kari").hex().substring(0, 6);
    assertThat(at(1, "kari").at()).hasToString("2026-11-24T20:01:00Z");
    assertThat(version)
        .hasToString(
            TextHash.ofNormalized("Hei").hex()
                + "."
                + TextHash.ofNormalized("Hi").hex()
                + ".d-"
                + act);
  }

  @Test
  void sideWithoutTextIsADash() {
    assertThat(version(section("Hei", "")).toString()).endsWith(".-.u-0");
    assertThat(version(section("", "Hi")).toString()).startsWith("-.").endsWith(".d-0");
  }

  @Test
  void theLetterIsAStates() {
    assertThat(SectionVersion.parse("-.-.u-0")).isPresent();
    assertThat(SectionVersion.parse("-.-.x-0")).isEmpty();
  }

  @Test
  void writtenVersionIsReadAgain() {
    SectionVersion version =
        version(section("Hei", "Hi"), mark(1, "kari", State.REVIEWED, "Hei", "Hi"));

    assertThat(SectionVersion.parse(version.toString())).contains(version);
    assertThat(SectionVersion.parse("-.-.u-0")).contains(new SectionVersion("-", "-", "u-0"));
    assertThat(SectionVersion.parse("")).isEmpty();
    assertThat(SectionVersion.parse("3f2a9c0e1b.77ab01cd22.x-0")).isEmpty();
    assertThat(SectionVersion.parse("\"3f2a9c0e1b.77ab01cd22.d-0\"")).isEmpty();
  }

  @Test
  void markingDownAndUpAgainIsAnotherVersion() {
    Section section = section("Hei", "Hi");
    MarkEvent first = mark(1, "kari", State.TRANSLATED, "Hei", "Hi");
    MarkEvent down = mark(2, "kari", State.DRAFT, "Hei", "Hi");
    MarkEvent again = mark(3, "kari", State.TRANSLATED, "Hei", "Hi");

    assertThat(version(section, first, down, again)).isNotEqualTo(version(section, first));
  }

  private static SectionVersion version(Section section, Event... history) {
    return TestSections.RULE
        .judge(section, List.of(history), List.of(), null, false, false)
        .version(section);
  }
}
