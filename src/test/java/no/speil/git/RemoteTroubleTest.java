package no.speil.git;

import static no.speil.git.ArchiveInGit.KARI;
import static no.speil.git.ArchiveInGit.LETTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.speil.NeedsPrograms;
import no.speil.git.GitStatus.UnmergedTexts;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a remote may do to a server that follows it. */
@NeedsPrograms("git")
class RemoteTroubleTest {
  private static final String TEXT = "translations/" + LETTER + ".md";
  private static final String ORIGINAL = "archive/" + LETTER + ".md";

  @TempDir private Path folder;
  @AutoClose private ArchiveInGit kari;
  private EditorsClone editor;

  @BeforeEach
  void archive() {
    Path remote = folder.resolve("remote.git");
    kari = ArchiveInGit.withRemote(folder.resolve("kari"), remote);
    editor = EditorsClone.of(remote, folder.resolve("editor"));
    kari.sync().round(true);
  }

  @Test
  void newsFromAForgeCommitsNothingOfWhoeverIsWriting() {
    kari.save("Styret", "The board must go, says Kari.", KARI);
    List<String> before = kari.log("%H");
    kari.sync().fetchSoon();
    kari.sync().round(false);
    assertThat(kari.log("%H")).isEqualTo(before);

    editor.put("README.md", "Read me.\n").push();
    kari.sync().round(false);
    assertThat(kari.folder().resolve("README.md")).doesNotExist();
    kari.sync().fetchSoon();
    kari.sync().round(false);
    assertThat(kari.library().read("README.md")).isEqualTo("Read me.\n");
  }

  @Test
  void aFetchThatWasCutOffIsMadeAgain() throws Exception {
    editor.edit(TEXT, "must resign", "should resign").push();
    Path commit =
        Files.writeString(folder.resolve("commit"), editor.git("cat-file", "commit", "HEAD"));
    kari.git("hash-object", "-t", "commit", "-w", commit.toString());
    kari.sync().round(true);

    assertThat(kari.codes()).isEmpty();
    assertThat(kari.library().read(TEXT)).contains("should resign");
  }

  @Test
  void aHistoryThatWasRewrittenFromItsBeginningIsJoinedOnceTheKeeperWantsIt() {
    kari.save("Styret", "The board must go, says Kari.", KARI);
    kari.sync().round(true);
    editor.git("checkout", "-q", "--orphan", "anew");
    editor.edit(TEXT, "What we ask for", "What we are asking for");
    editor.git("add", "-A");
    editor.git("commit", "-q", "-m", "Begin anew");
    editor.git("push", "-q", "--force", "origin", "HEAD:main");
    kari.sync().round(true);
    assertThat(kari.codes()).containsExactly("git-rewritten");

    kari.sync().acceptRewritten();
    kari.sync().round(true);
    assertThat(kari.codes()).isEmpty();
    assertThat(kari.library().read(TEXT)).contains("says Kari");
    assertThat(kari.library().section(LETTER, "Hva vi").openSuggestions())
        .extracting(each -> each.text())
        .containsExactly("What we are asking for is in the annex.");
    assertThat(kari.sync().status().waiting()).isZero();
  }

  @Test
  void aRemoteThatHasNothingInCommonIsNotJoinedUnasked() {
    kari.git("update-ref", "-d", "refs/speil/seen/origin/main");
    editor.git("checkout", "-q", "--orphan", "anew");
    editor.git("commit", "-q", "-m", "Another project");
    editor.git("push", "-q", "--force", "origin", "HEAD:main");
    kari.sync().round(true);

    assertThat(kari.codes()).containsExactly("git-failed");
    assertThat(kari.git("log", "--format=%s")).doesNotContain("Another project");
  }

