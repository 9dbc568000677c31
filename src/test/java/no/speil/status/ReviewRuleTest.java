package no.speil.status;

import static no.speil.record.TestSections.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ReviewRuleTest {

  @Test
  void translatorMayNotReviewWhereThereAreOthers() {
    assertThat(ReviewRule.mayReviewAlone("kari", at(1, "kari"), Set.of("kari", "ola"))).isFalse();
    assertThat(ReviewRule.mayReviewAlone("kari", at(1, "kari"), Set.of("ola"))).isFalse();
    assertThat(ReviewRule.mayReviewAlone("Kari", at(1, "kari"), Set.of("ola"))).isFalse();
  }

  @Test
  void anotherPersonMayReview() {
    assertThat(ReviewRule.mayReviewAlone("ola", at(1, "kari"), Set.of("kari"))).isTrue();
  }

  @Test
  void onlyPersonMayReviewTheirOwn() {
    assertThat(ReviewRule.mayReviewAlone("kari", at(1, "kari"), Set.of("kari"))).isTrue();
    assertThat(ReviewRule.mayReviewAlone("kari", at(1, "kari"), Set.of())).isTrue();
    assertThat(ReviewRule.mayReviewAlone("Kari", at(1, "kari"), Set.of("kari"))).isTrue();
  }

  @Test
  void textOfUnknownOriginMayBeReviewedByAnybody() {
    assertThat(ReviewRule.mayReviewAlone("kari", null, Set.of("kari", "ola"))).isTrue();
  }
}
