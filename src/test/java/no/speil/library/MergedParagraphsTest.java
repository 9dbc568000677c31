package no.speil.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import no.speil.corpus.Freshness;
import no.speil.corpus.State;
import no.speil.status.SectionStatus;
import no.speil.status.grading.ChangeClass;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two paragraphs that become one are a change of markup where no word is another. */
class MergedParagraphsTest {
  private static final String NO = "# Kravene\n\nStyret må gå av.%sVi krever tre nye valg.\n";
  private static final String EN =
      "# The demands\n\nThe board must resign.%sWe demand three new elections.\n";

  @TempDir private Path folder;
  @AutoClose private TestLibrary archive;

  @BeforeEach
  void mark() {
    archive = new TestLibrary(folder);
    write("\n\n", "\n\n");
    archive.open();
    archive.mark(archive.section("brev", "Styret"), State.TRANSLATED, TestLibrary.KARI);
    archive.mark(archive.section("brev", "Styret"), State.REVIEWED, TestLibrary.OLA);
    archive.mark(archive.section("brev", "Vi krever"), State.TRANSLATED, TestLibrary.KARI);
  }

  private void write(String original, String translation) {
    archive
        .put("archive/brev.md", NO.formatted(original))
        .put("translations/brev.md", EN.formatted(translation));
  }

  private SectionStatus merged() {
    assertThat(archive.sections("brev")).hasSize(3);
    return archive.section("brev", "Styret må gå av. Vi krever").sectionStatus();
  }

  @Test
  void mergedOnBothSidesTheyHaveTheLowerOfTheirStates() {
    write(" ", " ");

    assertThat(merged().state()).isEqualTo(State.TRANSLATED);
    assertThat(merged().freshness()).isEqualTo(Freshness.CURRENT);
    assertThat(merged().change().grade()).isEqualTo(ChangeClass.MARKUP);
  }

  @Test
  void mergedInTheOriginalOnlyTheyAreTranslatedAsBefore() {
    write("\n", "\n\n");

    assertThat(merged().state()).isEqualTo(State.TRANSLATED);
    assertThat(merged().freshness()).isEqualTo(Freshness.CURRENT);
    assertThat(merged().change().grade()).isEqualTo(ChangeClass.MARKUP);
  }

  @Test
  void mergedInTheTranslationOnlyTheyAreTranslatedAsBefore() {
    write("\n\n", " ");

    SectionStatus status = archive.section("brev", "Styret").sectionStatus();
    assertThat(archive.sections("brev")).hasSize(3);
    assertThat(status.state()).isEqualTo(State.TRANSLATED);
    assertThat(status.freshness()).isEqualTo(Freshness.CURRENT);
    assertThat(status.change()).isNull();
  }

  @Test
  void mergedWithANumberChangedTheyAreOutOfDateByFacts() {
    archive
        .put("archive/brev.md", NO.formatted(" ").replace("tre", "fire"))
        .put("translations/brev.md", EN.formatted(" "));

    SectionStatus status = archive.section("brev", "Styret må gå av. Vi").sectionStatus();
    assertThat(status.state()).isEqualTo(State.TRANSLATED);
    assertThat(status.freshness()).isEqualTo(Freshness.STALE);
    assertThat(status.change().grade()).isEqualTo(ChangeClass.FACTS);
  }

  @Test
  void mergedWithOtherWordsInTheTranslationTheyAreADraft() {
    archive
        .put("archive/brev.md", NO.formatted(" "))
        .put("translations/brev.md", EN.formatted(" ").replace("must", "should"));

    assertThat(archive.section("brev", "Styret").sectionStatus().state()).isEqualTo(State.DRAFT);
  }
}
