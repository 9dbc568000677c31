package no.speil.library.actions;

import static no.speil.library.TestLibrary.KARI;
import static no.speil.library.TestLibrary.OLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.TestLibrary;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.SectionLocation;
import no.speil.record.EventSignature;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Translations follow their originals into another document when somebody says so. */
class MoveActionsTest {
  private static final String MOVED = "De fikk svar i går, og svaret var nei.\n\n";
  private static final String TEXT = "They had an answer yesterday, and it was no.\n\n";
  private static final String LETTER = "The board must go.\n\n" + TEXT + "With regards.\n";
  private static final String ANSWER = "She read the letter slowly.\n\nHe did not answer.\n";

  @TempDir private Path folder;
  @AutoClose private TestLibrary root;
  private SectionId id;

  @BeforeEach
  void moveTheOriginal() {
    root = new TestLibrary(folder);
    originals(MOVED, "");
    root.put("translations/brev.md", LETTER).put("translations/svar.md", ANSWER).open();
    TrackedSection section = root.section("brev", "De fikk");
    id = section.section().id();
    root.mark(section, State.TRANSLATED, KARI);
    root.mark(root.section("brev", "De fikk"), State.REVIEWED, OLA);
    root.library().marks().comment(id, "Which day?", OLA);
    originals("", MOVED);
    root.library().sync().look();
  }

  @Test
  void bothSidesAreAskedAndNobodyElse() {
    SectionId there = there().section().id();
    assertThat(offered("svar")).containsExactly(there.value() + " brev");
    assertThat(offered("brev")).containsExactly(id + " svar");

    moves().take(there, there().version(), OLA);

    assertThat(offered("svar")).isEmpty();
    assertThat(offered("brev")).isEmpty();
  }

  @Test
  void theTranslationComesWithItsIdStateTranslatorAndComments() {
    SectionId former = there().section().id();

    TrackedSection moved = moves().take(former, there().version(), OLA).section();

    assertThat(moved.section().id()).isEqualTo(id);
    assertThat(moved.sectionStatus().state()).isEqualTo(State.REVIEWED);
    assertThat(moved.sectionStatus().freshness()).isEqualTo(Freshness.CURRENT);
    assertThat(moved.sectionStatus().attribution().translated())
        .extracting(EventSignature::by)
        .isEqualTo("kari");
    assertThat(moved.openComments()).hasSize(1);
    assertThat(moved.history())
        .anyMatch(event -> event.signature().via().equals("move:brev"))
        .last()
        .matches(event -> event.signature().by().equals("ola"));
    assertThat(root.read("translations/brev.md")).isEqualTo(LETTER.replace(TEXT, ""));
    assertThat(root.read("translations/svar.md"))
        .isEqualTo(ANSWER.replace("He did", TEXT + "He did"));
    assertThat(root.library().ids().locate(id))
        .contains(new SectionLocation.Present(new DocumentId("svar"), id));
    assertThat(root.library().ids().locate(former).map(SectionLocation::document))
        .contains(new DocumentId("svar"));
    assertThat(root.read("translations/brev.jsonl")).contains("\"via\":\"move:svar\"");
    root.open();
    assertThat(there()).isEqualTo(moved);
    assertThat(root.library().problems()).isEmpty();
  }

  @Test
  void itCanBeTakenAlongFromWhereItWasToo() {
    TrackedSection orphan = root.section("brev", "They had");

    moves().take(id, orphan.version(), OLA);

    assertThat(there().section().id()).isEqualTo(id);
    assertThat(there().markdown(Side.TRANSLATION)).isEqualTo(TEXT.strip());
  }

  @Test
  void oneUndoPutsEverythingBackAndItCanBeTakenAlongAgain() {
    SectionId former = there().section().id();
    moves().take(former, there().version(), OLA);
    root.library().marks().comment(id, "It was Monday.", KARI);

    TrackedSection left = moves().takeBack(id, there().version(), OLA).section();

    assertThat(left.section().id()).isEqualTo(former);
    assertThat(left.section().translation()).isEmpty();
    assertThat(root.read("translations/brev.md")).isEqualTo(LETTER);
    assertThat(root.read("translations/svar.md")).isEqualTo(ANSWER);
    TrackedSection orphan = root.section("brev", "They had");
    assertThat(orphan.section().id()).isEqualTo(id);
    assertThat(orphan.sectionStatus().freshness()).isEqualTo(Freshness.ORPHAN);
    assertThat(orphan.sectionStatus().state()).isEqualTo(State.REVIEWED);
    assertThat(orphan.openComments()).hasSize(2);
    root.open();
    assertThat(root.section("brev", "They had")).isEqualTo(orphan);
    assertThat(there()).isEqualTo(left);

    TrackedSection again = moves().take(id, orphan.version(), KARI).section();
    assertThat(again.openComments()).hasSize(2);
    assertThat(again.sectionStatus().state()).isEqualTo(State.REVIEWED);
  }

  @Test
  void aTextThatWasChangedSinceIsNotTakenBack() {
    moves().take(id, root.section("brev", "They had").version(), OLA);
    TrackedSection moved = there();
    root.library().edits().edit(id, "They had it.", moved.version(), KARI);

    assertThatThrownBy(() -> moves().takeBack(id, there().version(), OLA))
        .isInstanceOfSatisfying(
            NotNow.class, e -> assertThat(e.reason()).isEqualTo(NotNow.Reason.CANNOT_UNDO));
  }

  @Test
  void whatHasItsTranslationAlreadyTakesNoOther() {
    root.library().edits().edit(there().section().id(), "They got it.", there().version(), KARI);

    assertThat(offered("svar")).isEmpty();
    assertThat(offered("brev")).isEmpty();
    assertThatThrownBy(() -> moves().take(id, root.section("brev", "They had").version(), OLA))
        .isInstanceOfSatisfying(
            NotNow.class, e -> assertThat(e.reason()).isEqualTo(NotNow.Reason.NOTHING_TO_MOVE));
  }

  private List<String> offered(String name) {
    LiveDocument document = root.library().documents().find(new DocumentId(name)).orElseThrow();
    return moves().of(document, document.sections()).entrySet().stream()
        .map(each -> each.getKey() + " " + each.getValue().other(document.id()).id())
        .toList();
  }

  private MoveActions moves() {
    return root.library().moves();
  }

  private TrackedSection there() {
    return root.section("svar", "De fikk");
  }

  private void originals(String inLetter, String inAnswer) {
    root.put("archive/brev.md", "Styret må gå.\n\n" + inLetter + "Med hilsen.\n");
    root.put("archive/svar.md", "Hun leste brevet sakte.\n\n" + inAnswer + "Han svarte ikke.\n");
  }
}
