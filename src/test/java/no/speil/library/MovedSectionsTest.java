package no.speil.library;

import static no.speil.library.TestLibrary.KARI;
import static no.speil.library.TestLibrary.OLA;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.SectionId;
import no.speil.library.documents.SectionLocation;
import no.speil.record.CommentEvent;
import no.speil.record.EventSignature;
import no.speil.status.TrackedSection;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sections whose texts are moved into another document. */
class MovedSectionsTest {
  private static final DocumentId LETTER = new DocumentId("brev");
  private static final DocumentId ANSWER = new DocumentId("svar");
  private static final EventSignature SIGNATURE = new EventSignature(Instant.now(), "kari", "web");
  private static final String LEFT = "De fikk svar i går, og svaret var nei.\n\n";
  private static final String RIGHT = "They had an answer yesterday, and it was no.\n\n";
  private static final String REGARDS = "Med hilsen styret.\n\n";
  private static final String REGARDS_RIGHT = "With regards, the board.\n\n";

  @TempDir private Path root;
  @AutoClose private TestLibrary archive;
  private SectionWithWork work;

  @BeforeEach
  void work() {
    archive = new TestLibrary(root);
    put("brev", "Styret må gå.\n\n" + LEFT, "The board must go.\n\n" + RIGHT);
    put("svar", "Hun leste brevet sakte.\n\n", "She read the letter slowly.\n\n");
    archive.open();
    work = SectionWithWork.of(archive, "brev", "De fikk");
  }

  @Test
  void aSectionCutFromOneDocumentAndThenPutIntoAnotherMovesThere() {
    cut();
    look();
    paste("svar");
    look();

    work.assertIsIn("svar");
  }

  @Test
  void aSectionCopiedFirstAndCutThenMovesToo() {
    paste("svar");
    look();
    assertThat(work.in("svar").comments()).isEmpty();
    cut();
    look();

    work.assertIsIn("svar");
  }

  @Test
  void aSectionMovedWhileNothingRanIsFoundAlsoInANewDocument() {
    archive.close();
    cut();
    put("nytt", LEFT, RIGHT);
    archive.open();
    look();

    work.assertIsIn("nytt");
  }

  @Test
  void aSectionIsFoundAlsoWhereTheIndexWasDeletedMeanwhile() {
    cut();
    look();
    archive.close();
    paste("svar");
    archive.deleteOwnFolder();
    archive.open();
    look();

    work.assertIsIn("svar");
  }

  @Test
  void aSectionThatIsPutBackWhereItWasComesBackWithAllThatWasDoneMeanwhile() {
    cut();
    paste("svar");
    look();
    archive.library().marks().comment(work.id(), "Whose answer?", KARI);
    put("svar", "Hun leste brevet sakte.\n\n", "She read the letter slowly.\n\n");
    put("brev", "Styret må gå.\n\n" + LEFT, "The board must go.\n\n" + RIGHT);
    look();
    look();

    TrackedSection section = work.in("brev");
    assertThat(section.section().id()).isEqualTo(work.id());
    assertThat(section.openComments()).hasSize(2);
    assertThat(work.location()).isEqualTo(new SectionLocation.Present(LETTER, work.id()));
  }

  @Test
  void sectionsOfADocumentThatIsPutIntoAnotherMoveWithTheirNeighbours() {
    put("tredje", REGARDS, REGARDS_RIGHT);
    put("brev", LEFT + REGARDS, RIGHT + REGARDS_RIGHT);
    look();
    SectionWithWork regards = SectionWithWork.of(archive, "brev", "Med hilsen");
    put(
        "svar",
        "Hun leste brevet sakte.\n\n" + LEFT + REGARDS,
        "She read the letter slowly.\n\n" + RIGHT + REGARDS_RIGHT);
    archive.delete("archive/brev.md").delete("translations/brev.md");
    look();
    look();

    work.assertIsIn("svar");
    regards.assertIsIn("svar");
  }

  @Test
  void ofATextThatStoodTwiceOneMovesWhereItStandsOnce() {
    String vote = "Vedtaket skal følges av alle som leser det.\n\n";
    String voteRight = "The decision must be followed by all who read it.\n\n";
    put("brev", LEFT + vote + "Følg med.\n\n" + vote, RIGHT + voteRight + "Go on.\n\n" + voteRight);
    look();
    SectionId first = archive.section("brev", "Vedtaket").section().id();
    put("brev", "Styret må gå.\n\n", "The board must go.\n\n");
    put("svar", "Hun leste.\n\n" + vote + LEFT, "She read.\n\n" + voteRight + RIGHT);
    look();
    look();

    work.assertIsIn("svar");
    assertThat(archive.section("svar", "Vedtaket").section().id()).isEqualTo(first);
  }

  @Test
  void aTextThatStandsTwiceWhereItsNeighboursAreNowIsTheOneAfterTheFirst() {
    put("brev", LEFT + "Følg med.\n\n" + REGARDS, RIGHT + "Go on.\n\n" + REGARDS_RIGHT);
    look();
    SectionWithWork.of(archive, "brev", "Med hilsen");
    SectionId between = archive.section("brev", "Følg med").section().id();
    put(
        "svar",
        LEFT + "Følg med.\n\nEn ny del.\n\nFølg med.\n\n" + REGARDS,
        RIGHT + "Go on.\n\nA new part.\n\nGo on.\n\n" + REGARDS_RIGHT);
    put("brev", "Styret må gå.\n\n", "The board must go.\n\n");
    look();
    look();

    work.assertIsIn("svar");
    assertThat(archive.section("svar", "Følg med").section().id()).isEqualTo(between);
  }

