package no.speil.library;

import static no.speil.library.TestLibrary.KARI;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.speil.corpus.Problem;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of a record that divide a document as it cannot be: listed, passed over, harmless. */
@Tag("slow")
class ImpossibleLayoutTest {
  private static final String ORIGINAL = "# Brev\n\nStyret må gå.\n\nVi venter på svar i mai.\n";
  private static final String TRANSLATION =
      "# Letter\n\nThe board must go.\n\nWe wait for an answer in May.\n";
  private static final String PRINT =
      "[{\"kind\":\"paragraph\",\"hash\":\"sha256:0123456789abcdef0123456789abcdef\",\"sketch\":\"\"}]";
  private static final String BLOCKS = "\"original\":" + PRINT + ",\"translation\":[]";
  private static final String TITLE = BLOCKS.replace("paragraph", "title");
  private static final String ID = "0000000000";

  @TempDir private Path folder;
  @AutoClose private TestLibrary root;

  @BeforeEach
  void make() {
    root =
        new TestLibrary(folder).put("archive/a.md", ORIGINAL).put("translations/a.md", TRANSLATION);
    root.open();
    root.mark(root.section("a", "Styret"), State.TRANSLATED, KARI);
    root.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'0000000000','how':'automatic','confidence':1,'original':[],'translation':[]}",
        "{'id':'0000000000','how':'automatic','confidence':1}",
        "{'id':'0000000000','after':'','how':'automatic','confidence':1,BLOCKS},{'id':'0000000000','after':'','how':'automatic','confidence':1,BLOCKS}",
        "{'id':'0000000000','after':'0000000000','how':'automatic','confidence':1,BLOCKS}",
        "{'id':'1111111111','how':'automatic','confidence':1,TITLE},{'id':'0000000000','how':'automatic','confidence':1,TITLE}",
      })
  void sectionsThatCannotBeAreListedWithTheirLineAndPassedOver(String sections) {
    checkPassedOver(line(sections, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'0000000000'},{'id':'0000000000'}",
        "{'id':'0000000000','became':'0000000000'}",
      })
  void goneSectionsThatCannotBeAreListedWithTheirLineAndPassedOver(String gone) {
    checkPassedOver(line("", gone));
  }

  @Test
  void whatIsThereAndGoneIsListedAndPassedOver() {
    checkPassedOver(
        line("{'id':'0000000000','how':'automatic','confidence':1,BLOCKS}", "{'id':'0000000000'}"));
  }

  @Test
  void theTitleAmongOtherBlocksIsListedAndPassedOver() {
    checkPassedOver(
        line(
            "{'id':'0000000000','how':'automatic','confidence':1,TITLE}"
                .replace("TITLE", TITLE.replace("[]", PRINT)),
            ""));
  }

  @Test
  void aHashThatCannotBeIsNoEvent() {
    append(
        line("{'id':'0000000000','how':'automatic','confidence':1,BLOCKS}", "")
            .replace("sha256:0123", "sha256:"));

    assertThat(root.open().problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.NO_EVENT);
  }

  /** What was laid twice, in lines that can both be, is laid once. */
  @Test
  void aBlockThatTwoSectionsClaimIsOneSections() {
    String claim = root.read("translations/a.jsonl").lines().toList().get(1);
    String other = claim.replaceAll("\"id\":\"..", "\"id\":\"00");
    append(other);

    root.open();

    checkEverySectionHasATextAndAnId();
    assertThat(root.section("a", "Styret").section().translation()).hasSize(1);
    root.mark(root.section("a", "Vi venter"), State.TRANSLATED, KARI);
    List<TrackedSection> now = root.sections("a");
    root.open();
    assertThat(root.sections("a")).isEqualTo(now);
  }

  @Test
  void whatIsWrittenAfterwardsHoldsWithoutThePassedOverLine() {
    append(line("{'id':'0000000000','how':'automatic','confidence':1,'original':[]}", ""));
    Library library = root.open();
    TrackedSection waiting = root.section("a", "Vi venter");

    library.edits().edit(waiting.section().id(), "We are waiting.", waiting.version(), KARI);
    root.put("archive/a.md", ORIGINAL + "\nDette er alt.\n");
    root.open();

    assertThat(root.section("a", "Vi venter").section().words(no.speil.corpus.Side.TRANSLATION))
        .isEqualTo("We are waiting.");
    assertThat(root.section("a", "Styret").sectionStatus().state()).isEqualTo(State.TRANSLATED);
    checkEverySectionHasATextAndAnId();
  }

  private void checkPassedOver(String line) {
    List<TrackedSection> before = sections();
    append(line);

    Library library = root.open();

    assertThat(library.problems())
        .containsExactly(
            Problem.of("translations/a.jsonl", lines(), Problem.Kind.IMPOSSIBLE_LAYOUT, ID));
    assertThat(root.sections("a")).isEqualTo(before);
    root.mark(root.section("a", "Vi venter"), State.TRANSLATED, KARI);
    root.put("archive/a.md", ORIGINAL + "\nDette er alt.\n");
    checkEverySectionHasATextAndAnId();
    root.open();
    assertThat(root.section("a", "Vi venter").sectionStatus().state()).isEqualTo(State.TRANSLATED);
  }

  private List<TrackedSection> sections() {
    root.open();
    List<TrackedSection> sections = root.sections("a");
    root.close();
    return sections;
  }

  private void checkEverySectionHasATextAndAnId() {
    Set<SectionId> ids = new TreeSet<>();
    for (TrackedSection each : root.sections("a")) {
      assertThat(each.section().original().size() + each.section().translation().size())
          .isPositive();
      assertThat(ids.add(each.section().id())).isTrue();
    }
  }

  private static String line(String sections, String gone) {
    return ("{'at':'2026-11-24T20:15:03.120Z','by':'speil','via':'file','do':'layout','sections':["
            + sections
            + "],'gone':["
            + gone
            + "]}")
        .replace('\'', '"')
        .replace("BLOCKS", BLOCKS)
        .replace("TITLE", TITLE);
  }

  private void append(String line) {
    root.close();
    root.put("translations/a.jsonl", root.read("translations/a.jsonl") + line + "\n");
  }

  private int lines() {
    return (int) root.read("translations/a.jsonl").lines().count();
  }
}
