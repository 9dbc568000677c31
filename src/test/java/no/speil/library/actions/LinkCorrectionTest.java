package no.speil.library.actions;

import static no.speil.library.TestLibrary.KARI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.align.correct.Correction;
import no.speil.corpus.Alignment;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.TestLibrary;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.library.documents.LiveSection;
import no.speil.library.documents.SectionLocation;
import no.speil.record.LayoutEvent;
import no.speil.record.LayoutEvent.Cause;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkCorrectionTest {
  private static final String ORIGINAL =
      """
      ---
      title: Brev
      language: nb
      ---

      Styret i Oslo må gå innen 14 dager.

      Vi ber om et åpent møte i Bergen i 2016.

      Kvinner i 27 land har skrevet under.
      """;
  private static final String TRANSLATION =
      """
      ---
      title: Letter
      language: en
      ---

      The board in Oslo must go within 14 days.

      We ask for an open meeting in Bergen in 2016.

      Women in 27 countries have signed.
      """;

  @TempDir Path folder;
  @AutoClose private TestLibrary root;

  @BeforeEach
  void open() {
    root = new TestLibrary(folder);
    root.put("archive/brev.md", ORIGINAL).put("translations/brev.md", TRANSLATION).open();
  }

  @Test
  void joiningMakesOneSectionAndTheOtherIdLeadsToIt() {
    TrackedSection first = section("Styret");
    TrackedSection second = section("Vi ber");

    TrackedSection joined = join(second, first);

    assertThat(joined.section().id()).isEqualTo(first.section().id());
    assertThat(pairs()).containsExactly("1-1", "2-2", "1-1");
    assertThat(joined.section().alignment()).isEqualTo(Alignment.CONFIRMED);
    assertThat(root.library().ids().locate(second.section().id()))
        .get()
        .extracting(where -> ((SectionLocation.Gone) where).became())
        .isEqualTo(first.section().id());
    assertThat(joined.history().getLast())
        .isInstanceOfSatisfying(
            LayoutEvent.class, event -> assertThat(event.cause()).isEqualTo(Cause.CORRECTION));
  }

  @Test
  void undoingAJoinGivesBothSectionsTheirIdsAndStatesBack() {
    root.mark(section("Vi ber"), State.REVIEWED, KARI);
    List<TrackedSection> before = root.sections("brev");
    TrackedSection joined = join(section("Styret"), section("Vi ber"));
    assertThat(joined.sectionStatus().state()).isEqualTo(State.DRAFT);

    undo(joined);

    assertThat(root.sections("brev").stream().map(TrackedSection::section).toList())
        .isEqualTo(before.stream().map(TrackedSection::section).toList());
    assertThat(section("Vi ber").sectionStatus().state()).isEqualTo(State.REVIEWED);
    assertThat(section("Vi ber").sectionStatus().freshness()).isEqualTo(Freshness.CURRENT);
  }

  @Test
  void splittingKeepsTheIdWithTheFirstPartAndUndoneLeadsFromTheOther() {
    TrackedSection joined = join(section("Styret"), section("Vi ber"));
    SectionId id = joined.section().id();

    TrackedSection first = split(joined, 1, 1);

    assertThat(first.section().id()).isEqualTo(id);
    assertThat(words(first)).isEqualTo("Styret i Oslo må gå innen 14 dager.");
    TrackedSection second = section("Vi ber");
    assertThat(second.section().id()).isNotEqualTo(id);
    undo(second);
    assertThat(pairs()).containsExactly("1-1", "2-2", "1-1");
    assertThat(root.library().ids().locate(second.section().id()))
        .get()
        .extracting(where -> ((SectionLocation.Gone) where).became())
        .isEqualTo(id);
  }

  @Test
  void blocksOfOneSideAreMovedToTheNeighbour() {
    TrackedSection second = section("Vi ber");

    TrackedSection first = section("Styret");
    link(new Correction.Move(id(second), Side.TRANSLATION, 1, id(first)), second, first);

    assertThat(pairs()).containsExactly("1-1", "1-2", "1-0", "1-1");
    assertThat(section("Vi ber").section().id()).isEqualTo(second.section().id());
    undo(section("Vi ber"));
    assertThat(pairs()).containsExactly("1-1", "1-1", "1-1", "1-1");
  }

  @Test
  void whatAPersonTookApartStaysApartThroughLaterEditsAndARestart() {
    unlink(section("Styret"));
    assertThat(pairs()).containsExactly("1-1", "0-1", "1-0", "1-1", "1-1");

    root.put("archive/brev.md", ORIGINAL.replace("27 land", "28 land") + "\nEt nytt avsnitt.\n");
    root.put("translations/brev.md", TRANSLATION.replace("14 days", "fourteen days"));
    root.open();

    assertThat(pairs()).containsExactly("1-1", "0-1", "1-0", "1-1", "1-1", "1-0");
    assertThat(section("Styret").section().alignment()).isEqualTo(Alignment.CONFIRMED);
  }

  @Test
  void whatWasTakenApartCanBePutTogetherWithAnother() {
    unlink(section("Styret"));
    TrackedSection alone = section("The board");

    TrackedSection joined = join(alone, section("Styret"));

    assertThat(pairs()).containsExactly("1-1", "1-1", "1-1", "1-1");
    assertThat(words(joined)).startsWith("Styret");
    assertThat(joined.section().id()).isEqualTo(section("The board").section().id());
  }

  @Test
  void confirmingIsKeptAndIsNotWrittenTwice() {
    TrackedSection confirmed = confirm(section("Styret"));
    assertThat(confirmed.section().alignment()).isEqualTo(Alignment.CONFIRMED);
    String record = root.read("translations/brev.jsonl");

    confirm(confirmed);

    assertThat(root.read("translations/brev.jsonl")).isEqualTo(record);
  }

  @Test
  void allAboveAConfidenceAreConfirmedWithOneEvent() {
    List<ExpectedVersion> all =
        root.sections("brev").stream().map(LinkCorrectionTest::expected).toList();
    double least =
        root.sections("brev").stream()
            .mapToDouble(each -> each.section().alignment().confidence())
            .min()
            .orElseThrow();
    int lines = lines();

    root.library().alignment().confirmAll(new DocumentId("brev"), Math.nextUp(1.0), all, KARI);
    assertThat(lines()).isEqualTo(lines);
    root.library().alignment().confirmAll(new DocumentId("brev"), least, all, KARI);

    assertThat(lines()).isEqualTo(lines + 1);
    assertThat(root.sections("brev"))
        .allMatch(each -> each.section().alignment().equals(Alignment.CONFIRMED));
  }

  @Test
  void aCorrectionAgainstAnOlderVersionOfEitherSectionIsRefused() {
    TrackedSection first = section("Styret");
    TrackedSection second = section("Vi ber");
    root.mark(second, State.TRANSLATED, KARI);

    assertThatThrownBy(() -> join(first, second))
        .isInstanceOf(ActionRefusedException.StaleVersion.class);
    assertThatThrownBy(() -> unlink(second))
        .isInstanceOf(ActionRefusedException.StaleVersion.class);
  }

  @Test
  void whatDoesNotStandTogetherIsNotJoined() {
    TrackedSection first = section("Styret");

    assertThatThrownBy(() -> join(first, section("Kvinner"))).isInstanceOf(NotNow.class);
    assertThatThrownBy(() -> join(first, section("Brev"))).isInstanceOf(NotNow.class);
    assertThatThrownBy(() -> split(first, 1, 1)).isInstanceOf(NotNow.class);
    assertThatThrownBy(() -> undo(first)).isInstanceOf(NotNow.class);
  }

  @Test
  void aCorrectionOfTextsThatHaveChangedSinceIsNotTakenBack() {
    TrackedSection joined = join(section("Styret"), section("Vi ber"));
    TrackedSection saved =
        root.library()
            .edits()
            .edit(joined.section().id(), "Other words.\n\nTwo.", joined.version(), KARI)
            .map(LiveSection::section)
            .orElseThrow();

    assertThatThrownBy(() -> undo(saved)).isInstanceOf(NotNow.class);
    assertThat(saved.section().alignment()).isEqualTo(Alignment.CONFIRMED);
  }

  @Test
  void whatIsLeftOutOnPurposeIsDoneUntilTheOriginalChangesOrItIsTranslated() {
    root.put("archive/brev.md", ORIGINAL + "\nEn hilsen med fem ord.\n").open();
    TrackedSection greeting = section("En hilsen");

    TrackedSection left =
        root.library()
            .marks()
            .omit(greeting.section().id(), true, greeting.version(), KARI)
            .section();
    assertThat(left.sectionStatus().isLeftOut()).isTrue();
    assertThat(untranslated()).isZero();
    root.open();
    assertThat(section("En hilsen").sectionStatus().isLeftOut()).isTrue();

    root.put("archive/brev.md", ORIGINAL + "\nEn hilsen med seks nye ord.\n").open();
    assertThat(section("En hilsen").sectionStatus().isLeftOut()).isFalse();
    assertThat(untranslated()).isEqualTo(1);
    root.put("archive/brev.md", ORIGINAL + "\nEn hilsen med fem ord.\n").open();
    TrackedSection again = section("En hilsen");
    assertThat(again.sectionStatus().isLeftOut()).isTrue();

    TrackedSection back =
        root.library().marks().omit(again.section().id(), false, again.version(), KARI).section();
    assertThat(back.sectionStatus().isLeftOut()).isFalse();
    assertThat(back.version()).isNotEqualTo(again.version());
  }

  private long untranslated() {
    return root.library()
        .documents()
        .find(new DocumentId("brev"))
        .orElseThrow()
        .progress()
        .untranslated()
        .sections();
  }

  private int lines() {
    return (int) root.read("translations/brev.jsonl").lines().count();
  }

  private TrackedSection join(TrackedSection section, TrackedSection other) {
    return link(new Correction.Join(id(section), id(other)), section, other);
  }

  private TrackedSection split(TrackedSection section, int original, int translation) {
    return link(new Correction.Split(id(section), original, translation), section);
  }

  private TrackedSection unlink(TrackedSection section) {
    return link(new Correction.Unlink(id(section)), section);
  }

  private TrackedSection confirm(TrackedSection section) {
    return link(new Correction.Confirm(Set.of(id(section))), section);
  }

  private TrackedSection undo(TrackedSection section) {
    return root.library().alignment().undo(expected(section), KARI).section();
  }

  private TrackedSection link(Correction correction, TrackedSection... seen) {
    return root.library()
        .alignment()
        .correct(correction, Stream.of(seen).map(LinkCorrectionTest::expected).toList(), KARI)
        .section();
  }

  private static SectionId id(TrackedSection section) {
    return section.section().id();
  }

  private TrackedSection section(String beginning) {
    return root.section("brev", beginning);
  }

  private List<String> pairs() {
    return root.sections("brev").stream()
        .map(TrackedSection::section)
        .map(each -> each.original().size() + "-" + each.translation().size())
        .toList();
  }

  private static String words(TrackedSection tracked) {
    Section section = tracked.section();
    return section.words(Side.ORIGINAL);
  }

  private static ExpectedVersion expected(TrackedSection tracked) {
    return new ExpectedVersion(tracked.section().id(), tracked.version());
  }
}
