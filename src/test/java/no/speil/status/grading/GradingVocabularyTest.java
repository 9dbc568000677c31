package no.speil.status.grading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GradingVocabularyTest {
  private final GradingVocabulary vocabulary = GradingVocabulary.NORWEGIAN;

  @Test
  void wordIsOfTheKindsOfWhateverItBeginsWith() {
    assertThat(vocabulary.kinds("pliktene")).containsExactlyInAnyOrder("modality", "modality.must");
    assertThat(vocabulary.kinds("utelatt")).containsExactlyInAnyOrder("denying", "affirming");
    assertThat(vocabulary.kinds("utfor")).containsExactly("affirming");
    assertThat(vocabulary.kinds("uten"))
        .containsExactlyInAnyOrder("negation", "negation.not", "little", "affirming");
    assertThat(vocabulary.kinds("plik")).isEmpty();
    assertThat(vocabulary.kinds("")).isEmpty();
  }
}
