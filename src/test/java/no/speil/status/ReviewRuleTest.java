package no.speil.status;

import static no.speil.record.TestSections.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ReviewRuleTest {

  @Test
  void translatorMayNotReviewWhereThereAreOthers() {
    assertThat(ReviewRule.mayReview("kari", at(1, "kari"), Set.of("kari", "ola"))).isFalse();
    assertThat(ReviewRule.mayReview("kari", at(1, "kari"), Set.of("ola"))).isFalse();
    assertThat(ReviewRule.mayReview("Kari", at(1, "kari"), Set.of("ola"))).isFalse();
  }

  @Test
  void anotherPersonMayReview() {
    assertThat(ReviewRule.mayReview("ola", at(1, "kari"), Set.of("kari"))).isTrue();
  }

  @Test
  void onlyPersonMayReviewTheirOwn() {
    assertThat(ReviewRule.mayReview("kari", at(1, "kari"), Set.of("kari"))).isTrue();
    assertThat(ReviewRule.mayReview("kari", at(1, "kari"), Set.of())).isTrue();
    assertThat(ReviewRule.mayReview("Kari", at(1, "kari"), Set.of("kari"))).isTrue();
  }

  @Test
  void textOfUnknownOriginMayBeReviewedByAnybody() {
    assertThat(ReviewRule.mayReview("kari", null, Set.of("kari", "ola"))).isTrue();
  }
}
