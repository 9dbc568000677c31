package no.speil.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import no.speil.corpus.Section;
import no.speil.corpus.Side;
import org.junit.jupiter.api.Test;

class QuotationTest {
  private static final Section SECTION =
      Example.section("Styret må gå.", "The board must go, and it must go now.");

  @Test
  void wordsThatStandThereAreFoundHoweverTheyWereCopied() {
    assertThat(quote("board  must\ngo", "", "").in(SECTION)).isEqualTo(new Sighting.Found());
    assertThat(quote("bo\u00ADard must", "x", "y").in(SECTION)).isEqualTo(new Sighting.Found());
    assertThat(new Quotation(Side.ORIGINAL, "må gå", "", "").in(SECTION))
        .isEqualTo(new Sighting.Found());
  }

  @Test
  void rewordedOnesAreFoundByWhatStandsAroundThem() {
    assertThat(quote("has to go", "The board", ", and it").in(SECTION))
        .isEqualTo(new Sighting.Reworded("must go"));
    assertThat(quote("The committee", "", "must go, and").in(SECTION))
        .isEqualTo(new Sighting.Reworded("The board"));
    assertThat(quote("soon.", "it must go ", "").in(SECTION))
        .isEqualTo(new Sighting.Reworded("now."));
    assertThat(quote("surely", "board", "must go").in(SECTION))
        .isEqualTo(new Sighting.Reworded(""));
  }

  @Test
  void othersAreGone() {
    assertThat(quote("soon", "", "").in(SECTION)).isEqualTo(new Sighting.Gone());
    assertThat(quote("soon", "the council", "now").in(SECTION)).isEqualTo(new Sighting.Gone());
    assertThat(quote("soon", "and it", "The board").in(SECTION)).isEqualTo(new Sighting.Gone());
    assertThat(new Quotation(Side.ORIGINAL, "must go", "", "").in(SECTION))
        .isEqualTo(new Sighting.Gone());
  }

  @Test
  void withoutWordsTheWholeTextIsMeant() {
    assertThat(quote("  ", "", "").in(SECTION)).isEqualTo(new Sighting.OfTheWhole());
  }

  @Test
  void whatStandsAroundPastedWordsIsAdded() {
    assertThat(quote("must go, and", "", "").placedIn(SECTION))
        .isEqualTo(quote("must go, and", "The board", "it must go now."));
    Quotation placed = quote("must go, and", "it said", "");
    assertThat(placed.placedIn(SECTION)).isEqualTo(placed);
    assertThat(quote("soon", "", "").placedIn(SECTION)).isEqualTo(quote("soon", "", ""));
  }

  private static Quotation quote(String exact, String prefix, String suffix) {
    return new Quotation(Side.TRANSLATION, exact, prefix, suffix);
  }
}
