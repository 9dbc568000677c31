package no.speil.record;

import static org.assertj.core.api.Assertions.assertThat;

import no.speil.corpus.Section;
import no.speil.corpus.Side;
import no.speil.record.TextQuote.QuoteMatch;
import org.junit.jupiter.api.Test;

class TextQuoteTest {
  private static final Section SECTION =
      TestSections.section("Styret må gå.", "The board must go, and it must go now.");

  @Test
  void quotedWordsAreFoundHoweverTheyWereCopied() {
    assertThat(quote("board  must\ngo", "", "").in(SECTION)).isEqualTo(new QuoteMatch.Found());
    assertThat(quote("bo\u00ADard must", "x", "y").in(SECTION)).isEqualTo(new QuoteMatch.Found());
    assertThat(new TextQuote(Side.ORIGINAL, "må gå", "", "").in(SECTION))
        .isEqualTo(new QuoteMatch.Found());
  }

  @Test
  void rewordedQuoteIsFoundByTheTextAroundIt() {
    assertThat(quote("has to go", "The board", ", and it").in(SECTION))
        .isEqualTo(new QuoteMatch.Reworded("must go"));
    assertThat(quote("The committee", "", "must go, and").in(SECTION))
        .isEqualTo(new QuoteMatch.Reworded("The board"));
    assertThat(quote("soon.", "it must go ", "").in(SECTION))
        .isEqualTo(new QuoteMatch.Reworded("now."));
    assertThat(quote("surely", "board", "must go").in(SECTION))
        .isEqualTo(new QuoteMatch.Reworded(""));
  }

  @Test
  void whereTheTextAroundIsThereTwiceTheShortestTextBetweenIsMeant() {
    assertThat(quote("soon", "must go", "now.").in(SECTION)).isEqualTo(new QuoteMatch.Reworded(""));
    assertThat(quote("soon.", "must go", "").in(SECTION))
        .isEqualTo(new QuoteMatch.Reworded("now."));
    Section far =
        TestSections.section("Nei.", "It fell. " + "Nobody answers. ".repeat(200) + "It fell now.");
    assertThat(quote("broke", "It", "now").in(far)).isEqualTo(new QuoteMatch.Reworded("fell"));
  }

  @Test
  void otherQuotesAreGone() {
    assertThat(quote("soon", "", "").in(SECTION)).isEqualTo(new QuoteMatch.Gone());
    assertThat(quote("soon", "the council", "now").in(SECTION)).isEqualTo(new QuoteMatch.Gone());
    assertThat(quote("soon", "and it", "The board").in(SECTION)).isEqualTo(new QuoteMatch.Gone());
    assertThat(new TextQuote(Side.ORIGINAL, "must go", "", "").in(SECTION))
        .isEqualTo(new QuoteMatch.Gone());
  }

  @Test
  void withoutWordsTheWholeTextIsMeant() {
    assertThat(quote("  ", "", "").in(SECTION)).isEqualTo(new QuoteMatch.OfTheWhole());
  }

  @Test
  void textAroundPastedWordsIsAdded() {
    assertThat(quote("must go, and", "", "").placedIn(SECTION))
        .isEqualTo(quote("must go, and", "The board", "it must go now."));
    TextQuote placed = quote("must go, and", "it said", "");
    assertThat(placed.placedIn(SECTION)).isEqualTo(placed);
    assertThat(quote("soon", "", "").placedIn(SECTION)).isEqualTo(quote("soon", "", ""));
  }

  private static TextQuote quote(String exact, String prefix, String suffix) {
    return new TextQuote(Side.TRANSLATION, exact, prefix, suffix);
  }
}
