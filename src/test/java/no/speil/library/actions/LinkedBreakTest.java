package no.speil.library.actions;

import static no.speil.library.TestLibrary.KARI;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import no.speil.align.correct.Correction;
import no.speil.corpus.Side;
import no.speil.library.TestLibrary;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thematic break that stands before a paragraph in one text and after it in the other. */
class LinkedBreakTest {
  @TempDir Path folder;
  @AutoClose private TestLibrary root;

  @BeforeEach
  void open() {
    root = new TestLibrary(folder);
    root.put(
            "archive/brev.md",
            "# Brev\n\nStyret i Oslo må gå innen 14 dager.\n\n***\n\nVi ber om et åpent møte.\n")
        .put(
            "translations/brev.md",
            "# Letter\n\n***\n\nThe board in Oslo must go within 14 days.\n\nWe ask for a meeting.\n")
        .open();
  }

  @Test
  void aPersonsLinkOfABreakHoldsWhereItCrossesOthers() {
    TrackedSection linked = link();
    assertThat(texts(linked)).containsExactly("***", "***");

    root.open();

    assertThat(texts(section(linked))).containsExactly("***", "***");
  }

  @Test
  void aPersonsLinkOfABreakHoldsWhenAnotherBlockIsEdited() {
    TrackedSection linked = link();

    root.put("archive/brev.md", root.read("archive/brev.md").replace("åpent", "helt åpent"));

    assertThat(texts(section(linked))).containsExactly("***", "***");
    assertThat(texts(root.section("brev", "Vi ber")))
        .containsExactly("Vi ber om et helt åpent møte.", "We ask for a meeting.");
  }

  @Test
  void aLinkedBreakThatIsDeletedIsNotTakenForAnother() {
    TrackedSection linked = link();

    root.put("translations/brev.md", root.read("translations/brev.md").replace("***\n\n", ""));

    assertThat(texts(section(linked))).containsExactly("***", "");
  }

  private TrackedSection link() {
    TrackedSection original = breaking(Side.ORIGINAL);
    TrackedSection translation = breaking(Side.TRANSLATION);
    var other = new ExpectedVersion(translation.section().id(), translation.version());
    return root.library()
        .alignment()
        .correct(
            new Correction.Join(original.section().id(), other.id()),
            List.of(new ExpectedVersion(original.section().id(), original.version()), other),
            KARI)
        .section();
  }

  private TrackedSection breaking(Side side) {
    return root.sections("brev").stream()
        .filter(each -> each.markdown(side).equals("***"))
        .findFirst()
        .orElseThrow();
  }

  private TrackedSection section(TrackedSection before) {
    return root.library().ids().section(before.section().id());
  }

  private static List<String> texts(TrackedSection section) {
    return List.of(section.markdown(Side.ORIGINAL), section.markdown(Side.TRANSLATION));
  }
}
