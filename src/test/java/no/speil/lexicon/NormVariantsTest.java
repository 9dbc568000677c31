package no.speil.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NormVariantsTest {
  /** Terms as the index has them: stemmed, with their letters folded. */
  private static final List<String> TERMS =
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
          "trygg");

  private static final Map<String, List<String>> PAIRS =
      Map.of(
          "hjem", List.of("heim"),
          "heim", List.of("hjem"),
          "skol", List.of("skul"),
          "skul", List.of("skol"),
          "avstemning", List.of("roysting"),
          "roysting", List.of("avstemning"));

  private static List<NormVariants.Match> variants(List<String> terms, String term) {
    Map<String, List<String>> byKey = NormVariants.termsByKey(terms);
    return new NormVariants(
            each -> PAIRS.getOrDefault(each, List.of()), key -> byKey.getOrDefault(key, List.of()))
        .of(term);
  }

  private static List<String> of(String term) {
    return variants(TERMS, term).stream().map(NormVariants.Match::term).toList();
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
    var terms = List.of("heim", "hem", "hjem");
    List<NormVariants.Match> found = variants(terms, "heim");
    assertThat(found)
        .extracting(each -> each.term() + " " + each.isKnown())
        .containsExactly("hjem true", "heim false", "hem false");
  }

  @Test
  void veryLongWordHasNoVariants() {
    String term = "ei".repeat(30);
    assertThat(variants(List.of(term), term)).isEmpty();
  }
}
