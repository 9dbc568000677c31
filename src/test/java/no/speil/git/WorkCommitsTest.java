package no.speil.git;

import static no.speil.git.ArchiveInGit.KARI;
import static no.speil.git.ArchiveInGit.LETTER;
import static no.speil.git.ArchiveInGit.OLA;
import static no.speil.git.ArchiveInGit.PAUSE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import no.speil.NeedsPrograms;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.record.ReviseEvent;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people write becomes commits, each person's work in a document by itself. */
@NeedsPrograms("git")
class WorkCommitsTest {
  @TempDir private Path folder;
  @AutoClose private ArchiveInGit archive;

  @BeforeEach
  void archive() {
    archive = ArchiveInGit.at(folder.resolve("kari")).open();
    archive.sync().round(false);
  }

  @Test
  void atTheStartTheProgramsOwnNotesAreCommittedInItsName() {
    assertThat(archive.log("%an|%s"))
        .containsExactly("Speil|Keep the record of 1 document", "Kari|Begin");
    assertThat(archive.changes()).isEmpty();
  }

  @Test
  void workIsCommittedWhenItsPersonHasPaused() {
    TrackedSection section = archive.save("Styret", "The board must go before summer.", KARI);
    archive.sync().round(false);
    assertThat(archive.log("%s")).hasSize(2);

    archive.after(PAUSE).sync().round(false);

    assertThat(archive.log("%an <%ae>|%cn|%s").getFirst())
        .isEqualTo("kari <kari@example.org>|Speil|Revise 1 section of " + LETTER);
    assertThat(
            archive.git("log", "-1", "--format=%(trailers:key=Speil-Sections,valueonly)").strip())
        .isEqualTo(section.section().id().value());
    assertThat(archive.git("show", "HEAD:translations/" + LETTER + ".md"))
        .contains("The board must go before summer.");
    assertThat(archive.changes()).isEmpty();
  }

  @Test
  void whoCommitsByHandInTheServedTreeIsNamedWithTheCommitsDate() {
    String path = "translations/" + LETTER + ".md";
    for (String text : List.of("The board must go at once.", "Ola says that the board must go.")) {
      archive.library().put(path, archive.library().read(path).replaceAll("The board.*", text));
      archive.library().library().sync().look();
      archive.git(
          "commit",
          "-q",
          "-m",
          "Better",
          "--author=Ola <ola@example.org>",
          "--date=2026-11-01T12:00:00Z",
          "--",
          path);
    }
    archive.sync().round(true);
    archive.sync().round(true);

    TrackedSection section = archive.library().section(LETTER, "Styret");
    List<EditEvent> edits =
        section.history().stream()
            .filter(EditEvent.class::isInstance)
            .map(EditEvent.class::cast)
            .toList();
    assertThat(edits)
        .singleElement()
        .satisfies(
            edit -> {
              assertThat(edit.signature().by()).isEqualTo("Ola");
              assertThat(edit.signature().at()).isEqualTo("2026-11-01T12:00:00Z");
              assertThat(edit.signature().via())
                  .isEqualTo("git:" + archive.git("log", "-1", "--format=%h", "--", path).strip());
              assertThat(edit.after().hash()).isEqualTo(section.hash(Side.TRANSLATION));
            });
    assertThat(archive.log("%an|%s").getFirst()).isEqualTo("Speil|Keep the record of 1 document");
    assertThat(archive.changes()).isEmpty();
  }

  @Test
  void whoCommitsAnOriginalThereIsNamedOnceAndWhoTakesItBackToo() {
    String path = "archive/" + LETTER + ".md";
    String original = archive.library().read(path);
    for (int day = 1; day <= 2; day++) {
      String text = day == 1 ? original.replace("før sommeren", "før jul") : original;
      archive.library().put(path, text).put("archive/nytt.md", text);
      archive.library().library().sync().look();
      archive.git("add", "archive");
      String date = "--date=2026-11-0%dT12:00:00Z".formatted(day);
      archive.git("commit", "-q", "-m", "Original", "--author=Ola <ola@example.org>", date);
      archive.sync().round(true);
      archive.sync().round(true);
    }

    List<Event> history = archive.library().section(LETTER, "Styret").history();
    assertThat(history).hasSize(2).hasOnlyElementsOfType(ReviseEvent.class);
    assertThat(history).extracting(event -> event.signature().by()).containsOnly("Ola");
    assertThat(archive.library().section(LETTER, "Styret").reviser())
        .contains(history.getLast().signature());
    assertThat(archive.library().section("nytt", "Styret").history()).hasSize(1);
    assertThat(archive.changes()).isEmpty();
  }

