package no.speil.library;

import static no.speil.library.TestLibrary.KARI;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.actions.ExpectedVersion;
import no.speil.library.activity.Activity;
import no.speil.library.activity.ActivityCursor;
import no.speil.library.documents.SectionLocation;
import no.speil.record.LayoutEvent;
import no.speil.status.TrackedSection;
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
  private SectionId id;

  @BeforeEach
  void work() {
    archive =
        new TestLibrary(root)
            .put(ORIGINAL, "# Brev\n\nStyret må gå.\n\n" + LEFT + "Hilsen Kari og Ola.\n\n")
            .put(TRANSLATION, "# Letter\n\nThe board must go.\n\n" + RIGHT + "Kari and Ola.\n\n");
    archive.open();
    TrackedSection section = archive.section("brev", "De fikk");
    id = section.section().id();
    archive.mark(section, State.TRANSLATED, KARI);
    archive.library().marks().comment(id, "Which day?", KARI);
  }

  @Test
  void aSectionCutInBothFilesAndPutBackIsTheSame() {
    change(ORIGINAL, text -> text.replace(LEFT, ""));
    change(TRANSLATION, text -> text.replace(RIGHT, ""));
    assertThat(location()).isInstanceOf(SectionLocation.Gone.class);

    change(ORIGINAL, text -> text.replace("Hilsen", LEFT + "Hilsen"));
    change(TRANSLATION, text -> text.replace("Kari and", RIGHT + "Kari and"));

    assertIsBack();
  }

  @Test
  void aSectionMovedInTwoSavesIsTheSameAlsoWhereNothingRanMeanwhile() {
    change(TRANSLATION, text -> text.replace(RIGHT, ""));
    change(ORIGINAL, text -> text.replace(LEFT, ""));
    archive.close();
    archive.put(TRANSLATION, archive.read(TRANSLATION) + RIGHT);
    archive.put(ORIGINAL, archive.read(ORIGINAL) + LEFT);
    archive.open();

    assertIsBack();
    assertThat(archive.sections("brev").getLast().section().id()).isEqualTo(id);
  }

  @Test
  void filesThatWereEmptyForAWhileBringEverythingBack() {
    String original = archive.read(ORIGINAL);
    String translation = archive.read(TRANSLATION);
    change(ORIGINAL, text -> "");
    change(TRANSLATION, text -> "");

    change(ORIGINAL, text -> original);
    change(TRANSLATION, text -> translation);

    assertIsBack();
  }

  @Test
  void whatReturnsIsToldAndCanBeTakenBackForGood() {
    change(ORIGINAL, text -> text.replace(LEFT, ""));
    change(TRANSLATION, text -> text.replace(RIGHT, ""));
    change(ORIGINAL, text -> text + LEFT);
    change(TRANSLATION, text -> text + RIGHT);
    assertIsBack();
    assertThat(
            archive
                .library()
                .activity()
                .since(ActivityCursor.moment(Instant.EPOCH), 100)
                .activities())
        .map(Activity::event)
        .filteredOn(LayoutEvent.class::isInstance)
        .hasSize(1);

    undo();

    TrackedSection other = archive.section("brev", "De fikk");
    assertThat(other.section().id()).isNotEqualTo(id);
    assertThat(other.comments()).isEmpty();
    change(ORIGINAL, text -> text.replace(LEFT, ""));
    change(TRANSLATION, text -> text.replace(RIGHT, ""));
    change(ORIGINAL, text -> text + LEFT);
    change(TRANSLATION, text -> text + RIGHT);
    assertThat(archive.section("brev", "De fikk").section().id()).isEqualTo(other.section().id());
  }

  @Test
  void aTextThatIsThereTwiceIsNoReturn() {
    change(ORIGINAL, text -> text.replace(LEFT, ""));
    change(TRANSLATION, text -> text.replace(RIGHT, ""));

    change(ORIGINAL, text -> text + LEFT + LEFT);
    change(TRANSLATION, text -> text + RIGHT + RIGHT);

    assertThat(archive.sections("brev")).noneMatch(each -> each.section().id().equals(id));
  }

  private void undo() {
    TrackedSection section = archive.section("brev", "De fikk");
    archive
        .library()
        .alignment()
        .undo(new ExpectedVersion(section.section().id(), section.version()), KARI);
  }

  private void change(String file, UnaryOperator<String> change) {
    archive.put(file, change.apply(archive.read(file)));
    archive.sections("brev");
  }

  private SectionLocation location() {
    return archive.library().ids().locate(id).orElseThrow();
  }

  private void assertIsBack() {
    TrackedSection section = archive.section("brev", "De fikk");
    assertThat(section.section().id()).isEqualTo(id);
    assertThat(section.sectionStatus().state()).isEqualTo(State.TRANSLATED);
    assertThat(section.sectionStatus().freshness()).isEqualTo(Freshness.CURRENT);
    assertThat(section.openComments()).hasSize(1);
    assertThat(location()).isEqualTo(new SectionLocation.Present(new DocumentId("brev"), id));
    assertThat(List.copyOf(archive.library().problems())).isEmpty();
  }
}