  @Test
  void anOriginalInConflictWaitsOnThoughOthersChangeItElsewhere() {
    kari.library().put(ORIGINAL, kari.library().read(ORIGINAL).replace("før sommeren", "før jul"));
    kari.git("commit", "-q", "-am", "Christmas");
    editor.edit(ORIGINAL, "før sommeren", "før høsten").push();
    kari.sync().round(true);
    assertThat(kari.codes()).containsExactly("git-unmerged");

    editor.pull().edit(ORIGINAL, "i vedlegget", "i det andre vedlegget").push();
    kari.sync().round(true);
    assertThat(kari.library().read(ORIGINAL)).contains("før jul", "i det andre vedlegget");
    assertThat(kari.codes()).containsExactly("git-unmerged");
    assertThat(kari.sync().status().unmerged().getFirst().there()).contains("før høsten");
  }

  @Test
  void aConflictIsSettledByAKeeperWhoSaysThatTheTextHereIsRightAndTheHistoryTellsWho() {
    kari.library().put(ORIGINAL, kari.library().read(ORIGINAL).replace("før sommeren", "før jul"));
    kari.git("commit", "-q", "-am", "Christmas");
    editor.edit(ORIGINAL, "før sommeren", "før høsten").push();
    kari.sync().round(true);
    UnmergedTexts both = kari.sync().status().unmerged().getFirst();

    kari.sync().keep("of another", "kari");
    kari.sync().round(true);
    assertThat(kari.codes()).containsExactly("git-unmerged");

    kari.sync().keep(both.id(), "ola");
    assertThat(kari.codes()).isEmpty();
    kari.sync().round(true);
    assertThat(kari.codes()).isEmpty();
    assertThat(GitCheck.problems(kari.folder())).isEmpty();
    assertThat(kari.library().read(ORIGINAL)).contains("før jul").doesNotContain("før høsten");
    assertThat(editor.pull().git("log", "-1", "--format=%an <%ae> %cn: %s"))
        .startsWith("ola <ola@archive.example> Speil: Keep the text of " + ORIGINAL);

    kari.sync().keep(both.id(), "ola");
    editor.edit(ORIGINAL, "før jul", "før påske").push();
    kari.sync().round(true);
    assertThat(kari.codes()).isEmpty();
    assertThat(kari.library().read(ORIGINAL)).contains("før påske");
  }

  @Test
  void aTextThatIsKeptWhileGitIsLockedIsKeptOnceItIsNot() throws IOException {
    kari.library().put(ORIGINAL, kari.library().read(ORIGINAL).replace("før sommeren", "før jul"));
    kari.git("commit", "-q", "-am", "Christmas");
    editor.edit(ORIGINAL, "før sommeren", "før høsten").push();
    kari.sync().round(true);
    Path lock = Files.createFile(kari.folder().resolve(".git/index.lock"));
    kari.sync().keep(kari.sync().status().unmerged().getFirst().id(), "kari");
    kari.sync().round(true);
    assertThat(kari.codes()).containsExactly("git-locked");

    Files.delete(lock);
    kari.sync().round(true);
    assertThat(kari.codes()).isEmpty();
    assertThat(kari.log("%s")).first().isEqualTo("Keep the text of " + ORIGINAL);
  }

  @Test
  void anArchiveBelowTheTopOfARepositoryGetsWhatOthersPush() {
    Path remote = folder.resolve("whole.git");
    Path top = folder.resolve("top");
    try (ArchiveInGit below = ArchiveInGit.below(top, top.resolve("site/texts")).open()) {
      below.git("init", "-q", "--bare", "-b", "main", remote.toString());
      below.git("remote", "add", "origin", remote.toString());
      below.sync().round(true);
      EditorsClone other = EditorsClone.of(remote, folder.resolve("other"));
      other.edit("site/texts/" + TEXT, "must resign", "should resign");
      other.put("site/texts/accounts.json", "{}\n").put("site/style.css", "p {}\n");
      other.git("add", "-f", "site/texts/accounts.json");
      other.push();
      below.save("Kvinners", "The rights of women, says Kari.", KARI);
      below.sync().round(true);

      assertThat(below.library().read(TEXT)).contains("should resign", "says Kari");
      assertThat(top.resolve("site/style.css")).exists();
      assertThat(below.folder().resolve("accounts.json")).doesNotExist();
      assertThat(below.sync().status().waiting()).isZero();
      assertThat(below.changes()).isEmpty();
    }
  }
}
