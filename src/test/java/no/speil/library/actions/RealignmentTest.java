package no.speil.library.actions;

import static no.speil.library.TestLibrary.KARI;
import static no.speil.library.TestLibrary.OLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import no.speil.align.correct.Correction;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.TestLibrary;
import no.speil.library.actions.AlignmentActions.RealignResult;
import no.speil.library.activity.Activity;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.record.EventSignature;
import no.speil.record.LayoutEvent;
import no.speil.record.LayoutEvent.Cause;
import no.speil.record.ReviseEvent;
import no.speil.record.TextSnapshot;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words are made up, so that only the archive itself can teach them. */
class RealignmentTest {
  private static final DocumentId PROOF = new DocumentId("prove");
  private static final List<List<String>> WORDS =
      List.of(
          List.of("brunka", "selth"),
          List.of("dovlig", "quarn"),
          List.of("fjamse", "toxel"),
          List.of("glurpe", "whist"),
          List.of("hjomle", "zanker"),
          List.of("kvisle", "obbed"),
          List.of("mjolfe", "crayt"),
          List.of("snurve", "peddow"));
  private static final String ORIGINAL =
      "# Brev\n\nFjamse glurpe hjomle kvisle.\n\nBrunka dovlig mjolfe snurve kvisle dovlig.\n";
  private static final String TRANSLATION = "# Letter\n\nSelth quarn crayt peddow.\n";

  @TempDir Path folder;
  @TempDir Path elsewhere;
  @AutoClose private TestLibrary root;

  @BeforeEach
  void teach() throws InterruptedException {
    root = new TestLibrary(folder);
    var random = new Random(7);
    var original = new StringBuilder("# Lære\n");
    var translation = new StringBuilder("# Learning\n");
    for (int k = 0; k < 60; k++) {
      var norwegian = new StringBuilder();
      var english = new StringBuilder();
      for (int w = 0; w < 3; w++) {
        List<String> pair = WORDS.get(random.nextInt(WORDS.size()));
        norwegian.append(' ').append(pair.getFirst());
        english.append(' ').append(pair.getLast());
      }
      original.append("\nNr. ").append(k).append(norwegian).append(".\n");
      translation.append("\nNo. ").append(k).append(english).append(".\n");
    }
    root.put("archive/laere.md", original.toString())
        .put("translations/laere.md", translation.toString())
        .open();
    root.library().trainer().awaitIdle(Duration.ofMinutes(5));
  }

  @Test
  void aFirstLayoutIsTheSameWhateverTheArchiveHasTaught() {
    arrive();
    List<Section> taught = sections();
    try (var untrained = new TestLibrary(elsewhere)) {
      untrained.put("archive/prove.md", ORIGINAL).put("translations/prove.md", TRANSLATION).open();

      assertThat(untrained.sections("prove").stream().map(TrackedSection::section).toList())
          .isEqualTo(taught);
      assertThat(partner("Fjamse")).isEqualTo("Selth quarn crayt peddow.");
    }
  }

  @Test
  void whatArrivesLaterIsAlignedByWhatTheArchiveHasTaught() {
    root.put("archive/prove.md", ORIGINAL);
    root.library().sync().look();
    root.put("translations/prove.md", TRANSLATION);
    root.library().sync().look();

    assertThat(partner("Fjamse")).isEmpty();
    assertThat(partner("Brunka")).isEqualTo("Selth quarn crayt peddow.");
  }

  @Test
  void aServerThatWritesNothingNeverUsesWhatItHasLearned() {
    root.put("archive/prove.md", ORIGINAL);
    root.library().sync().look();
    root.put("translations/prove.md", TRANSLATION);
    root.openReadOnly(root.path().resolve(".speil/index"));

    assertThat(partner("Brunka")).isEmpty();
  }

