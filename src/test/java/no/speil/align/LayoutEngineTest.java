package no.speil.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import no.speil.ProcessorTime;
import no.speil.align.identity.RandomParagraphs;
import no.speil.align.identity.Revision;
import no.speil.align.identity.RevisionFixture;
import no.speil.align.identity.TestTexts;
import no.speil.corpus.Alignment;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A letter of seven sections, title included, under every kind of revision. */
class LayoutEngineTest {
  private static final String NO1 = "## Hva vi vil";
  private static final String EN1 = "## What we want";
  private static final String NO2 =
      "Styret i Amnesty Norge har tapt medlemmenes tillit og må gå av med øyeblikkelig virkning.";
  private static final String EN2 =
      "The board of Amnesty Norway has lost the trust of its members and must resign immediately.";
  private static final String NO3 =
      "Vi krever et ekstraordinært landsmøte innen utgangen av 2015. "
          + "Alle lag skal få sende sine utsendinger dit, og saken skal stå først på dagsordenen.";
  private static final String EN3 =
      "We demand an extraordinary national congress before the end of 2015. All branches shall be"
          + " able to send delegates, and this matter shall be first on the agenda.";
  private static final String NO4 = "## Bakgrunn";
  private static final String EN4 = "## Background";
  private static final String NO5 =
      "Kvinnegruppa ble stiftet i 1986 og har siden da arbeidet mot vold og prostitusjon i Norge.";
  private static final String EN5 =
      "The women's group was founded in 1986 and has worked against violence and prostitution in "
          + "Norway ever since.";
  private static final String NO6 =
      "Vi takker alle som har støttet oss gjennom disse tretti årene.";
  private static final String EN6 =
      "We thank everyone who has supported us through these thirty years.";
  private static final String NEW_NO =
      "Hunden til naboen spiste opp fjorårets regnskap sammen med en bløtkake fra bakeren.";
  private static final String NEW_EN =
      "The neighbour's dog ate last year's accounts together with a cream cake from the baker.";

  private final RevisionFixture revisionFixture = new RevisionFixture();

  @BeforeEach
  void firstLayout() {
    no(NO1, NO2, NO3, NO4, NO5, NO6).en(EN1, EN2, EN3, EN4, EN5, EN6);
  }

  @Test
  void firstLayoutPairsTranslations() {
    assertThat(revisionFixture.layout())
        .containsExactly(
            "0: Tittel = Title",
            "1: " + NO1 + " = " + EN1,
            "2: " + NO2 + " = " + EN2,
            "3: " + NO3 + " = " + EN3,
            "4: " + NO4 + " = " + EN4,
            "5: " + NO5 + " = " + EN5,
            "6: " + NO6 + " = " + EN6);
    assertThat(revisionFixture.sections())
        .allSatisfy(s -> assertThat(s.alignment().confidence()).isGreaterThan(.8));
  }

  @Test
  void unchangedFilesGiveNoPlacements() {
    Revision again = no(NO1, NO2, NO3, NO4, NO5, NO6).en(EN1, EN2, EN3, EN4, EN5, EN6);

    assertThat(again.changed()).isEmpty();
    assertThat(again.removed()).isEmpty();
  }

  @Test
  void reflowedTextIsTheSameText() {
    Revision again =
        no(NO1, NO2.replace(" har ", "\nhar  "), NO3, NO4, NO5, NO6)
            .en(EN1, EN2, EN3, EN4, EN5, EN6);

    assertThat(again.changed()).isEmpty();
  }

  @Test
  void editedOriginalKeepsItsTranslation() {
    String edited = NO2.replace("har tapt", "har ikke tapt");
    Revision revision = no(NO1, edited, NO3, NO4, NO5, NO6).en(EN1, EN2, EN3, EN4, EN5, EN6);

    assertThat(changed("2", edited, EN2)).isEqualTo(revisionFixture.layout());
    assertThat(revision.changed())
        .extracting(p -> p.section().id())
        .containsExactly(revisionFixture.id(EN2));
  }

