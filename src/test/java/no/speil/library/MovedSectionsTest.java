package no.speil.library;

import static no.speil.library.TestLibrary.KARI;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.actions.ExpectedVersion;
import no.speil.library.activity.ActivityCursor;
import no.speil.library.documents.SectionLocation;
import no.speil.record.CommentEvent;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sections whose texts are moved into another document. */
class MovedSectionsTest {
  private static final String LEFT = "De fikk svar i går, og svaret var nei.\n\n";
  private static final String RIGHT = "They had an answer yesterday, and it was no.\n\n";

  @TempDir private Path root;
  @AutoClose private TestLibrary archive;
  private SectionId id;

  @BeforeEach
  void work() {
    archive = new TestLibrary(root);
    put("brev", "Styret må gå.\n\n" + LEFT, "The board must go.\n\n" + RIGHT);
    put("svar", "Hun leste brevet sakte.\n\n", "She read the letter slowly.\n\n");
    archive.open();
    TrackedSection section = archive.section("brev", "De fikk");
    id = section.section().id();
    archive.mark(section, State.TRANSLATED, KARI);
    archive.library().marks().comment(id, "Which day?", KARI);
  }

  @Test
  void aSectionCutFromOneDocumentAndThenPutIntoAnotherMovesThere() {
    cut();
    archive.library().sync().sweep();
    paste("svar");
    archive.library().sync().sweep();

    assertIsIn("svar");
  }

  @Test
  void aSectionCopiedFirstAndCutThenMovesToo() {
    paste("svar");
    archive.library().sync().sweep();
    assertThat(archive.section("svar", "De fikk").comments()).isEmpty();
    cut();
    archive.library().sync().sweep();

    assertIsIn("svar");
  }

  @Test
  void aSectionMovedWhileNothingRanIsFoundAlsoInANewDocument() {
    archive.close();
    cut();
    put("nytt", LEFT, RIGHT);
    archive.open();
    archive.library().sync().sweep();

    assertIsIn("nytt");
  }

  @Test
  void aSectionThatIsPutBackWhereItWasComesBackWithAllThatWasDoneMeanwhile() {
    cut();
    paste("svar");
    archive.library().sync().sweep();
    archive.library().marks().comment(id, "Whose answer?", KARI);
    put("svar", "Hun leste brevet sakte.\n\n", "She read the letter slowly.\n\n");
    put("brev", "Styret må gå.\n\n" + LEFT, "The board must go.\n\n" + RIGHT);
    archive.library().sync().sweep();
    archive.library().sync().sweep();

    TrackedSection section = archive.section("brev", "De fikk");
    assertThat(section.section().id()).isEqualTo(id);
    assertThat(section.openComments()).hasSize(2);
    assertThat(location()).isEqualTo(new SectionLocation.Present(new DocumentId("brev"), id));
  }

  @Test
  void textThatStandsElsewhereTooMovesNothing() {
    put("tredje", LEFT, RIGHT);
    archive.library().sync().sweep();
    cut();
    paste("svar");
    archive.library().sync().sweep();

    assertThat(archive.section("svar", "De fikk").section().id()).isNotEqualTo(id);
    assertThat(location()).isInstanceOf(SectionLocation.Gone.class);
  }

  @Test
  void aMoveIsToldOnceAndCanBeTakenBack() {
    cut();
    paste("svar");
    archive.library().sync().sweep();
    assertThat(
            archive
                .library()
                .activity()
                .since(ActivityCursor.moment(Instant.EPOCH), 100)
                .activities())
        .filteredOn(each -> each.event() instanceof CommentEvent)
        .hasSize(1)
        .allMatch(each -> each.document().value().equals("svar"));

    TrackedSection moved = archive.section("svar", "De fikk");
    archive.library().alignment().undo(new ExpectedVersion(id, moved.version()), KARI);
    archive.library().sync().sweep();

    TrackedSection other = archive.section("svar", "De fikk");
    assertThat(other.section().id()).isNotEqualTo(id);
    assertThat(other.comments()).isEmpty();
  }

  private void cut() {
    put("brev", "Styret må gå.\n\n", "The board must go.\n\n");
  }

  private void paste(String document) {
    put(document, "Hun leste brevet sakte.\n\n" + LEFT, "She read the letter slowly.\n\n" + RIGHT);
  }

  private void put(String document, String original, String translation) {
    archive.put("archive/" + document + ".md", "# Om " + document + "\n\n" + original);
    archive.put("translations/" + document + ".md", "# On " + document + "\n\n" + translation);
  }

  private SectionLocation location() {
    return archive.library().ids().locate(id).orElseThrow();
  }

  private void assertIsIn(String document) {
    TrackedSection section = archive.section(document, "De fikk");
    assertThat(section.section().id()).isEqualTo(id);
    assertThat(section.sectionStatus().state()).isEqualTo(State.TRANSLATED);
    assertThat(section.openComments()).hasSize(1);
    assertThat(location()).isEqualTo(new SectionLocation.Present(new DocumentId(document), id));
    assertThat(archive.library().problems()).isEmpty();
  }
}
