package no.speil.library;

import static no.speil.library.TestLibrary.KARI;
import static no.speil.library.TestLibrary.OLA;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import no.speil.corpus.Problem;
import no.speil.corpus.Side;
import no.speil.record.SuggestEvent;
import no.speil.search.Waiting;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A text put over a newer one from outside. */
class OverwrittenTextTest {
  private static final String FILE = "translations/brev.md";
  private static final String SAVED = "Looking after the members is the duty of everybody here.";

  @TempDir private Path root;
  @AutoClose private TestLibrary archive;
  private String old = "";

  @BeforeEach
  void save() {
    archive =
        new TestLibrary(root)
            .put(
                "archive/brev.md",
                "# Brev\n\nAlle skal ta vare på medlemmene i laget.\n\nVi møtes i mai.\n")
            .put(
                FILE,
                "# Letter\n\nAll shall take care of the members of the team.\n\nWe meet in May.\n");
    archive.open();
    old = archive.read(FILE);
    TrackedSection section = section();
    archive.library().edits().edit(section.section().id(), SAVED, section.version(), KARI);
  }

  @Test
  void anEditorsOldCopyStaysAndWhatWasSavedIsASuggestionForItsWriter() {
    archive.put(FILE, old.replace("in May", "in June"));
    archive.library().sync().look();

    TrackedSection section = section();
    assertThat(section.markdown(Side.TRANSLATION)).startsWith("All shall take care");
    assertThat(archive.read(FILE)).isEqualTo(old.replace("in May", "in June"));
    assertThat(section.openSuggestions()).extracting(SuggestEvent::text).containsExactly(SAVED);
    assertThat(archive.library().problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.TEXT_OVERWRITTEN);
    assertThat(archive.library().inbox().count(new Waiting(Waiting.Kind.SUGGESTION, "kari")))
        .isEqualTo(1);

    SuggestEvent suggestion = section.openSuggestions().getFirst();
    archive
        .library()
        .edits()
        .accept(section.section().id(), suggestion.id(), section.version(), KARI);

    assertThat(section().markdown(Side.TRANSLATION)).isEqualTo(SAVED);
    assertThat(archive.library().problems()).isEmpty();
  }

  @Test
  void anOldCopyThatWasChangedInTheSameParagraphIsFoundAlsoAfterAStart() {
    archive.close();
    archive.put(FILE, old.replace("of the team", "of this team"));
    archive.open();

    assertThat(section().openSuggestions()).extracting(SuggestEvent::text).containsExactly(SAVED);
  }

  @Test
  void textThatBuildsOnWhatWasSavedIsNoOldCopy() {
    archive.put(
        FILE,
        archive.read(FILE).replace("everybody here", "everybody").replace("in May", "in June"));
    archive.library().sync().look();
    assertThat(section().openSuggestions()).isEmpty();

    TrackedSection section = section();
    archive
        .library()
        .edits()
        .edit(section.section().id(), "Care for members.", section.version(), OLA);
    archive.put(FILE, archive.read(FILE).replace("Care for members.", "Members need our care."));
    archive.library().sync().look();

    assertThat(section().openSuggestions()).isEmpty();
    assertThat(archive.library().problems()).isEmpty();
  }

  @Test
  void aQuotationMarkAtTheBeginningIsNoWordThatWasPutInOrTakenOut() {
    edit("“Members matter.”");
    edit("Look after everybody.");
    putOver("Look after everybody.", "“Members really do matter.”");
    assertThat(section().openSuggestions()).as("two words come back by chance").isEmpty();

    edit(SAVED);
    edit("“Care for us.”");
    putOver("“Care for us.”", "“" + SAVED.replace("here", "in here") + "”");
    assertThat(section().openSuggestions())
        .extracting(SuggestEvent::text)
        .containsExactly("“Care for us.”");
  }

  private void edit(String text) {
    TrackedSection section = section();
    archive.library().edits().edit(section.section().id(), text, section.version(), OLA);
  }

  private void putOver(String saved, String other) {
    archive.put(FILE, archive.read(FILE).replace(saved, other));
    archive.library().sync().look();
  }

  @Test
  void aWholeOldCopyStaysTooAndIsOneProblemUntilTheTextsAreDeclined() {
    archive.put(FILE, old);
    archive.library().sync().look();

    TrackedSection section = section();
    assertThat(archive.read(FILE)).isEqualTo(old);
    assertThat(archive.library().problems())
        .containsExactly(Problem.of(FILE, 0, Problem.Kind.TEXT_OVERWRITTEN, "kari", "1", "brev"));
    SuggestEvent suggestion = section.openSuggestions().getFirst();
    assertThat(suggestion.text()).isEqualTo(SAVED);
    assertThat(archive.library().inbox().count(new Waiting(Waiting.Kind.SUGGESTION, "kari")))
        .isEqualTo(1);

    archive.library().edits().dismiss(section.section().id(), suggestion.id(), KARI);

    assertThat(archive.library().problems()).isEmpty();
    archive.close();
    archive.open();
    assertThat(section().openSuggestions()).isEmpty();
    assertThat(archive.library().problems()).isEmpty();
  }

  private TrackedSection section() {
    return archive.section("brev", "Alle skal");
  }
}