  @Test
  void textsOfAFewWordsWithOneOfThemChangedKeepTheirTranslations() {
    for (var edit :
        List.of(
            List.of("Styret skal gå.", "Styret bør gå.", "The board shall go."),
            List.of("Møtet ble hevet.", "Møtet er hevet.", "The meeting was closed."),
            List.of("Fire stemte for.", "Fem stemte for.", "Four voted for it."),
            List.of("Vi svarer i dag.", "Vi svarer i morgen.", "We shall answer today."))) {
      String before = edit.get(0);
      no(NO1, NO2, before, NO3).en(EN1, EN2, edit.get(2), EN3);
      SectionId id = revisionFixture.sections().get(3).id();
      no(NO1, NO2, edit.get(1), NO3).en(EN1, EN2, edit.get(2), EN3);

      assertThat(revisionFixture.layout().get(3))
          .as(before)
          .endsWith(edit.get(1) + " = " + edit.get(2));
      assertThat(revisionFixture.sections().get(3).id()).as(before).isEqualTo(id);
    }
  }

  @Test
  void editedTranslationStaysWithItsOriginal() {
    String edited = EN3.replace("demand", "request");
    no(NO1, NO2, NO3, NO4, NO5, NO6).en(EN1, EN2, edited, EN4, EN5, EN6);

    assertThat(changed("3", NO3, edited)).isEqualTo(revisionFixture.layout());
  }

  @Test
  void bothSidesEditedAtOnceStayTogether() {
    String no = NO3.replace("2015", "2016");
    String en = EN3.replace("2015", "2016");
    no(NO1, NO2, no, NO4, NO5, NO6).en(EN1, EN2, en, EN4, EN5, EN6);

    assertThat(changed("3", no, en)).isEqualTo(revisionFixture.layout());
  }

  @Test
  void changedMarkupKeepsTheSection() {
    String no = NO2.replace("Amnesty", "**Amnesty**");
    no(NO1, no, NO3, NO4, NO5, NO6).en(EN1, EN2, EN3, EN4, EN5, EN6);

    assertThat(changed("2", no, EN2)).isEqualTo(revisionFixture.layout());
  }

  @Test
  void changedHeadingLevelsKeepTheSections() {
    no("# Hva vi vil", NO2, NO3, "### Bakgrunn", NO5, NO6)
        .en(EN1, EN2, EN3, "# Background", EN5, EN6);

    assertThat(revisionFixture.layout())
        .startsWith("0: Tittel = Title", "1: # Hva vi vil = " + EN1)
        .contains("4: ### Bakgrunn = # Background")
        .hasSize(7);
  }

  @Test
  void paragraphThatBecomesAnItemKeepsItsTranslation() {
    no(NO1, "- " + NO2, NO3, NO4, NO5, NO6).en(EN1, EN2, EN3, EN4, EN5, EN6);

    assertThat(changed("2", "- " + NO2, EN2)).isEqualTo(revisionFixture.layout());
  }

  @Test
  void movedOriginalTakesItsTranslationAlong() {
    Revision revision = no(NO1, NO3, NO4, NO2, NO5, NO6).en(EN1, EN2, EN3, EN4, EN5, EN6);

    assertThat(revisionFixture.layout())
        .containsExactly(
            "0: Tittel = Title",
            "1: " + NO1 + " = " + EN1,
            "3: " + NO3 + " = " + EN3,
            "4: " + NO4 + " = " + EN4,
            "2: " + NO2 + " = " + EN2,
            "5: " + NO5 + " = " + EN5,
            "6: " + NO6 + " = " + EN6);
    assertThat(revision.changed()).hasSize(1);
    assertThat(revision.removed()).isEmpty();
  }

  @Test
  void passageMovedUnderAnotherHeadingOnBothSidesIsOnlyMoved() {
    no(NO1, NO2, NO4, NO5, NO6, NO3).en(EN1, EN2, EN4, EN5, EN6, EN3);

    assertThat(revisionFixture.layout())
        .endsWith("6: " + NO6 + " = " + EN6, "3: " + NO3 + " = " + EN3)
        .hasSize(7);
  }

