package no.speil.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import no.speil.library.activity.Activity;
import no.speil.library.documents.SectionLocation;
import no.speil.record.LayoutEvent;
import no.speil.status.TrackedSection;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sections that are cut and pasted, or taken out and brought back in another way. */
class ReturnedSectionsTest {
  private static final String ORIGINAL = "archive/brev.md";
  private static final String TRANSLATION = "translations/brev.md";
  private static final String LEFT = "De fikk svar i går.\n\n";
  private static final String RIGHT = "They had an answer yesterday.\n\n";

  @TempDir private Path root;
  @AutoClose private TestLibrary archive;
  private SectionWithWork work;

  @BeforeEach
  void work() {
    archive =
        new TestLibrary(root)
            .put(ORIGINAL, "# Brev\n\nStyret må gå.\n\n" + LEFT + "Hilsen Kari og Ola.\n\n")
            .put(TRANSLATION, "# Letter\n\nThe board must go.\n\n" + RIGHT + "Kari and Ola.\n\n");
    archive.open();
    work = SectionWithWork.of(archive, "brev", "De fikk");
  }

  @Test
  void aSectionCutInBothFilesAndPutBackIsTheSame() {
    change(ORIGINAL, text -> text.replace(LEFT, ""));
    change(TRANSLATION, text -> text.replace(RIGHT, ""));
    assertThat(work.location()).isInstanceOf(SectionLocation.Gone.class);

    change(ORIGINAL, text -> text.replace("Hilsen", LEFT + "Hilsen"));
    change(TRANSLATION, text -> text.replace("Kari and", RIGHT + "Kari and"));

    work.assertIsIn("brev");
  }

  @Test
  void aSectionMovedInTwoSavesIsTheSameAlsoWhereNothingRanMeanwhile() {
    change(TRANSLATION, text -> text.replace(RIGHT, ""));
    change(ORIGINAL, text -> text.replace(LEFT, ""));
    archive.close();
    archive.put(TRANSLATION, archive.read(TRANSLATION) + RIGHT);
    archive.put(ORIGINAL, archive.read(ORIGINAL) + LEFT);
    archive.open();

    work.assertIsIn("brev");
    assertThat(archive.sections("brev").getLast().section().id()).isEqualTo(work.id());
  }

  @Test
  void filesThatWereEmptyForAWhileBringEverythingBack() {
    String original = archive.read(ORIGINAL);
    String translation = archive.read(TRANSLATION);
    change(ORIGINAL, text -> "");
    change(TRANSLATION, text -> "");

    change(ORIGINAL, text -> original);
    change(TRANSLATION, text -> translation);

    work.assertIsIn("brev");
  }

  @Test
  void whatReturnsIsToldAndCanBeTakenBackForGood() {
    change(ORIGINAL, text -> text.replace(LEFT, ""));
    change(TRANSLATION, text -> text.replace(RIGHT, ""));
    change(ORIGINAL, text -> text + LEFT);
    change(TRANSLATION, text -> text + RIGHT);
    work.assertIsIn("brev");
    assertThat(work.activities())
        .map(Activity::event)
        .filteredOn(LayoutEvent.class::isInstance)
        .hasSize(1);

    work.undo("brev");

    TrackedSection other = work.in("brev");
    assertThat(other.section().id()).isNotEqualTo(work.id());
    assertThat(other.comments()).isEmpty();
    assertThat(work.location())
        .asInstanceOf(InstanceOfAssertFactories.type(SectionLocation.Gone.class))
        .returns(other.section().id(), SectionLocation.Gone::became);
    change(ORIGINAL, text -> text.replace(LEFT, ""));
    change(TRANSLATION, text -> text.replace(RIGHT, ""));
    change(ORIGINAL, text -> text + LEFT);
    change(TRANSLATION, text -> text + RIGHT);
    assertThat(work.in("brev").section().id()).isEqualTo(other.section().id());
  }

  @Test
  void aTextThatIsThereTwiceIsNoReturn() {
    change(ORIGINAL, text -> text.replace(LEFT, ""));
    change(TRANSLATION, text -> text.replace(RIGHT, ""));

    change(ORIGINAL, text -> text + LEFT + LEFT);
    change(TRANSLATION, text -> text + RIGHT + RIGHT);

    assertThat(archive.sections("brev")).noneMatch(each -> each.section().id().equals(work.id()));
  }

  private void change(String file, UnaryOperator<String> change) {
    archive.put(file, change.apply(archive.read(file)));
    archive.sections("brev");
  }
}