  @Test
  void alignedAgainTheWordsCountIdsStayWithTheirTextsAndThePersonIsNamed() {
    arrive();
    SectionId first = root.section("prove", "Fjamse").section().id();
    SectionId second = root.section("prove", "Brunka").section().id();

    RealignResult done = root.library().alignment().realign(PROOF, KARI);

    assertThat(done.changed()).isEqualTo(2);
    assertThat(partner("Brunka")).isEqualTo("Selth quarn crayt peddow.");
    assertThat(root.section("prove", "Fjamse").section().id()).isEqualTo(first);
    assertThat(root.section("prove", "Brunka").section().id()).isEqualTo(second);
    LayoutEvent event = (LayoutEvent) root.section("prove", "Brunka").history().getLast();
    assertThat(event.cause()).isEqualTo(Cause.REALIGNMENT);
    assertThat(event.signature().by()).isEqualTo("kari");
    assertThat(root.library().activity().latest(PROOF, 5))
        .extracting(Activity::event)
        .containsExactly(event);
    root.open();
    assertThat(partner("Brunka")).isEqualTo("Selth quarn crayt peddow.");
    assertThat(root.section("prove", "Brunka").history()).containsExactly(event);
    int lines = lines();
    assertThat(root.library().alignment().realign(PROOF, KARI).changed()).isZero();
    assertThat(lines()).isEqualTo(lines);
  }

  @Test
  void itIsTakenBackAsEasily() {
    arrive();
    List<Section> before = sections();
    root.library().alignment().realign(PROOF, KARI);

    assertThat(root.library().alignment().undoRealignment(PROOF, OLA).changed()).isEqualTo(2);

    assertThat(sections()).isEqualTo(before);
  }

  @Test
  void whatSomebodyHasActedOnStaysAsItIs() {
    arrive();
    TrackedSection wrong = root.section("prove", "Fjamse");
    TrackedSection marked = root.mark(wrong, State.TRANSLATED, KARI);

    assertThat(root.library().alignment().realign(PROOF, KARI).changed()).isZero();
    assertThat(root.section("prove", "Fjamse")).isEqualTo(marked);
  }

  @Test
  void whatSomebodyOnlyRemarkedOnOrConfirmedStaysToo() {
    arrive();
    SectionId second = root.section("prove", "Brunka").section().id();
    root.library().marks().comment(second, "Hvor er oversettelsen?", KARI);
    assertThat(root.library().alignment().realign(PROOF, KARI).changed()).isZero();
    TrackedSection first = root.section("prove", "Fjamse");
    SectionId id = first.section().id();
    root.library()
        .alignment()
        .correct(
            new Correction.Confirm(Set.of(id)),
            List.of(new ExpectedVersion(id, first.version())),
            KARI);

    assertThat(root.library().alignment().realign(PROOF, KARI).changed()).isZero();
    assertThat(partner("Fjamse")).isEqualTo("Selth quarn crayt peddow.");
  }

  @Test
  void whoHasChangedAnOriginalInGitHasActedOnNoPair() {
    arrive();
    tellOfCommit("Fjamse");
    assertThat(root.library().alignment().realign(PROOF, KARI).changed()).isEqualTo(2);
    tellOfCommit("Brunka");

    assertThat(root.library().alignment().undoRealignment(PROOF, OLA).changed()).isEqualTo(2);
  }

  private void tellOfCommit(String beginning) {
    TrackedSection section = root.section("prove", beginning);
    root.library()
        .documents()
        .append(
            root.library().documents().find(PROOF).orElseThrow(),
            List.of(
                new ReviseEvent(
                    new EventSignature(Instant.now(), "Grete", "git:0123456"),
                    section.section().id(),
                    TextSnapshot.hashOf(section.section().original()))));
  }

  @Test
  void whatWasActedOnSinceIsNotTakenBack() {
    arrive();
    root.library().alignment().realign(PROOF, KARI);
    root.mark(root.section("prove", "Brunka"), State.TRANSLATED, KARI);

    assertThatThrownBy(() -> root.library().alignment().undoRealignment(PROOF, KARI))
        .isInstanceOf(NotNow.class);
    assertThat(partner("Brunka")).isEqualTo("Selth quarn crayt peddow.");
  }

  @Test
  void nothingIsTakenBackWhereNothingWasAsked() {
    arrive();

    assertThatThrownBy(() -> root.library().alignment().undoRealignment(PROOF, KARI))
        .isInstanceOf(NotNow.class);
  }

  private void arrive() {
    root.put("archive/prove.md", ORIGINAL).put("translations/prove.md", TRANSLATION);
    root.library().sync().look();
  }

  private int lines() {
    return (int) root.read("translations/prove.jsonl").lines().count();
  }

  private List<Section> sections() {
    return root.sections("prove").stream().map(TrackedSection::section).toList();
  }

  private String partner(String beginning) {
    return root.section("prove", beginning).section().words(Side.TRANSLATION);
  }
}