  @Test
  void whatIsCommittedByHandWhileTheServerIsDownIsNamedAtTheStart() {
    archive.kill();
    String path = "translations/" + LETTER + ".md";
    archive.library().put(path, archive.library().read(path).replace("human rights", "our rights"));
    archive.git("commit", "-q", "-a", "-m", "Better", "--author=Ola <ola@example.org>");
    archive.open().sync().round(true);

    assertThat(archive.library().section(LETTER, "Kvinners").history())
        .anyMatch(event -> event instanceof EditEvent && event.signature().by().equals("Ola"));
  }

  @Test
  void whoNeverPausesIsCommittedAfterSixPauses() {
    for (int i = 0; i < 7; i++) {
      archive.save("Styret", "Text number %d of the morning.".formatted(i), KARI);
      archive.after(PAUSE.minus(Duration.ofSeconds(10))).sync().round(false);
    }

    assertThat(archive.log("%s")).hasSize(3);
    assertThat(archive.git("show", "HEAD:translations/" + LETTER + ".md")).contains("number 6");
  }

  @Test
  void whenAnotherPersonWritesThereTheFirstOnesWorkIsCommittedWithoutTheirs() {
    archive.save("Styret", "The board must go, says Kari.", KARI);
    archive.save("Kvinners", "The rights of women, says Ola.", OLA);
    archive.sync().round(false);

    assertThat(archive.log("%an").getFirst()).isEqualTo("kari");
    assertThat(archive.git("show", "HEAD:translations/" + LETTER + ".md"))
        .contains("says Kari")
        .doesNotContain("says Ola");
    assertThat(archive.git("show", "HEAD:translations/" + LETTER + ".jsonl"))
        .contains("says Kari")
        .doesNotContain("says Ola");

    archive.sync().round(true);

    assertThat(archive.log("%an")).startsWith("ola", "kari");
    assertThat(archive.changes()).isEmpty();
  }

  @Test
  void whatTheKeeperHasStagedAndChangedStaysTheirs() {
    archive.library().put("notes.txt", "staged\n").put("archive/annet.txt", "Mitt eget.\n");
    archive.git("add", "notes.txt");
    archive.library().put("notes.txt", "staged, and changed again\n");

    archive.mark("Styret", State.TRANSLATED, KARI);
    archive.sync().round(true);

    assertThat(archive.git("status", "--porcelain").lines())
        .containsExactly("AM notes.txt", "?? archive/annet.txt");
    assertThat(archive.git("show", "--format=", "--name-only", "HEAD").strip())
        .isEqualTo("translations/" + LETTER + ".jsonl");
  }

  @Test
  void aTranslationThatGitDoesNotHaveIsCommittedWithWhatIsDoneThere() {
    archive
        .library()
        .put("archive/2019/ny.md", "Det er et nytt brev.\n")
        .put("translations/2019/ny.md", "It is a new letter.\n");
    archive.library().library().sync().look();

    archive
        .library()
        .mark(archive.library().section("2019/ny", "Det er et nytt"), State.TRANSLATED, KARI);
    archive.sync().round(true);

    assertThat(archive.git("show", "--format=%an", "--name-only", "HEAD").lines())
        .containsExactly("kari", "", "translations/2019/ny.jsonl", "translations/2019/ny.md");
    assertThat(archive.changes()).isEqualTo("?? archive/2019/ny.md");
  }

  @Test
  void afterAKillWhatNobodyHasCommittedIsCommittedAtTheNextStart() {
    archive.save("Styret", "The board must go, says Kari.", KARI);
    archive.save("Kvinners", "The rights of women, says Ola.", OLA);
    archive.kill().open().sync().round(false);

    assertThat(archive.log("%an|%s").getFirst()).isEqualTo("ola|Revise 2 sections of " + LETTER);
    assertThat(archive.git("log", "-1", "--format=%(trailers:key=Co-authored-by,valueonly)"))
        .contains("kari <kari@example.org>");
    assertThat(archive.changes()).isEmpty();
  }

