package no.speil.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CompoundSplitterTest {
  private static final CompoundSplitter COMPOUNDS =
      learn(
          Map.of(
              "folk",
              9L,
              "folke",
              4L,
              "avstemning",
              5L,
              "avstemningen",
              3L,
              "folkeavstemning",
              2L,
              "arbeid",
              30L,
              "miljø",
              12L,
              "lov",
              90L,
              "loven",
              50L,
              "ingen",
              400L));

  private static CompoundSplitter learn(Map<String, Long> counts) {
    return CompoundSplitter.learn(sink -> counts.forEach(sink::accept), Dictionary.EMPTY);
  }

  @Test
  void compoundFallsIntoWordsThatAreMoreFrequentThanItself() {
    assertThat(COMPOUNDS.parts("folkeavstemning")).containsExactly("folk", "avstemning");
    assertThat(COMPOUNDS.parts("folkeavstemningen")).containsExactly("folk", "avstemningen");
  }

  @Test
  void frequentWordStaysWhole() {
    CompoundSplitter compounds = learn(Map.of("regn", 3L, "skap", 2L, "regnskap", 40L));
    assertThat(compounds.parts("regnskap")).isEmpty();
  }

  @Test
  void threePartsAndLinkingLettersAreSplit() {
    assertThat(COMPOUNDS.parts("arbeidsmiljøavstemning"))
        .containsExactly("arbeid", "miljø", "avstemning");
    assertThat(COMPOUNDS.parts("arbeidsmiljøloven")).containsExactly("arbeid", "miljø", "loven");
  }

  @Test
  void partsHaveFourLettersAndAreNoEndings() {
    assertThat(COMPOUNDS.parts("arbeidslov")).isEmpty();
    assertThat(COMPOUNDS.parts("arbeidingen")).isEmpty();
  }

  @Test
  void wordsOfOtherLettersStayWhole() {
    assertThat(COMPOUNDS.parts("arbeiddžargon")).isEmpty();
    assertThat(COMPOUNDS.parts("")).isEmpty();
    assertThat(CompoundSplitter.NONE.parts("folkeavstemning")).isEmpty();
  }

  @Test
  void orderOfTheWordsDoesNotMatter() {
    var counts = new TreeMap<String, Long>(Map.of("folk", 2L, "avstemning", 3L, "miljø", 4L));
    assertThat(learn(counts.descendingMap()).toBytes()).isEqualTo(learn(counts).toBytes());
    assertThat(learn(counts.descendingMap()).fingerprint()).isEqualTo(learn(counts).fingerprint());
  }

  @Test
  void bytesHoldAllThatWasLearned() {
    CompoundSplitter read = CompoundSplitter.fromBytes(COMPOUNDS.toBytes());
    assertThat(read.parts("folkeavstemning")).containsExactly("folk", "avstemning");
    assertThat(read.fingerprint()).isEqualTo(COMPOUNDS.fingerprint()).isNotEmpty();
    assertThatThrownBy(() -> CompoundSplitter.fromBytes(new byte[] {0, 0, 1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ofVeryManyWordsTheMostFrequentAreKept() {
    CompoundSplitter compounds =
        CompoundSplitter.learn(
            sink -> {
              for (int i = 0; i < 600_000; i++) {
                sink.accept(name(i), i < 1000 ? 2 : 1);
              }
            },
            Dictionary.EMPTY);
    assertThat(compounds.size()).isEqualTo(1000);
    assertThat(compounds.parts(name(7) + name(8))).isEqualTo(List.of(name(7), name(8)));
  }

  private static String name(int number) {
    var name = new StringBuilder("b");
    for (int rest = number + 26 * 26 * 26; rest > 0; rest /= 26) {
      name.append((char) ('a' + rest % 26));
    }
    return name.append('k').toString();
  }
}