  @Test
  void sectionsOfADocumentThatIsDividedMoveIntoThePartsThatHaveThem() {
    SectionWithWork first = SectionWithWork.of(archive, "brev", "Styret");
    archive.delete("archive/brev.md").delete("translations/brev.md");
    put("en", "Styret må gå.\n\nEn ny del.\n\n", "The board must go.\n\nA new part.\n\n");
    put("to", LEFT + "Enda en del.\n\n", RIGHT + "Another part.\n\n");
    look();
    look();

    first.assertIsIn("en");
    work.assertIsIn("to");
  }

  @Test
  void aTextThatIsInAThirdDocumentTooIsAskedAboutAndMovesWhenAKeeperSaysSo() {
    ask();

    archive.library().documents().moves().settle(work.id(), LETTER, ANSWER, SIGNATURE);
    look();

    work.assertIsIn("svar");
    assertThat(work.activities())
        .filteredOn(
            each -> each.document().equals(ANSWER) && !(each.event() instanceof CommentEvent))
        .anyMatch(each -> each.event().signature().by().equals("kari"));
    work.undo("svar");
    look();
    assertThat(work.in("svar").section().id()).isNotEqualTo(work.id());
    assertThat(archive.library().problems()).isEmpty();
  }

  @Test
  void aQuestionIsAskedAgainAfterARestartAndUntilTheSectionIsLeft() {
    ask();
    archive.open();
    look();
    assertThat(archive.library().problems()).containsExactly(question());

    archive.library().documents().moves().settle(work.id(), LETTER, LETTER, SIGNATURE);
    look();

    assertThat(archive.library().problems()).isEmpty();
    archive.open();
    look();
    assertThat(archive.library().problems()).isEmpty();
    assertThat(work.location())
        .asInstanceOf(InstanceOfAssertFactories.type(SectionLocation.Gone.class))
        .satisfies(gone -> assertThat(gone.history()).hasSize(2));
  }

  @Test
  void aQuestionIsOverWhenTheTextIsBack() {
    ask();
    put("brev", "Styret må gå.\n\n" + LEFT, "The board must go.\n\n" + RIGHT);
    look();

    work.assertIsIn("brev");
  }

  @Test
  void aTextThatOthersHaveWorkedOnWhereItIsNowIsAskedAboutAndKeepsTheWorkOfBoth() {
    paste("svar");
    look();
    SectionId other = work.in("svar").section().id();
    archive.library().marks().comment(other, "Who says so?", OLA);
    cut();
    look();
    assertThat(archive.library().problems()).containsExactly(question());

    archive.library().documents().moves().settle(work.id(), LETTER, ANSWER, SIGNATURE);

    assertThat(work.in("svar").openComments()).hasSize(2);
    assertThat(work.location()).isEqualTo(new SectionLocation.Present(ANSWER, work.id()));
    work.undo("svar");
    assertThat(work.in("svar").section().id()).isEqualTo(other);
    assertThat(work.in("svar").openComments()).hasSize(1);
  }

  @Test
  void aShortTextWithoutItsTranslationIsAskedAbout() {
    put("brev", "Styret må gå.\n\n" + LEFT, "The board must go.\n\n");
    look();
    archive.library().marks().comment(work.in("brev").section().id(), "In English?", KARI);
    put("brev", "Styret må gå.\n\n", "The board must go.\n\n");
    put("svar", "Hun leste brevet sakte.\n\n" + LEFT, "She read the letter slowly.\n\n");
    look();

    assertThat(archive.library().problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.SECTION_MOVED);
  }

  @Test
  void aMoveIsToldOnceAndCanBeTakenBack() {
    paste("svar");
    look();
    SectionId before = work.in("svar").section().id();
    cut();
    look();
    assertThat(work.activities())
        .filteredOn(each -> each.event() instanceof CommentEvent)
        .hasSize(1)
        .allMatch(each -> each.document().equals(ANSWER));

    work.undo("svar");
    look();

    TrackedSection other = work.in("svar");
    assertThat(other.section().id()).isEqualTo(before);
    assertThat(other.comments()).isEmpty();
    assertThat(archive.library().ids().locate(before))
        .contains(new SectionLocation.Present(ANSWER, before));
    assertThat(work.location())
        .asInstanceOf(InstanceOfAssertFactories.type(SectionLocation.Gone.class))
        .returns(before, SectionLocation.Gone::became);
  }

  /** Moves the text to another document while a third has it too. */
  private void ask() {
    put("tredje", LEFT, RIGHT);
    look();
    paste("svar"); // first, or a look between the two finds it in the third alone
    cut();
    look();

    assertThat(work.in("svar").section().id()).isNotEqualTo(work.id());
    assertThat(work.location()).isInstanceOf(SectionLocation.Gone.class);
    assertThat(archive.library().problems()).containsExactly(question());
    for (DocumentId each : new DocumentId[] {LETTER, ANSWER}) {
      assertThat(archive.library().documents().moves().questions(each)).containsExactly(question());
    }
  }

  private Problem question() {
    return Problem.of(
        "translations/brev.jsonl",
        0,
        Problem.Kind.SECTION_MOVED,
        LEFT.strip(),
        "brev",
        "svar",
        work.id().value());
  }

  private void look() {
    archive.library().sync().look();
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
}