  @Test
  void soItIsWithWhatIsDoneInTheDocumentSinceThen() {
    archive.save("Styret", "The board must go, says Kari.", KARI);
    archive.kill().open();
    archive.mark("Kvinners", State.TRANSLATED, OLA);
    archive.sync().round(true);

    assertThat(archive.git("show", "HEAD:translations/" + LETTER + ".md")).contains("says Kari");
    assertThat(archive.log("%an|%s").getFirst()).isEqualTo("ola|Revise 1 section of " + LETTER);
    assertThat(archive.git("log", "-1", "--format=%(trailers:key=Co-authored-by,valueonly)"))
        .contains("kari <kari@example.org>");
    assertThat(archive.changes()).isEmpty();
  }

  @Test
  void soIsATranslationThatHasANameOfItsOwn() {
    String path = "translations/2015/letter.md";
    String text = archive.library().read("translations/" + LETTER + ".md");
    archive.library().put(path, text.replace("---\n\n", "original: " + LETTER + "\n---\n\n"));
    archive.library().delete("translations/" + LETTER + ".md");
    archive.library().library().sync().look();
    archive.git("add", "-A");
    archive.git("commit", "-q", "-m", "In English");
    archive.save("Styret", "The board must go, says Kari.", KARI);
    archive.kill().open().sync().round(false);

    assertThat(archive.git("show", "HEAD:" + path)).contains("says Kari");
    assertThat(archive.changes()).isEmpty();
  }

  @Test
  void atTheEndEverythingIsCommitted() {
    archive.mark("Styret", State.TRANSLATED, KARI);
    archive.close();

    assertThat(archive.log("%s").getFirst()).isEqualTo("Mark 1 section of " + LETTER);
  }

  @Test
  void whatWaitsForAnotherMachineIsEndedThen() throws Exception {
    Path asked = folder.resolve("asked");
    archive.git("config", "core.sshCommand", "sh -c 'touch %s; sleep 3600'".formatted(asked));
    archive.git("remote", "add", "origin", "git@127.0.0.1:archive.git");
    archive.kill().start();
    long limit = System.nanoTime() + Duration.ofMinutes(5).toNanos();
    while (Files.notExists(asked) && System.nanoTime() < limit) {
      Thread.sleep(10);
    }
    archive.mark("Styret", State.TRANSLATED, KARI);
    archive.close();

    assertThat(archive.log("%s").getFirst()).isEqualTo("Mark 1 section of " + LETTER);
  }

  @Test
  void noHookRunsAndNothingTypedIsAnOption() {
    archive.library().put(".git/hooks/pre-commit", "#!/bin/sh\nexit 1\n");
    archive.folder().resolve(".git/hooks/pre-commit").toFile().setExecutable(true);
    archive.git("config", "commit.gpgSign", "true");
    archive.library().put("archive/--upload-pack=touch x.md", "Farlig navn.\n");
    archive.library().library().sync().look();

    archive.save("Styret", "--exec=false\n", KARI);
    archive.sync().round(true);

    assertThat(archive.sync().status().problems()).isEmpty();
    assertThat(archive.git("show", "HEAD:translations/" + LETTER + ".md")).contains("--exec=false");
  }

  @Test
  void theMarksOfAMergeInARecordAreGoneWithTheNextCommit() {
    String record = "translations/" + LETTER + ".jsonl";
    archive.mark("Styret", State.TRANSLATED, KARI);
    String lines = archive.library().read(record);
    int last = lines.lastIndexOf('\n', lines.length() - 2) + 1;
    archive
        .library()
        .put(
            record,
            "%s<<<<<<< HEAD\n%s=======\n>>>>>>> main\n"
                .formatted(lines.substring(0, last), lines.substring(last)));
    archive.mark("Kvinners", State.TRANSLATED, OLA);
    archive.sync().round(true);

    assertThat(archive.git("show", "HEAD:" + record)).startsWith(lines).doesNotContain("<<<<");
    assertThat(archive.library().section(LETTER, "Styret").sectionStatus().state())
        .isEqualTo(State.TRANSLATED);
  }

  @Test
  void savesGoOnWhileALockLiesAboutAndAreCommittedOnceItIsGone() {
    archive.library().put(".git/index.lock", "");
    for (int i = 0; i < 20; i++) {
      archive.save("Styret", "Text number %d.".formatted(i), KARI);
    }
    archive.sync().round(true);

    assertThat(archive.sync().status().problems())
        .extracting(problem -> problem.kind().code())
        .containsExactly("git-locked");
    archive.library().delete(".git/index.lock");
    archive.sync().round(true);
    assertThat(archive.log("%s").getFirst()).isEqualTo("Revise 1 section of " + LETTER);
  }
}
