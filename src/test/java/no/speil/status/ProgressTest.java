package no.speil.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.Freshness;
import no.speil.corpus.Section;
import no.speil.corpus.State;
import no.speil.record.TestSections;
import org.junit.jupiter.api.Test;

class ProgressTest {

  @Test
  void wordsOfTheOriginalCount() {
    Progress progress =
        Progress.of(
            List.of(
                tracked(
                    TestSections.section(
                        "Styret må gå – nå.", "The board must go now, all of it.")),
                tracked(TestSections.section("Ei lita setning", ""))),
            false);

    assertThat(progress)
        .isEqualTo(
            new Progress(
                Map.of(
                    State.DRAFT,
                    new ProgressCount(1, 4),
                    State.UNTRANSLATED,
                    new ProgressCount(1, 3)),
                Map.of(Freshness.UNKNOWN, new ProgressCount(1, 4))));
    assertThat(progress.total()).isEqualTo(new ProgressCount(2, 7));
  }

  @Test
  void wordsOfTheTranslationCountIfTheOriginalIsElsewhereOrMissing() {
    List<TrackedSection> title =
        List.of(tracked(TestSections.section("Styret må gå", "It must go now")));
    List<TrackedSection> added = List.of(tracked(TestSections.section("", "Added by us")));

    assertThat(Progress.of(title, true).of(State.DRAFT)).isEqualTo(new ProgressCount(1, 4));
    assertThat(Progress.of(title, false).of(State.DRAFT)).isEqualTo(new ProgressCount(1, 3));
    assertThat(Progress.of(added, false).of(State.DRAFT)).isEqualTo(new ProgressCount(1, 3));
  }

  @Test
  void sectionWithoutWordsToTranslateDoesNotCount() {
    List<TrackedSection> wordless =
        List.of(
            of(BlockKind.CODE, "var x"),
            of(BlockKind.SHORTCODE, "{{< toc >}}"),
            of(BlockKind.DEFINITIONS, "[1]: x"),
            of(BlockKind.RULE, "---"),
            of(BlockKind.IMAGE, ""));

    assertThat(Progress.of(wordless, false)).isEqualTo(Progress.NONE);
    assertThat(Progress.of(List.of(of(BlockKind.IMAGE, "Et tog")), false).untranslated())
        .isEqualTo(new ProgressCount(1, 2));
  }

  @Test
  void foldersAddUp() {
    Progress one = Progress.of(List.of(tracked(TestSections.section("En to", "One two"))), false);
    Progress two = Progress.of(List.of(tracked(TestSections.section("Tre", ""))), false);

    assertThat(one.plus(two))
        .isEqualTo(
            new Progress(
                Map.of(
                    State.DRAFT,
                    new ProgressCount(1, 2),
                    State.UNTRANSLATED,
                    new ProgressCount(1, 1)),
                Map.of(Freshness.UNKNOWN, new ProgressCount(1, 2))));
    assertThat(one.plus(Progress.NONE)).isEqualTo(one);
  }

  private static TrackedSection of(BlockKind kind, String text) {
    var block = new Block(kind, 0, new Block.Source(0, 1, "x"), text);
    return tracked(new Section(TestSections.A, List.of(block), List.of(), TestSections.AUTOMATIC));
  }

  private static TrackedSection tracked(Section section) {
    SectionStatus sectionStatus =
        TestSections.RULE.judge(section, List.of(), List.of(), null, false, false);
    return TrackedSection.of(section, sectionStatus, null, List.of(), List.of());
  }
}