  @Test
  void movedAndEditedOriginalIsRecognised() {
    String edited = NO3.replace("utsendinger", "delegater");
    no(NO1, NO2, NO4, NO5, NO6, edited).en(EN1, EN2, EN3, EN4, EN5, EN6);

    assertThat(revisionFixture.layout()).endsWith("3: " + edited + " = " + EN3).hasSize(7);
  }

  @Test
  void insertedOriginalIsUntranslated() {
    no(NO1, NO2, NEW_NO, NO3, NO4, NO5, NO6).en(EN1, EN2, EN3, EN4, EN5, EN6);

    assertThat(withInserted(3, "new: " + NEW_NO + " =")).isEqualTo(revisionFixture.layout());
  }

  @Test
  void originalAndTranslationInsertedTogetherAreANewPair() {
    no(NO1, NO2, NEW_NO, NO3, NO4, NO5, NO6).en(EN1, EN2, NEW_EN, EN3, EN4, EN5, EN6);

    assertThat(withInserted(3, "new: " + NEW_NO + " = " + NEW_EN))
        .isEqualTo(revisionFixture.layout());
  }

  @Test
  void translationOfARemovedOriginalIsAnOrphan() {
    no(NO1, NO3, NO4, NO5, NO6).en(EN1, EN2, EN3, EN4, EN5, EN6);

    assertThat(changed("2", "", EN2)).isEqualTo(revisionFixture.layout());
  }

