package no.speil.status.grading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThreeWayMergeTest {
  private static final String BASE = "The board must go.\n\nWe demand a new meeting in May.";

  @Test
  void changesOfDifferentWordsAreBothKept() {
    assertThat(
            ThreeWayMerge.of(
                BASE,
                "The board has to go.\n\nWe demand a new meeting in May.",
                "The board must go.\n\nWe demand a new meeting in June."))
        .contains("The board has to go.\n\nWe demand a new meeting in June.");
  }

  @Test
  void addedParagraphAndChangedWordAreBothKept() {
    assertThat(ThreeWayMerge.of(BASE, BASE + "\n\nNow.", BASE.replace("board", "committee")))
        .contains(BASE.replace("board", "committee") + "\n\nNow.");
  }

  @Test
  void sameChangeByBothIsMadeOnce() {
    String changed = BASE.replace("must", "should");
    assertThat(ThreeWayMerge.of(BASE, changed, changed)).contains(changed);
  }

  @Test
  void changesOfTheSameWordAreNotMerged() {
    assertThat(ThreeWayMerge.of(BASE, BASE.replace("must", "may"), BASE.replace("must", "can")))
        .isEmpty();
  }

  @Test
  void changesThatTouchAreNotMerged() {
    assertThat(ThreeWayMerge.of("a b c", "a x c", "a b y")).isPresent();
    assertThat(ThreeWayMerge.of("ab", "x", "y")).isEmpty();
    assertThat(ThreeWayMerge.of("a b", "a x b", "a y b")).isEmpty();
  }

  @Test
  void changesOfOnePersonOnlyAreKept() {
    assertThat(ThreeWayMerge.of(BASE, BASE, "Quite another text.")).contains("Quite another text.");
    assertThat(ThreeWayMerge.of("", "", "New.")).contains("New.");
  }

  @Test
  void veryLongTextsAreNotTried() {
    assertThat(ThreeWayMerge.of("a ".repeat(5000), "b", "c")).isEmpty();
  }
}
