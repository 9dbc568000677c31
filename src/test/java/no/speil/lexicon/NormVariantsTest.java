package no.speil.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NormVariantsTest {
  /** Terms as the index has them: stemmed, with their letters folded. */
  private static final WordList TERMS =
      WordList.of(
          List.of(
              "drom",
              "folkeavstemning",
              "heimeban",
              "hjemmeban",
              "kvit",
              "larern",
              "rein",
              "rens",
              "skolebarn",
              "sykl",
              "trygg"));

  private static WordMultimap pairs() {
    return WordMultimap.of(
        Map.of(
            "hjem", List.of("heim"),
            "heim", List.of("hjem"),
            "skol", List.of("skul"),
            "skul", List.of("skol"),
            "avstemning", List.of("roysting"),
            "roysting", List.of("avstemning")));
  }

  private static List<String> of(String term) {
    return NormVariants.of(TERMS, NormVariantsTest::pairs).of(term).stream()
        .map(e -> TERMS.get(e.number()))
        .toList();
  }

  @Test
  void regularSpellingDifferencesLeadFromOneNormToTheOther() {
    assertThat(of("draum")).containsExactly("drom");
    assertThat(of("hvit")).containsExactly("kvit");
    assertThat(of("tryggleik")).containsExactly("trygg");
    assertThat(of("trygglegheit")).containsExactly("trygg");
    assertThat(of("larar")).containsExactly("larern");
    assertThat(of("ren")).containsExactly("rein");
    assertThat(of("stein")).isEmpty();
  }

  @Test
  void partsOfCompoundsAreReplacedByKnownCounterparts() {
    assertThat(of("skulebarn")).containsExactly("skolebarn");
    assertThat(of("folkeroysting")).containsExactly("folkeavstemning");
    assertThat(of("heimeban")).containsExactly("heimeban", "hjemmeban");
  }

  @Test
  void onlyPairsFromTheListAreKnown() {
    var terms = WordList.of(List.of("heim", "hem", "hjem"));
    List<NormVariants.Match> found = NormVariants.of(terms, NormVariantsTest::pairs).of("heim");
    assertThat(found)
        .extracting(each -> terms.get(each.number()) + " " + each.isKnown())
        .containsExactly("hjem true", "heim false", "hem false");
  }

  @Test
  void veryLongWordHasNoVariants() {
    String term = "ei".repeat(30);
    assertThat(NormVariants.of(WordList.of(List.of(term)), NormVariantsTest::pairs).of(term))
        .isEmpty();
  }
}
