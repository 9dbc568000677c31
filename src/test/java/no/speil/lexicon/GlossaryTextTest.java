package no.speil.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GlossaryTextTest {
  private static final String FILE =
      "\uFEFF# ord\r\n\r\n styre \tboard\tvedtatt\tmer\r\nbare ett\nverk\twork\rslutt\tend";

  @Test
  void anEntryIsAddedAtTheEndAndNothingElseChanges() {
    assertThat(new GlossaryText(FILE).adding(List.of(line(0, "rett", "right", ""))).text())
        .isEqualTo(FILE + "\r\nrett\tright\r\n");
    assertThat(new GlossaryText("").adding(List.of(line(0, "rett", "right", "i lov"))).text())
        .isEqualTo("rett\tright\ti lov\n");
    assertThat(new GlossaryText("a\tb\n").adding(List.of(line(0, "rett", "right", ""))).text())
        .isEqualTo("a\tb\nrett\tright\n");
  }

  @Test
  void oneLineIsChangedAndKeepsItsEndAndWhatStandsBehindTheNote() {
    assertThat(new GlossaryText(FILE).changing(line(3, "styre", "committee", "ny")).text())
        .isEqualTo(FILE.replace(" styre \tboard\tvedtatt", "styre\tcommittee\tny"));
    assertThat(new GlossaryText(FILE).changing(line(3, "styre", "board", "")).text())
        .isEqualTo(FILE.replace(" styre \tboard\tvedtatt", "styre\tboard\t"));
    assertThat(new GlossaryText(FILE).changing(line(5, "verk", "works", "")).text())
        .isEqualTo(FILE.replace("verk\twork\r", "verk\tworks\r"));
    assertThat(new GlossaryText(FILE).changing(line(6, "slutt", "finish", "")).text())
        .isEqualTo(FILE.replace("slutt\tend", "slutt\tfinish"));
  }

  @Test
  void oneLineIsRemovedWithItsEnd() {
    assertThat(new GlossaryText(FILE).removing(3).text())
        .isEqualTo(FILE.replace(" styre \tboard\tvedtatt\tmer\r\n", ""));
    assertThat(new GlossaryText(FILE).removing(5).text())
        .isEqualTo(FILE.replace("verk\twork\r", ""));
    assertThat(new GlossaryText("\uFEFFa\tb\nc\td\n").removing(1).text()).isEqualTo("\uFEFFc\td\n");
  }

  @Test
  void linesAreNumberedAsTheyAreRead() {
    for (GlossaryEntry each : Glossary.parse(FILE, "glossary.tsv").entries()) {
      Glossary left =
          Glossary.parse(new GlossaryText(FILE).removing(each.line()).text(), "glossary.tsv");
      assertThat(left.entries())
          .hasSize(2)
          .noneMatch(other -> other.norwegian().equals(each.norwegian()));
    }
  }

  private static GlossaryEntry line(int number, String norwegian, String english, String note) {
    return new GlossaryEntry(number, norwegian, english, note);
  }
}
