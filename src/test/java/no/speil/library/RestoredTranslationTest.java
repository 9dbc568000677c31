package no.speil.library;

import static no.speil.library.TestLibrary.KARI;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import no.speil.corpus.Freshness;
import no.speil.corpus.Problem;
import no.speil.record.SuggestEvent;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A translation that its keeper puts back stays as they put it, whatever the clocks say; what was
 * saved last is kept as a suggestion.
 */
@Tag("slow")
class RestoredTranslationTest {
  private static final String TRANSLATION = "# A letter\n\nThe board must go.\n\nGreetings.\n";

  @TempDir private Path folder;
  @TempDir private Path elsewhere;
  private Path translation;
  private Path backup;
  @AutoClose private TestLibrary root;

  @BeforeEach
  void make() throws IOException {
    root =
        new TestLibrary(folder)
            .put("archive/a.md", "# Et brev\n\nStyret må gå.\n\nHilsen.\n")
            .put("translations/a.md", TRANSLATION);
    translation = folder.resolve("translations/a.md");
    backup = elsewhere.resolve("a.md");
    Files.copy(translation, backup, StandardCopyOption.COPY_ATTRIBUTES);
  }

  @Test
  void copyWithItsOldTimeStaysWhileTheServerRuns() throws IOException {
    root.open();
    edit();

    restoreWithItsTime();
    root.library().sync().look();

    isAsRestored(Problem.Kind.TEXT_OVERWRITTEN);
  }

  @Test
  void copyWithItsOldTimeStaysWhenTheServerWasOff() throws IOException {
    root.open();
    edit();
    root.close();

    restoreWithItsTime();
    root.open();

    isAsRestored(Problem.Kind.TEXT_OVERWRITTEN);
  }

  @Test
  void textCheckedOutOfGitStaysWhereTheClockIsAhead() throws IOException {
    root.open(Clock.offset(Clock.systemUTC(), Duration.ofDays(2)));
    edit();

    checkOut();
    root.library().sync().look();

    isAsRestored(Problem.Kind.TEXT_OVERWRITTEN);
    root.open();
    isAsRestored(Problem.Kind.TEXT_OVERWRITTEN);
  }

  @Test
  void textCheckedOutOfGitStaysAfterAnEditOnTopOfARecordFromAClockAhead() throws IOException {
    root.open(Clock.offset(Clock.systemUTC(), Duration.ofDays(2)));
    root.library().marks().comment(section().section().id(), "From the other machine.", KARI);
    root.open(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(10))); // no file is too young
    edit();

    checkOut();
    root.library().sync().look();

    isAsRestored(Problem.Kind.EVENTS_IN_FUTURE, Problem.Kind.TEXT_OVERWRITTEN);
    root.open();
    isAsRestored(Problem.Kind.EVENTS_IN_FUTURE, Problem.Kind.TEXT_OVERWRITTEN);
  }

  @Test
  void removedTranslationIsNotMadeAgain() throws IOException {
    Files.delete(translation);
    root.open();
    edit();
    root.close();

    Files.delete(translation);
    root.open();

    assertThat(translation).doesNotExist();
  }

  private void edit() {
    TrackedSection section = section();
    root.library().edits().edit(section.section().id(), "A wrong edit.", section.version(), KARI);
    assertThat(root.read("translations/a.md")).contains("A wrong edit.");
  }

  private TrackedSection section() {
    return root.section("a", "Styret");
  }

  /** As {@code cp -p} does. */
  private void restoreWithItsTime() throws IOException {
    Files.copy(
        backup,
        translation,
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES);
  }

  /** As {@code git checkout} does: a new file, of this moment. */
  private void checkOut() throws IOException {
    Files.delete(translation);
    Files.writeString(translation, Files.readString(backup), StandardOpenOption.CREATE_NEW);
  }

  private void isAsRestored(Problem.Kind... kinds) {
    TrackedSection section = section();
    assertThat(root.read("translations/a.md")).isEqualTo(TRANSLATION);
    assertThat(section.section().translation().getFirst().text()).isEqualTo("The board must go.");
    assertThat(section.sectionStatus().freshness()).isEqualTo(Freshness.UNKNOWN);
    assertThat(section.openSuggestions())
        .extracting(SuggestEvent::text)
        .containsExactly("A wrong edit.");
    assertThat(root.library().problems()).extracting(Problem::kind).containsExactly(kinds);
  }
}
