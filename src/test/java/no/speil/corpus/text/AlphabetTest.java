package no.speil.corpus.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlphabetTest {
  @Test
  void norwegianEndsInItsThreeLetters() {
    assertSorted(
        Alphabet.NORWEGIAN,
        "1814",
        "2015: et år",
        "Alt",
        "Brev",
        "en sak",
        "En sak til",
        "Ensak",
        "Éter",
        "Über alt, som y",
        "Zoo",
        "Ærlig talt",
        "Ätten",
        "Øl",
        "Östersund",
        "Å leve",
        "«Ånd»",
        "Åpent brev");
  }

  @Test
  void englishTakesThemForPlainLetters() {
    assertSorted(
        Alphabet.ENGLISH,
        "A board",
        "Å leve",
        "Ærø",
        "Aft",
        "“Ånd”",
        "Oslo",
        "Östersund",
        "The boards",
        "The board’s answer",
        "Zoo");
  }

  @Test
  void theInitialIsALetterOfTheAlphabet() {
    assertThat(
            List.of("«Ånd»", "æra", "Östersund", "été", "1984", "Жизнь", "Йога", "—").stream()
                .map(Alphabet.NORWEGIAN::initial))
        .containsExactly("Å", "Æ", "Ø", "E", "0–9", "Ж", "Й", "");
    assertThat(List.of("«Ånd»", "æra", "Östersund").stream().map(Alphabet.ENGLISH::initial))
        .containsExactly("A", "A", "O");
  }

  @Test
  void plainWordsComeAsACollatorOrdersThem() {
    Collator collator = Collator.getInstance(Locale.of("nb"));
    collator.setStrength(Collator.PRIMARY);
    var random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      String one = word(random);
      String other = word(random);
      assertThat(Integer.signum(Alphabet.NORWEGIAN.compare(one, other)))
          .as(one + " " + other)
          .isEqualTo(collator.compare(one, other));
    }
  }

  /** Without aa, which a collator takes for å even in Saab. */
  private static String word(Random random) {
    var word = new StringBuilder();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      word.append("bcdeæøåzgæøå".charAt(random.nextInt(12)));
    }
    return word.toString();
  }

  private static void assertSorted(Alphabet alphabet, String... sorted) {
    List<String> shuffled = new ArrayList<>(List.of(sorted));
    Collections.shuffle(shuffled, new Random(1));
    shuffled.sort(alphabet);
    assertThat(shuffled).containsExactly(sorted);
  }
}
