package no.speil.git;

import static no.speil.git.ArchiveInGit.KARI;
import static no.speil.git.ArchiveInGit.LETTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import no.speil.NeedsPrograms;
import no.speil.Program;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits that no friend would push: they stop nothing, and nobody gets rights by them. */
@NeedsPrograms("git")
class StrangeCommitsTest {
  private static final String TEXT = "translations/" + LETTER + ".md";

  @TempDir private Path folder;
  @AutoClose private ArchiveInGit kari;
  private EditorsClone editor;

  @BeforeEach
  void archive() {
    Path remote = folder.resolve("remote.git");
    kari = ArchiveInGit.withRemote(folder.resolve("kari"), remote);
    editor = EditorsClone.of(remote, folder.resolve("editor"));
  }

  @Test
  void namesWithQuotesAndLineBreaksComeAndChange() {
    List<String> names =
        List.of("\"quoted\".txt", "a\nb.txt", "-x.txt", " \t.txt", "archive/<b>.md");
    names.forEach(name -> editor.put(name, "one\n"));
    editor.push();
    assertFine();
    names.forEach(name -> editor.put(name, "two\n"));
    editor.push();
    assertFine();

    assertThat(names).allSatisfy(name -> assertThat(kari.library().read(name)).isEqualTo("two\n"));
    assertThat(kari.git("status", "--porcelain")).doesNotContain(".txt");
  }

  @Test
  void namesThatAreNotUtf8ComeAndChangeAndGo() {
    for (String text : List.of("one", "two")) {
      run(editor.folder(), "printf %s > \"$(printf 'r\\351sum\\351.txt')\"".formatted(text));
      run(editor.folder(), "printf %s > \"$(printf 'archive/r\\351.md')\"".formatted(text));
      editor.push();
      assertFine();
      assertThat(kari.changes()).isEmpty();
      assertThat(run(kari.folder(), "cat r*.txt archive/r*.md")).isEqualTo(text + text);
    }
    kari.save("Styret", "The board must go, says Kari.", KARI);
    run(editor.folder(), "rm r*.txt");
    editor.edit(TEXT, "Women's", "The women's").push();
    assertFine();

    assertThat(run(kari.folder(), "ls")).doesNotContain(".txt");
    assertThat(kari.library().read(TEXT)).contains("says Kari", "The women's");
    assertThat(kari.changes()).isEmpty();
  }

  @Test
  void oneThatTheKeeperHasChangedIsToldAndStays() {
    run(editor.folder(), "printf one > \"$(printf 'r\\351.txt')\"");
    run(kari.folder(), "printf mine > \"$(printf 'r\\351.txt')\"");
    editor.push();
    kari.sync().round(true);

    assertThat(kari.sync().status().problems().getFirst().details())
        .containsExactly("both have a file whose name is not UTF-8: r?.txt");
    assertThat(run(kari.folder(), "cat r*.txt")).isEqualTo("mine");
  }

  private static String run(Path folder, String command) {
    return Program.run(folder, "sh", "-c", command);
  }

  @Test
  void aFileOfSuchANameThatBothHaveChangedIsTold() {
    editor.put("a\nb.txt", "one\n").push();
    assertFine();
    kari.library().put("a\nb.txt", "here\n");
    editor.put("a\nb.txt", "there\n").push();
    kari.sync().round(true);

    assertThat(kari.codes()).containsExactly("git-unmerged");
    assertThat(kari.sync().status().unmerged().getFirst().there()).isEqualTo("there\n");
    assertThat(kari.library().read("a\nb.txt")).isEqualTo("here\n");
  }

  @Test
  void aCommitWithoutASensibleDateOrNameIsTakenLikeAnyOther() throws Exception {
    editor.edit(TEXT, "must resign", "should resign");
    editor.git("commit", "-q", "-am", "By hand");
    String tree = editor.git("rev-parse", "HEAD^{tree}").strip();
    String parent = editor.git("rev-parse", "HEAD~1").strip();
    Path raw =
        Files.writeString(
            folder.resolve("commit"),
            "tree %s\nparent %s\nauthor speil <a@b.c> 99999999999999999999 +0000\n"
                    .formatted(tree, parent)
                + "committer  <> \n\n<b>Strange</b>\u202E\n");
    String commit =
        editor.git("hash-object", "-t", "commit", "-w", "--literally", raw.toString()).strip();
    editor.git("push", "-q", "origin", commit + ":main");
    assertFine();

    assertThat(kari.library().read(TEXT)).contains("should resign");
    EventSignature by =
        Event.last(kari.library().section(LETTER, "Styret").history(), EditEvent.class, any -> true)
            .orElseThrow()
            .signature();
    assertThat(by.by()).isNotEqualTo(EventSignature.PROGRAM);
    assertThat(by.at()).isBefore(Instant.now().plusSeconds(3600));
    assertThat(kari.sync().status().commits())
        .extracting(GitStatus.Commit::subject)
        .contains("<b>Strange</b>");
  }