  @Test
  void newTextInThePlaceOfARemovedOneDoesNotInheritItsTranslation() {
    no(NO1, NEW_NO, NO3, NO4, NO5, NO6).en(EN1, EN2, EN3, EN4, EN5, EN6);

    assertThat(revisionFixture.layout())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(changed("2", "", EN2).stream(), Stream.of("new: " + NEW_NO + " ="))
                .toList());
  }

  @Test
  void orphanReturnsToItsOriginalWhenThatIsWrittenAgain() {
    no(NO1, NO3, NO4, NO5, NO6).en(EN1, EN2, EN3, EN4, EN5, EN6);
    no(NO1, NO3, NO4, NEW_NO, NO5, NO6).en(EN1, EN2, EN3, EN4, EN5, EN6);

    no(NO1, NO3, NO4, NEW_NO, NO5, NO2, NO6).en(EN1, EN2, EN3, EN4, EN5, EN6);

    assertThat(revisionFixture.layout())
        .contains("2: " + NO2 + " = " + EN2, "new: " + NEW_NO + " =")
        .hasSize(8);
  }

  @Test
  void removedTranslationReturnsToItsOriginal() {
    no(NO1, NO2, NO3, NO4, NO5, NO6).en(EN1, EN3, EN4, EN5, EN6);

    no(NO1, NO2, NO3, NO4, NO5, NO6).en(EN1, EN3, EN4, EN5, EN6, EN2);

    assertThat(revisionFixture.layout()).contains("2: " + NO2 + " = " + EN2).hasSize(7);
  }

  @Test
  void similarTextDoesNotGetTheOrphan() {
    no(NO1, NO3, NO4, NO5, NO6).en(EN1, EN2, EN3, EN4, EN5, EN6);

    String other = NO2.replace("må gå av", "kan bli sittende");
    no(NO1, other, NO3, NO4, NO5, NO6).en(EN1, EN2, EN3, EN4, EN5, EN6);

    assertThat(revisionFixture.layout()).contains("new: " + other + " =", "2: = " + EN2);
  }

  @Test
  void equalAnchorKeepsSectionWithEntirelyNewText() {
    no("## Hva vi vil {#krav}", NO2 + " {#styret}", NO3, NO4, NO5, NO6)
        .en(EN1, EN2, EN3, EN4, EN5, EN6);
    SectionId heading = revisionFixture.id(EN1);
    SectionId board = revisionFixture.id(EN2);

    no("# Fra oss til dere {#krav}", NO3, NO4, NO5, NO6, NEW_NO + " {.viktig #styret}")
        .en(EN1, EN2, EN3, EN4, EN5, EN6);

    assertThat(revisionFixture.id(EN1)).isEqualTo(heading);
    assertThat(revisionFixture.id("# Fra oss til dere {#krav}")).isEqualTo(heading);
    assertThat(revisionFixture.id(EN2)).isEqualTo(board);
    assertThat(revisionFixture.id(NEW_NO + " {.viktig #styret}")).isEqualTo(board);
    assertThat(revisionFixture.sections()).hasSize(7);
  }

  @Test
  void duplicateAnchorIsIgnored() {
    no(NO1, NO2 + " {#a}", NO3, NO4, NO5, NO6).en(EN1, EN2, EN3, EN4, EN5, EN6);

    no(NO1, NEW_NO + " {#a}", NEW_EN + " {#a}", NO3, NO4, NO5, NO6)
        .en(EN1, EN2, EN3, EN4, EN5, EN6);

    assertThat(revisionFixture.layout()).contains("2: = " + EN2);
  }

  @Test
  void laterTextDoesNotGetTheOrphan() {
    no(NO1, NO3, NO4, NO5, NO6).en(EN1, EN2, EN3, EN4, EN5, EN6);
    no(NO1, NEW_NO, NO3, NO4, NO5, NO6).en(EN1, EN2, EN3, EN4, EN5, EN6);

    assertThat(revisionFixture.layout())
        .contains("2: = " + EN2, "new: " + NEW_NO + " =")
        .hasSize(8);
  }

  @Test
  void removedOnBothSidesIsGone() {
    SectionId id = revisionFixture.id(NO2);
    Revision revision = no(NO1, NO3, NO4, NO5, NO6).en(EN1, EN3, EN4, EN5, EN6);

    assertThat(revision.removed()).containsExactly(new RemovedSection(id, null));
    assertThat(revision.changed()).isEmpty();
  }

  @Test
  void textWrittenAgainAfterItsRemovalGetsAnotherId() {
    SectionId id = revisionFixture.id(NO2);
    no(NO1, NO3, NO4, NO5, NO6).en(EN1, EN3, EN4, EN5, EN6);
    no(NO1, NO2, NO3, NO4, NO5, NO6).en(EN1, EN2, EN3, EN4, EN5, EN6);

    assertThat(revisionFixture.id(NO2)).isNotEqualTo(id);
    assertThat(revisionFixture.layout()).contains("new: " + NO2 + " = " + EN2);
  }

  @Test
  void firstPartOfASplitOriginalKeepsTheSection() {
    String[] parts = NO3.split("(?<=\\.) ", -1);
    no(NO1, NO2, parts[0], parts[1], NO4, NO5, NO6).en(EN1, EN2, EN3, EN4, EN5, EN6);

    assertThat(revisionFixture.layout())
        .contains("3: " + parts[0] + " = " + EN3, "new: " + parts[1] + " =")
        .hasSize(8);
  }

  @Test
  void partsSplitOnBothSidesArePairedPartByPart() {
    String[] no = NO3.split("(?<=\\.) ", -1);
    String[] en = EN3.split("(?<=\\.) ", -1);
    no(NO1, NO2, no[0], no[1], NO4, NO5, NO6).en(EN1, EN2, en[0], en[1], EN4, EN5, EN6);

    assertThat(revisionFixture.layout())
        .contains("3: " + no[0] + " = " + en[0], "new: " + no[1] + " = " + en[1])
        .hasSize(8);
  }

  @Test
  void originalSplitAfterItsTranslationFindsItsParts() {
    String[] no = NO3.split("(?<=\\.) ", -1);
    String[] en = EN3.split("(?<=\\.) ", -1);
    no(NO1, NO2, NO3, NO4, NO5, NO6).en(EN1, EN2, en[0], en[1], EN4, EN5, EN6);
    assertThat(changed("3", NO3, en[0] + " + " + en[1])).isEqualTo(revisionFixture.layout());

    no(NO1, NO2, no[0], no[1], NO4, NO5, NO6).en(EN1, EN2, en[0], en[1], EN4, EN5, EN6);
    assertThat(revisionFixture.layout())
        .contains("3: " + no[0] + " = " + en[0], "new: " + no[1] + " = " + en[1])
        .hasSize(8);
  }

  @Test
  void mergedOriginalsKeepBothTranslationsUnderTheFirstId() {
    SectionId first = revisionFixture.id(NO2);
    SectionId second = revisionFixture.id(NO3);
    String merged = NO2 + " " + NO3;
    Revision revision = no(NO1, merged, NO4, NO5, NO6).en(EN1, EN2, EN3, EN4, EN5, EN6);

    assertThat(revisionFixture.layout())
        .contains("2: " + merged + " = " + EN2 + " + " + EN3)
        .hasSize(6);
    assertThat(revision.removed()).containsExactly(new RemovedSection(second, first));
  }

  @Test
  void mergedOnBothSidesLeavesAnAlias() {
    SectionId first = revisionFixture.id(NO2);
    SectionId second = revisionFixture.id(NO3);
    String no = NO2 + " " + NO3;
    String en = EN2 + " " + EN3;
    Revision revision = no(NO1, no, NO4, NO5, NO6).en(EN1, en, EN4, EN5, EN6);

    assertThat(revisionFixture.layout()).contains("2: " + no + " = " + en).hasSize(6);
    assertThat(revision.removed()).containsExactly(new RemovedSection(second, first));
  }

  @Test
  void mergedTranslationHoldsBothOriginalsTogether() {
    String en = EN2 + " " + EN3;
    no(NO1, NO2, NO3, NO4, NO5, NO6).en(EN1, en, EN4, EN5, EN6);

    assertThat(revisionFixture.layout())
        .contains("2: " + NO2 + " + " + NO3 + " = " + en)
        .hasSize(6);
  }

  @Test
  void translationOfAnUntranslatedSectionGetsItsId() {
    no(NO1, NO2, NEW_NO, NO3, NO4, NO5, NO6).en(EN1, EN2, EN3, EN4, EN5, EN6);
    SectionId id = revisionFixture.id(NEW_NO);
    no(NO1, NO2, NEW_NO, NO3, NO4, NO5, NO6).en(EN1, EN2, NEW_EN, EN3, EN4, EN5, EN6);

    assertThat(revisionFixture.id(NEW_EN)).isEqualTo(id);
    assertThat(revisionFixture.layout()).contains("new: " + NEW_NO + " = " + NEW_EN).hasSize(8);
  }

  @Test
  void entirelyNewTranslationIsPairedAgain() {
    String en =
        "Those who lead our section should step down now; no member believes in them any more.";
    no(NO1, NO2, NO3, NO4, NO5, NO6).en(EN1, en, EN3, EN4, EN5, EN6);

    assertThat(changed("2", NO2, en)).isEqualTo(revisionFixture.layout());
  }

  @Test
  void wholeTranslationThatArrivesLaterKeepsTheIds() {
    var later = new RevisionFixture();
    String[] no = {NO1, NO2, NO3, NO4, NO5, NO6};
    later.revise(no, null);
    later.revise(no, new String[] {EN1, EN2, EN3, EN4, EN5, EN6});

    assertThat(later.layout()).isEqualTo(revisionFixture.layout());
  }

  @Test
  void translationThatJoinsTwoUntranslatedSectionsMakesThemOne() {
    var later = new RevisionFixture();
    String[] no = {NO1, NO2, NO3, NO4, NO5, NO6};
    later.revise(no, null);
    SectionId first = later.id(NO2);
    SectionId second = later.id(NO3);
    Revision revision = later.revise(no, new String[] {EN1, EN2 + " " + EN3, EN4, EN5, EN6});

    assertThat(later.layout()).contains("2: " + NO2 + " + " + NO3 + " = " + EN2 + " " + EN3);
    assertThat(revision.removed()).containsExactly(new RemovedSection(second, first));
  }

  @Test
  void wholeOriginalThatArrivesLaterKeepsTheIds() {
    var later = new RevisionFixture();
    String[] en = {EN1, EN2, EN3, EN4, EN5, EN6};
    later.revise(new String[0], en);
    later.revise(new String[] {NO1, NO2, NO3, NO4, NO5, NO6}, en);

    assertThat(later.layout()).isEqualTo(revisionFixture.layout());
  }

  @Test
  void withoutItsFileTheOriginalLeavesOrphansAndNoIdIsLost() {
    List<SectionId> before = revisionFixture.sections().stream().map(s -> s.id()).toList();
    revisionFixture.revise(null, new String[] {EN1, EN2, EN3, EN4, EN5, EN6});

    assertThat(revisionFixture.sections().stream().map(s -> s.id()).toList()).isEqualTo(before);
    assertThat(revisionFixture.pairs()).contains("= " + EN2);
  }

  @Test
  void titleKeepsItsIdWhateverItSays() {
    SectionId id = revisionFixture.sections().getFirst().id();
    revisionFixture.revise(
        TestTexts.text("Noe helt annet", NO1, NO2, NO3, NO4, NO5, NO6),
        TestTexts.text("Another matter", EN1, EN2, EN3, EN4, EN5, EN6));

    assertThat(revisionFixture.sections().getFirst().id()).isEqualTo(id);
    assertThat(revisionFixture.pairs()).startsWith("Noe helt annet = Another matter");
  }

  @Test
  void newBlockInsideASectionsRunJoinsIt() {
    String[] en = EN3.split("(?<=\\.) ", -1);
    no(NO1, NO2, NO3, NO4, NO5, NO6).en(EN1, EN2, en[0], en[1], EN4, EN5, EN6);
    no(NO1, NO2, NO3, NO4, NO5, NO6).en(EN1, EN2, en[0], NEW_EN, en[1], EN4, EN5, EN6);

    assertThat(changed("3", NO3, en[0] + " + " + NEW_EN + " + " + en[1]))
        .isEqualTo(revisionFixture.layout());
  }

  @Test
  void blockMovedOutOfASectionIsASectionOfItsOwn() {
    String[] en = EN3.split("(?<=\\.) ", -1);
    no(NO1, NO2, NO3, NO4, NO5, NO6).en(EN1, EN2, en[0], en[1], EN4, EN5, EN6);
    no(NO1, NO2, NO3, NO4, NO5, NO6).en(EN1, EN2, en[0], EN4, EN5, en[1], EN6);

    assertThat(revisionFixture.layout())
        .contains("3: " + NO3 + " = " + en[0], "new: = " + en[1])
        .hasSize(8);
  }

  @Test
  void confirmedLinkKeepsTheBlocksOfASplitTogether() {
    revisionFixture.confirm(revisionFixture.id(NO3));
    String[] parts = NO3.split("(?<=\\.) ", -1);
    no(NO1, NO2, parts[0], parts[1], NO4, NO5, NO6).en(EN1, EN2, EN3, EN4, EN5, EN6);

    assertThat(changed("3", parts[0] + " + " + parts[1], EN3)).isEqualTo(revisionFixture.layout());
    assertThat(revisionFixture.sections().get(3).alignment().method())
        .isEqualTo(Alignment.Method.CONFIRMED);
  }

  @Test
  void sectionConfirmedAsUnpairedStaysUnpaired() {
    no(NO1, NO2, NEW_NO, NO3, NO4, NO5, NO6).en(EN1, EN2, EN3, EN4, EN5, EN6);
    revisionFixture.confirm(revisionFixture.id(NEW_NO));
    no(NO1, NO2, NEW_NO, NO3, NO4, NO5, NO6).en(EN1, EN2, NEW_EN, EN3, EN4, EN5, EN6);

    assertThat(revisionFixture.pairs()).contains(NEW_NO + " =", "= " + NEW_EN);
  }

  @Test
  void equalRulesAreMatchedInOrder() {
    var rules = new RevisionFixture();
    rules.revise(
        new String[] {NO2, "***", NO3, "***", NO5, "***", NO6},
        new String[] {EN2, "***", EN3, "***", EN5, "***", EN6});
    rules.revise(
        new String[] {NO2, "***", NO3, NO5, "***", NO6},
        new String[] {EN2, "***", EN3, EN5, "***", EN6});

    assertThat(rules.layout())
        .containsExactly(
            "0: Tittel = Title",
            "1: " + NO2 + " = " + EN2,
            "2: *** = ***",
            "3: " + NO3 + " = " + EN3,
            "5: " + NO5 + " = " + EN5,
            "6: *** = ***",
            "7: " + NO6 + " = " + EN6);
  }

  @Test
  void idsOfEqualItemsDependOnTheirNumber() {
    var items = new RevisionFixture();
    items.revise(new String[] {"- Ja", "- Ja", "- Nei", "- Ja"}, null);

    assertThat(items.sections().stream().skip(1).map(Section::id))
        .containsExactly(named("- Ja", 0), named("- Ja", 1), named("- Nei", 0), named("- Ja", 2));
  }

  private static SectionId named(String text, int occurrence) {
    return SectionId.derive(RevisionFixture.DOCUMENT, text, occurrence, 0);
  }

  @Test
  void partTornOffASectionIsNotPairedWithLaterText() {
    String[] en = EN3.split("(?<=\\.) ", -1);
    no(NO1, NO2, NO3, NO4, NO5, NO6).en(EN1, EN2, en[0], en[1], EN4, EN5, EN6);
    no(NO1, NO2, NO3, NO4, NO5, NO6).en(EN1, EN2, en[0], EN4, EN5, en[1], EN6);
    String no = "Til slutt ber vi alle våre lag om å sende oss navnene på nye medlemmer innen jul.";
    no(NO1, NO2, NO3, NO4, NO5, no, NO6).en(EN1, EN2, en[0], EN4, EN5, en[1], EN6);

    assertThat(revisionFixture.pairs()).contains("= " + en[1], no + " =");
  }

  @Test
  @Tag("slow")
  @Tag("compute")
  void oneEditInTwentyThousandBlocksTakesLinearTime() {
    ProcessorTime.assertLinearCost("one edit", 20_000, LayoutEngineTest::costOfOneEdit);
  }

  private static long costOfOneEdit(int blocks) {
    var no = new ArrayList<String>();
    var en = new ArrayList<String>();
    var randomParagraphs = new RandomParagraphs(new Random(1));
    for (int k = 0; k < blocks; k++) {
      List<String> pair = randomParagraphs.paragraph();
      no.add(pair.getFirst());
      en.add(pair.getLast());
    }
    var large = new RevisionFixture();
    large.revise(TestTexts.text("Tittel", no), TestTexts.text("Title", en));
    no.set(blocks / 2, randomParagraphs.edit(no.get(blocks / 2), .1));
    long cost =
        ProcessorTime.of(
            () -> large.revise(TestTexts.text("Tittel", no), TestTexts.text("Title", en)));

    assertThat(large.sections()).hasSizeGreaterThan(blocks * 199 / 200);
    return cost;
  }

  /** The first layout with one section's texts changed. */
  private static List<String> changed(String number, String no, String en) {
    return FIRST.stream()
        .map(
            line ->
                line.startsWith(number + ":") ? number + ": " + (no + " = " + en).strip() : line)
        .toList();
  }

  private static List<String> withInserted(int at, String line) {
    return Stream.concat(
            Stream.concat(FIRST.subList(0, at).stream(), Stream.of(line)),
            FIRST.subList(at, FIRST.size()).stream())
        .toList();
  }

  private static final List<String> FIRST =
      List.of(
          "0: Tittel = Title",
          "1: " + NO1 + " = " + EN1,
          "2: " + NO2 + " = " + EN2,
          "3: " + NO3 + " = " + EN3,
          "4: " + NO4 + " = " + EN4,
          "5: " + NO5 + " = " + EN5,
          "6: " + NO6 + " = " + EN6);

  private Halfway no(String... original) {
    return translation -> revisionFixture.revise(original, translation);
  }

  /** A revision with its original, without its translation yet. */
  private interface Halfway {
    Revision en(String... translation);
  }
}
