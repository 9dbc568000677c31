package no.speil.library.actions;

import static no.speil.corpus.State.REVIEWED;
import static no.speil.corpus.State.TRANSLATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import no.speil.corpus.Role;
import no.speil.corpus.State;
import no.speil.library.TestLibrary;
import no.speil.library.actions.EditActions.SaveOptions;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.library.documents.ActionRefusedException.NotNow.Reason;
import no.speil.library.documents.ActionRefusedException.RoleMissing;
import no.speil.library.documents.LiveSection;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.record.MarkEvent;
import no.speil.status.Replacement;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reviewers correct what others have translated, and stay its reviewers. */
class ApprovalTest {
  private static final Actor KARI = new Actor("kari", "web", Role.TRANSLATOR);
  private static final Actor OLA = new Actor("ola", "web", Role.TRANSLATOR);
  private static final Actor INGRID = new Actor("ingrid", "web", Role.REVIEWER);
  private static final String TEXT =
      "The board has to resign at once, since it has not answered any of the letters that we sent.";
  private static final String CORRECTED = TEXT.replace("at once", "immediately");
  private static final String OTHER =
      "None of our many questions were ever answered by these people, and so we demand a meeting.";

  @TempDir private Path folder;
  @AutoClose private TestLibrary root;

  @BeforeEach
  void open() {
    root = new TestLibrary(folder);
    root.put("archive/a.md", "Styret må gå straks, for det har ikke svart på brevene.\n").open();
  }

  @Test
  void aReviewerApprovesWithAChangeInOneActAndTheTranslatorStays() {
    save(TEXT, TRANSLATED, KARI);

    TrackedSection now = save(CORRECTED, REVIEWED, INGRID);

    assertThat(now.sectionStatus().state()).isEqualTo(REVIEWED);
    assertThat(translator()).isEqualTo("kari");
    List<Event> act =
        now.history().stream().filter(each -> each.signature().by().equals("ingrid")).toList();
    assertThat(act).hasSize(2).allMatch(each -> each.signature().equals(act.get(0).signature()));
    assertThat(Replacement.of(now))
        .hasValueSatisfying(
            replacement -> {
              assertThat(replacement.writer()).isEqualTo("kari");
              assertThat(replacement.isApproved()).isTrue();
            });
    root.open();
    assertThat(section()).isEqualTo(now);
    assertThat(save(TEXT, REVIEWED, INGRID).sectionStatus().state()).isEqualTo(REVIEWED);
  }

  @Test
  void approvingATextThatNobodyHasChangedMarksItAndNothingElse() {
    save(TEXT, TRANSLATED, KARI);

    TrackedSection now = save(TEXT, REVIEWED, INGRID);

    assertThat(now.sectionStatus().state()).isEqualTo(REVIEWED);
    assertThat(now.history()).last().isInstanceOf(MarkEvent.class);
    assertThat(now.history()).filteredOn(EditEvent.class::isInstance).hasSize(1);
  }

  @Test
  void aTextOfUnknownOriginThatIsCorrectedAndApprovedMayBeCorrectedAgain() {
    root.put("translations/a.md", TEXT + "\n").open();

    save(CORRECTED, REVIEWED, INGRID);

    assertThat(section().sectionStatus().attribution().translated()).isNull();
    assertThat(save(TEXT, REVIEWED, INGRID).sectionStatus().state()).isEqualTo(REVIEWED);
  }

  @Test
  void nobodyApprovesWhatTheyHaveTranslated() {
    assertRefused(TEXT, INGRID, Reason.NEW_TRANSLATION);
    assertThat(section().history()).isEmpty();

    save(TEXT, TRANSLATED, INGRID);
    assertRefused(CORRECTED, INGRID, Reason.OWN_REVIEW);
    assertRefused(TEXT, INGRID, Reason.OWN_REVIEW);
  }

  @Test
  void aTextThatIsMostlyNewIsANewTranslation() {
    save(TEXT, TRANSLATED, KARI);

    assertRefused(OTHER, INGRID, Reason.NEW_TRANSLATION);

    save(OTHER, TRANSLATED, INGRID);
    assertThat(translator()).isEqualTo("ingrid");
  }

  @Test
  void translatorsApproveNothing() {
    save(TEXT, TRANSLATED, KARI);

    assertThatThrownBy(() -> save(CORRECTED, REVIEWED, OLA)).isInstanceOf(RoleMissing.class);
    assertThat(save(CORRECTED, TRANSLATED, OLA).sectionStatus().state()).isEqualTo(TRANSLATED);
    assertThat(translator()).isEqualTo("ola");
  }

  @Test
  void aReviewerWhoSavesACorrectionMayReviewItLater() {
    save(TEXT, TRANSLATED, KARI);
    TrackedSection now = save(CORRECTED, TRANSLATED, INGRID);

    assertThat(translator()).isEqualTo("kari");
    assertThat(root.mark(now, REVIEWED, INGRID).sectionStatus().state()).isEqualTo(REVIEWED);
  }

  @Test
  void anAcceptedCorrectionKeepsStateAndTranslator() {
    save(TEXT, TRANSLATED, KARI);

    TrackedSection now = accept(CORRECTED, INGRID, KARI);

    assertThat(now.sectionStatus().state()).isEqualTo(TRANSLATED);
    assertThat(translator()).isEqualTo("kari");
    assertThat(root.mark(now, REVIEWED, INGRID).sectionStatus().state()).isEqualTo(REVIEWED);
    assertThat(accept(TEXT, OLA, INGRID).sectionStatus().state()).isEqualTo(REVIEWED);
    assertThat(accept(CORRECTED, OLA, KARI).sectionStatus().state()).isEqualTo(TRANSLATED);
  }

  @Test
  void whoSuggestedANewTextIsItsTranslatorAndWhoAcceptedItMayReview() {
    save(TEXT, TRANSLATED, KARI);

    TrackedSection now = accept(OTHER, OLA, INGRID);

    assertThat(now.sectionStatus().state()).isEqualTo(TRANSLATED);
    assertThat(translator()).isEqualTo("ola");
    assertThat(root.mark(now, REVIEWED, INGRID).sectionStatus().state()).isEqualTo(REVIEWED);
  }

  private TrackedSection accept(String text, Actor by, Actor decider) {
    EditActions edits = root.library().edits();
    TrackedSection before = edits.suggest(section().section().id(), text, by).section();
    String suggestion = before.openSuggestions().getLast().id();
    return edits
        .accept(before.section().id(), suggestion, before.version(), decider)
        .map(LiveSection::section)
        .orElseThrow();
  }

  private void assertRefused(String text, Actor by, Reason reason) {
    assertThatThrownBy(() -> save(text, REVIEWED, by))
        .isInstanceOfSatisfying(NotNow.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private TrackedSection save(String text, State state, Actor by) {
    return root.library()
        .edits()
        .edit(
            section().section().id(),
            text,
            EditBase.of(section()),
            new SaveOptions(state, List.of()),
            by)
        .map(LiveSection::section)
        .orElseThrow();
  }

  private @Nullable String translator() {
    var translated = section().sectionStatus().attribution().translated();
    return translated == null ? null : translated.by();
  }

  private TrackedSection section() {
    return root.section("a", "Styret");
  }
}