  @Test
  void accountsNeverComeByGit() {
    editor.put(".gitignore", "").put("accounts.json", "{\"evil\":1}\n").push();
    kari.sync().round(true);

    assertThat(kari.folder().resolve("accounts.json")).doesNotExist();
    kari.save("Styret", "The board must go, says Kari.", KARI);
    kari.sync().round(true);
    assertThat(kari.sync().status().waiting()).isZero();
  }

  @Test
  void aFileHereAndAFolderOfTheSameNameThereIsToldAndAllElseIsMerged() {
    kari.library().put("archive/notes", "here\n").put("papers", "not committed\n");
    kari.git("add", "archive");
    kari.git("commit", "-q", "-m", "Notes");
    editor.put("archive/notes/today.md", "I dag.\n").put("papers/a.txt", "there\n");
    editor.edit(TEXT, "must resign", "should resign").push();
    kari.sync().round(true);

    assertThat(kari.library().read("archive/notes")).isEqualTo("here\n");
    assertThat(kari.library().read("papers")).isEqualTo("not committed\n");
    assertThat(kari.library().read(TEXT)).contains("should resign");
    assertThat(kari.sync().status().problems())
        .extracting(problem -> problem.kind().code() + " " + problem.file())
        .containsExactlyInAnyOrder("git-unmerged archive/notes", "git-unmerged papers");
    assertThat(kari.sync().status().waiting()).isZero();
    assertThat(kari.changes()).isEqualTo("?? papers");

    kari.git("mv", "archive/notes", "archive/notes.txt");
    kari.git("commit", "-q", "-m", "Make room");
    kari.library().delete("papers");
    assertFine();
  }

  @Test
  void aFileThereAndAFolderHereAreBothKept() {
    kari.library().put("archive/notes/today.md", "I dag.\n");
    kari.git("add", "archive");
    kari.git("commit", "-q", "-m", "Notes");
    editor.put("archive/notes", "there\n").push();
    kari.sync().round(true);

    String aside = "archive/notes~" + editor.git("rev-parse", "HEAD").strip();
    assertThat(kari.library().read("archive/notes/today.md")).isEqualTo("I dag.\n");
    assertThat(kari.library().read(aside)).isEqualTo("there\n");
    assertThat(kari.sync().status().problems())
        .extracting(problem -> problem.file() + " " + problem.details().get(1))
        .containsExactly(aside + " Kari");
    assertThat(kari.changes()).isEmpty();
  }

  @Test
  void aFileThatBecomesAFolderThereBecomesOneHereAndBack() {
    editor.put("notes", "one\n").push();
    assertFine();
    editor.files().delete("notes");
    editor.put("notes/today.txt", "two\n").push();
    assertFine();
    assertThat(kari.library().read("notes/today.txt")).isEqualTo("two\n");
    editor.files().delete("notes/today.txt").delete("notes");
    editor.put("notes", "three\n").push();
    assertFine();

    assertThat(kari.library().read("notes")).isEqualTo("three\n");
    assertThat(kari.changes()).isEmpty();
  }

  @Test
  void anotherRepositoryInTheTreeIsAFolder() {
    EditorsClone other = EditorsClone.of(folder.resolve("remote.git"), folder.resolve("other"));
    editor.git(
        "update-index",
        "--add",
        "--cacheinfo",
        "160000,%s,other".formatted(other.git("rev-parse", "HEAD").strip()));
    editor.git("commit", "-q", "-m", "Another repository");
    editor.git("push", "-q", "origin", "HEAD");
    assertFine();

    assertThat(kari.folder().resolve("other")).isEmptyDirectory();
    assertThat(kari.changes()).isEmpty();
  }

  @Test
  void aPointerToAFileThatIsKeptElsewhereIsAFileLikeAnyOther() {
    String pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize 9\n";
    editor.put(".gitattributes", "*.png filter=lfs diff=lfs merge=lfs -text\n");
    editor.put("archive/2015/a.png", pointer.formatted("a".repeat(64))).push();
    assertFine();
    kari.save("Styret", "The board must go, says Kari.", KARI);
    editor.put("archive/2015/a.png", pointer.formatted("b".repeat(64))).push();
    assertFine();

    assertThat(kari.library().read("archive/2015/a.png")).contains("sha256:bbb");
    assertThat(kari.changes()).isEmpty();
  }

  private void assertFine() {
    kari.sync().round(true);
    assertThat(kari.sync().status().problems()).isEmpty();
    assertThat(kari.sync().status().waiting()).isZero();
  }
}
