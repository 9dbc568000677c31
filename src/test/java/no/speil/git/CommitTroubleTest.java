package no.speil.git;

import static no.speil.git.ArchiveInGit.KARI;
import static no.speil.git.ArchiveInGit.LETTER;
import static no.speil.git.ArchiveInGit.OLA;
import static no.speil.git.ArchiveInGit.PAUSE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.speil.NeedsPrograms;
import no.speil.corpus.DocumentId;
import no.speil.corpus.State;
import no.speil.library.documents.LiveDocument;
import no.speil.record.Event;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may stand between people's work and a commit of it. */
@NeedsPrograms("git")
class CommitTroubleTest {
  private static final String RECORD = "translations/" + LETTER + ".jsonl";

  @TempDir private Path folder;
  @AutoClose private ArchiveInGit kari;

  private void open() {
    kari = ArchiveInGit.at(folder.resolve("kari")).open();
    kari.sync().round(true);
  }

  @Test
  void aRecordWithMarksIsHealedOnlyWhileNobodyWritesThere() throws Exception {
    open();
    kari.mark("Styret", State.TRANSLATED, KARI);
    String marked = kari.library().read(RECORD) + "<<<<<<< HEAD\n=======\n>>>>>>> main\n";
    kari.library().put(RECORD, marked);
    kari.duringRound(
        true,
        () -> {
          assertThat(kari.library().read(RECORD)).isEqualTo(marked);
          kari.library().put(RECORD, kari.library().read(RECORD) + "{\"last\":1}\n");
        });

    assertThat(kari.library().read(RECORD)).contains("{\"last\":1}").doesNotContain("<<<<");
  }

  @Test
  void whatAnotherWritesInTheMiddleOfACommitIsNotInIt() throws Exception {
    open();
    kari.save("Styret", "The board must go, says Kari.", KARI);
    kari.after(PAUSE)
        .duringRound(false, () -> kari.save("Kvinners", "The rights of women, says Ola.", OLA));

    assertThat(kari.log("%an").getFirst()).isEqualTo("kari");
    for (String file : List.of(RECORD, "translations/" + LETTER + ".md")) {
      assertThat(kari.git("show", "HEAD:" + file)).contains("says Kari").doesNotContain("says Ola");
    }
    kari.sync().round(true);
    assertThat(kari.log("%an").getFirst()).isEqualTo("ola");
    assertThat(kari.changes()).isEmpty();
  }

  @Test
  void whatTheKeeperIgnoresIsNeverCommitted() {
    kari = ArchiveInGit.at(folder.resolve("kari"));
    kari.library().put(".gitignore", "/accounts.json\n/translations/2015/brev.jsonl\n");
    kari.open().mark("Styret", State.TRANSLATED, KARI);
    kari.save("Kvinners", "The rights of women, says Ola.", OLA);
    kari.sync().round(true);

    assertThat(kari.sync().status().problems()).isEmpty();
    assertThat(kari.git("ls-files")).doesNotContain(".jsonl");
    assertThat(kari.git("show", "HEAD:translations/" + LETTER + ".md")).contains("says Ola");
  }

  @Test
  void translationsOutsideTheRepositoryAreTold() throws Exception {
    kari = ArchiveInGit.at(folder.resolve("kari"));
    Path elsewhere = folder.resolve("elsewhere");
    Files.move(kari.folder().resolve("translations"), elsewhere);
    Files.createSymbolicLink(kari.folder().resolve("translations"), elsewhere);
    kari.open().mark("Styret", State.TRANSLATED, KARI);
    kari.sync().round(true);

    assertThat(kari.codes()).containsExactly("git-outside");
  }

  @Test
  void aLockOfTheProgramsOwnThatAPowerCutHasLeftIsNoHindrance() {
    kari = ArchiveInGit.at(folder.resolve("kari")).open();
    kari.library().put(".git/speil-index.lock", "");
    kari.mark("Styret", State.TRANSLATED, KARI);
    kari.sync().round(true);

    assertThat(kari.codes()).isEmpty();
    assertThat(kari.changes()).isEmpty();
  }

  @Test
  void anUnreadableDocumentDoesNotHoldUpTheOthers() throws Exception {
    open();
    kari.library().put("archive/annet.md", "Noe annet.\n").put("translations/annet.md", "Else.\n");
    kari.library().library().sync().look();
    kari.library().mark(kari.library().section("annet", "Noe"), State.TRANSLATED, KARI);
    kari.mark("Styret", State.TRANSLATED, KARI);
    Path record = kari.folder().resolve("translations/annet.jsonl");
    Files.delete(record);
    Files.createDirectory(record);
    kari.sync().round(true);

    assertThat(kari.git("show", "HEAD:" + RECORD)).contains("\"mark\"");
  }

  @Test
  void whileGitIsAwayForLongNothingPilesUpAndAllIsCommittedAfterwards() {
    open();
    kari.mark("Styret", State.TRANSLATED, KARI);
    kari.library().put(".git/index.lock", "");
    LiveDocument letter =
        kari.library().library().documents().find(new DocumentId(LETTER)).orElseThrow();
    List<Event> history = kari.library().section(LETTER, "Styret").history();
    for (int i = 0; i < 2_100; i++) {
      kari.sync().pending().note(letter, history);
    }
    kari.save("Styret", "The board must go, says Kari.", KARI);
    kari.sync().round(true);
    assertThat(kari.sync().pending().count()).isZero();

    kari.library().delete(".git/index.lock");
    kari.sync().round(false);
    assertThat(kari.git("show", "HEAD:" + RECORD)).contains("says Kari");
    assertThat(kari.log("%an").getFirst()).isEqualTo("kari");
  }
}
