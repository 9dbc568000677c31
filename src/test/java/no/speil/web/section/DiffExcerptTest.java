package no.speil.web.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.speil.status.grading.Change;
import no.speil.status.grading.DiffPart;
import no.speil.status.grading.DiffPart.Op;
import org.junit.jupiter.api.Test;

class DiffExcerptTest {
  private static final String MANY = "en to tre fire fem seks sju åtte ni ti elleve tolv tretten";

  @Test
  void onlyTheWordsAroundADifferenceAreKept() {
    List<DiffPart> diff =
        Change.diff(MANY + " 12 petabyte " + MANY + " uten svar", MANY + " 14 petabyte " + MANY);
    List<DiffPart> excerpt = DiffExcerpt.of(diff);
    assertThat(excerpt.getFirst())
        .isEqualTo(new DiffPart(Op.EQUAL, "…åtte ni ti elleve tolv tretten "));
    assertThat(excerpt).extracting(DiffPart::text).contains("12", "14");
    assertThat(excerpt.stream().filter(part -> part.op() == Op.EQUAL).toList().get(1).text())
        .isEqualTo(" petabyte en to tre fire … åtte ni ti elleve tolv tretten");
  }

  @Test
  void whatIsShortStays() {
    List<DiffPart> diff = Change.diff("Styret må gå.", "Styret må ikke gå.");
    assertThat(DiffExcerpt.of(diff)).isEqualTo(diff);
  }
}
