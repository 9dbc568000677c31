package no.speil.git;

import static no.speil.git.ArchiveInGit.KARI;
import static no.speil.git.ArchiveInGit.LETTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.speil.NeedsPrograms;
import no.speil.corpus.Problem;
import no.speil.corpus.State;
import no.speil.messages.Messages;
import no.speil.messages.ProblemLine;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with git is a sentence that says what to do, and people go on saving. */
@NeedsPrograms("git")
class GitTroubleTest {
  @TempDir private Path folder;
  @AutoClose private ArchiveInGit archive;

  @Test
  void whereThereIsNoRepository() throws Exception {
    open();
    Files.move(archive.folder().resolve(".git"), folder.resolve("away"));
    assertTold("git-no-repository");
    Files.move(folder.resolve("away"), archive.folder().resolve(".git"));
    assertCommitted();
  }

  @Test
  void whereNoBranchIsCheckedOut() {
    open();
    archive.git("checkout", "-q", "--detach");
    assertTold("git-detached");
    archive.git("switch", "-q", "main");
    assertCommitted();
  }

  @Test
  void whileTheKeeperIsInTheMiddleOfAMerge() {
    open();
    archive.git("checkout", "-q", "-b", "other");
    archive.library().put("notes.txt", "one\n");
    archive.git("add", "notes.txt");
    archive.git("commit", "-q", "-m", "One");
    archive.git("switch", "-q", "main");
    archive.git("merge", "-q", "--no-ff", "--no-commit", "other");
    assertTold("git-busy");
    archive.git("commit", "-q", "-m", "Merge");
    assertCommitted();
  }

  @Test
  void whereTheRepositoryIsBare() {
    open();
    archive.git("config", "core.bare", "true");
    assertTold("git-bare");
    archive.git("config", "core.bare", "false");
    assertCommitted();
  }

  @Test
  void whereTheRemoteAsksForAPassword() {
    open();
    archive.git("config", "core.sshCommand", "sh -c 'echo Permission denied >&2; exit 255'");
    archive.git("remote", "add", "origin", "git@127.0.0.1:archive.git");
    archive.mark("Styret", State.TRANSLATED, KARI);
    archive.sync().round(true);

    assertThat(archive.codes()).containsExactly("git-refused-access");
    assertThat(archive.log("%an").getFirst()).isEqualTo("kari");
  }

  @Test
  void whereGitIsTooOldOrMissing() {
    GitRepository.requireVersion("git version 2.38.0");
    GitRepository.requireVersion("git version 3.0.1 (a system's own)");
    assertThatThrownBy(() -> GitRepository.requireVersion("git version 2.37.9"))
        .hasMessage("git-too-old git version 2.37.9 2.38");

    var elsewhere = new GitProgram(folder.resolve("nowhere"));
    assertThatThrownBy(() -> GitRepository.of(elsewhere)).hasMessageStartingWith("git-missing");
  }

  @Test
  void inAWorktreeWhoseRepositoryIsAFileAllIsAsAlways() {
    open();
    Path tree = folder.resolve("tree");
    archive.git("worktree", "add", "-q", "-b", "work", tree.toString());
    archive.close();
    archive = ArchiveInGit.existing(tree).open();
    assertThat(Files.isRegularFile(tree.resolve(".git"))).isTrue();
    archive.mark("Styret", State.TRANSLATED, KARI);
    archive.sync().round(true);

    assertThat(archive.codes()).isEmpty();
    assertThat(archive.changes()).isEmpty();
  }

  @Test
  void anArchiveBelowTheTopOfARepositoryIsCommittedThere() {
    Path top = folder.resolve("top");
    archive = ArchiveInGit.below(top, top.resolve("site/texts")).open();
    archive.sync().round(true);
    archive.mark("Styret", State.TRANSLATED, KARI);
    archive.sync().round(true);

    assertThat(archive.codes()).isEmpty();
    assertThat(archive.git("show", "--format=", "--name-only", "HEAD").strip())
        .isEqualTo("site/texts/translations/" + LETTER + ".jsonl");
  }

  private void open() {
    archive = ArchiveInGit.at(folder.resolve("kari")).open();
    archive.sync().round(true);
  }

  private void assertTold(String code) {
    archive.save("Kvinners", "The rights of women, says Kari.", KARI);
    archive.sync().round(true);
    assertThat(archive.codes()).containsExactly(code);
    Problem problem = archive.sync().status().problems().getFirst();
    for (Messages t : List.of(Messages.ENGLISH, Messages.NORWEGIAN)) {
      assertThat(ProblemLine.in(t, problem, "").remedy()).hasSizeGreaterThan(20);
    }
  }

  private void assertCommitted() {
    archive.sync().round(true);
    assertThat(archive.codes()).isEmpty();
    assertThat(archive.git("show", "HEAD:translations/" + LETTER + ".md")).contains("says Kari");
  }
}
