package no.speil.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.speil.corpus.Side;
import org.junit.jupiter.api.Test;

class LexiconSideBuilderTest {

  @Test
  void translationFarWeakerThanTheBestIsDroppedUnlessSure() {
    var norwegian = new LexiconSideBuilder(Side.ORIGINAL);
    var english = new LexiconSideBuilder(Side.TRANSLATION);
    norwegian.form("bevaring", "bevaring", 1);
    for (String word : List.of("preservation", "conservation", "digital", "safekeeping")) {
      english.form(word, word, 1);
    }
    norwegian.translation("bevaring", "preservation", .8f, true);
    norwegian.translation("bevaring", "conservation", .3f, false);
    norwegian.translation("bevaring", "digital", .1f, false);
    norwegian.translation("bevaring", "safekeeping", .09f, true);
    assertThat(
            TermTranslation.ofRow(
                norwegian.rows(english).get("bevaring").stream().skip(1).toList()))
        .extracting(TermTranslation::term)
        .containsExactly("preservation", "conservation", "safekeeping");
  }
}
