package no.speil.git;

import static no.speil.Program.git;
import static no.speil.git.ArchiveInGit.KARI;
import static no.speil.git.ArchiveInGit.LETTER;
import static no.speil.git.ArchiveInGit.OLA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.speil.NeedsPrograms;
import no.speil.corpus.Freshness;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.TestLibrary;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.ReviseEvent;
import no.speil.record.SuggestEvent;
import no.speil.search.Waiting;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on clones of one archive, and whoever pushes to their remote with git alone. */
@NeedsPrograms("git")
class RemoteMergeTest {
  private static final String TEXT = "translations/" + LETTER + ".md";
  private static final String RECORD = "translations/" + LETTER + ".jsonl";
  private static final String ORIGINAL = "archive/" + LETTER + ".md";

  @TempDir private Path folder;
  private Path remote;
  @AutoClose private ArchiveInGit kari;
  @AutoClose private ArchiveInGit ola;

  @BeforeEach
  void twoServers() {
    remote = folder.resolve("remote.git");
    kari = ArchiveInGit.withRemote(folder.resolve("kari"), remote);
    ola = ArchiveInGit.cloneOf(remote, folder.resolve("ola")).open();
  }

  @Test
  void whatBothHaveDoneInDifferentSectionsIsThereOfBoth() {
    kari.save("Styret", "The board must go, says Kari.", KARI);
    kari.mark("Styret", State.TRANSLATED, KARI);
    ola.save("Kvinners", "The rights of women, says Ola.", OLA);
    ola.mark("Kvinners", State.TRANSLATED, OLA);
    kari.sync().round(true);
    ola.sync().round(true);
    kari.sync().round(true);

    for (ArchiveInGit each : List.of(kari, ola)) {
      assertThat(each.sync().status().problems()).isEmpty();
      assertThat(state(each, "Styret")).isEqualTo("TRANSLATED The board must go, says Kari.");
      assertThat(state(each, "Kvinners")).isEqualTo("TRANSLATED The rights of women, says Ola.");
      assertThat(each.changes()).isEmpty();
      assertThat(each.git("fsck", "--strict")).doesNotContain("error");
    }
    assertThat(kari.log("%H")).isEqualTo(ola.log("%H"));
  }

  @Test
  void changesToDifferentWordsOfASectionArePutTogether() {
    kari.save("Styret", "The whole board must resign before the summer.", KARI);
    ola.save("Styret", "The board must resign before the autumn.", OLA);
    exchange();

    assertThat(text(kari, "Styret")).isEqualTo("The whole board must resign before the autumn.");
    assertThat(text(ola, "Styret")).isEqualTo(text(kari, "Styret"));
    assertThat(ola.library().section(LETTER, "Styret").openSuggestions()).isEmpty();
  }

  @Test
  void ofTwoTextsTheServedOneStaysAndTheOtherIsASuggestionInBothInboxes() {
    kari.save("Styret", "Away with the board, writes Kari.", KARI);
    ola.save("Styret", "Ola wants all of them to step down.", OLA);
    exchange();

    for (ArchiveInGit each : List.of(kari, ola)) {
      assertThat(text(each, "Styret")).isEqualTo("Ola wants all of them to step down.");
      assertThat(each.library().section(LETTER, "Styret").openSuggestions())
          .extracting(it -> it.signature().by() + ": " + it.text())
          .containsExactly("kari: Away with the board, writes Kari.");
      assertThat(each.library().read(TEXT)).doesNotContain("<<<<").doesNotContain(">>>>");
      assertThat(each.library().read(RECORD)).doesNotContain("<<<<");
    }
    SuggestEvent suggestion = ola.library().section(LETTER, "Styret").openSuggestions().getFirst();
    assertThat(suggestion.signature().via()).startsWith("git:");
    for (String person : List.of("kari", "ola")) {
      assertThat(
              ola.library().library().inbox().count(new Waiting(Waiting.Kind.SUGGESTION, person)))
          .as(person)
          .isEqualTo(1);
    }
  }

  @Test
  void whoPushedATextWithAnEditorIsNamedInItsHistory() {
    Path editor = clone("editor");
    kari.mark("Styret", State.TRANSLATED, KARI);
    kari.sync().round(true);
    pull(editor);
    edit(editor, TEXT, "must resign before", "should resign before");
    push(editor, "Grete", "grete@example.org");
    kari.sync().round(true);

    TrackedSection section = kari.library().section(LETTER, "Styret");
    EditEvent edit = Event.last(section.history(), EditEvent.class, any -> true).orElseThrow();
    assertThat(edit.signature().by()).isEqualTo("Grete");
    assertThat(edit.after().text()).isEqualTo("The board should resign before the summer.");
    assertThat(section.sectionStatus().state()).isEqualTo(State.DRAFT);
    assertThat(kari.changes()).isEmpty();
  }

  @Test
  void whoPushedAnotherOriginalIsNamedInTheHistoriesOfTheSectionsThatItChanges() {
    Path editor = clone("editor");
    edit(editor, ORIGINAL, "før sommeren", "før jul");
    push(editor, "Grete", "grete@example.org");
    String commit = git(editor, "log", "-1", "--format=%h").strip();
    exchange();
    for (ArchiveInGit each : List.of(kari, ola)) {
      each.library().put(ORIGINAL, each.library().read(ORIGINAL)); // long enough ago to be trusted
      each.library().library().sync().look();
    }
    exchange();

    for (ArchiveInGit each : List.of(kari, ola)) {
      TrackedSection section = each.library().section(LETTER, "Styret");
      assertThat(section.history().stream().filter(ReviseEvent.class::isInstance))
          .extracting(event -> event.signature().by() + " " + event.signature().via())
          .containsExactly("Grete git:" + commit);
      assertThat(section.reviser()).map(EventSignature::by).contains("Grete");
      assertThat(section.sectionStatus().freshness()).isEqualTo(Freshness.STALE);
      assertThat(each.library().section(LETTER, "Kvinners").history()).isEmpty();
      assertThat(each.changes()).isEmpty();
    }
    assertThat(kari.log("%H")).isEqualTo(ola.log("%H"));
  }

  @Test
  void whatTheProgramNotesByItselfAfterAMergeIsCommittedAfterAPause() throws IOException {
    Path editor = clone("editor");
    edit(editor, TEXT, "must resign before", "should resign before");
    push(editor, "Grete", "grete@example.org");
    kari.after(Duration.ofDays(-1)).sync().round(true); // so that no file is at rest
    String record = kari.library().read(RECORD);
    FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
    for (String file : List.of(ORIGINAL, TEXT)) {
      Files.setLastModifiedTime(kari.folder().resolve(file), longAgo);
    }
    kari.library().library().sync().look();
    assertThat(kari.library().read(RECORD)).startsWith(record).isNotEqualTo(record);

    kari.sync().round(false);
    assertThat(kari.git("status", "--porcelain").strip()).isEqualTo("M " + RECORD);
    kari.after(ArchiveInGit.PAUSE).sync().round(false);
    assertThat(kari.changes()).isEmpty();
    assertThat(kari.sync().status().waiting()).isZero();
  }

  @Test
  void anOriginalThatBothHaveChangedInOnePlaceIsNotMergedAndAllElseIs() {
    kari.library().put(ORIGINAL, kari.library().read(ORIGINAL).replace("før sommeren", "før jul"));
    kari.git("commit", "-q", "-am", "Christmas");
    Path editor = clone("editor");
    edit(editor, ORIGINAL, "før sommeren", "før høsten");
    edit(editor, TEXT, "What we ask for", "What we are asking for");
    push(editor, "Grete", "grete@example.org");
    kari.sync().round(true);

    assertThat(kari.library().read(ORIGINAL)).contains("før jul").doesNotContain("<<<<");
    assertThat(kari.library().read(TEXT)).contains("What we are asking for");
    assertThat(kari.sync().status().problems())
        .extracting(problem -> problem.kind().code() + " " + problem.file())
        .containsExactly("git-unmerged " + ORIGINAL);
    assertThat(kari.sync().status().waiting()).isZero();

    kari.library().put(ORIGINAL, kari.library().read(ORIGINAL).replace("før jul", "før høsten"));
    kari.sync().round(true);
    assertThat(kari.sync().status().problems()).isEmpty();
  }

  @Test
  void aSquashMergeOnTheForgeDoesNoHarm() {
    ArchiveInGit drafts =
        ArchiveInGit.cloneOf(remote, folder.resolve("drafts")).pushingTo("speil").open();
    try (drafts) {
      drafts.save("Styret", "The board must go, says Kari.", KARI);
      drafts.sync().round(true);
      drafts.save("Kvinners", "The rights of women, says Ola.", OLA);
      drafts.sync().round(true);
      Path forge = clone("forge");
      git(forge, "merge", "-q", "--squash", "origin/speil");
      push(forge, "Grete", "grete@example.org");

      drafts.save("Hva vi", "All of it is in the annex, says Kari.", KARI);
      drafts.sync().round(true);

      assertThat(drafts.sync().status().problems()).isEmpty();
      assertThat(drafts.library().read(TEXT))
          .contains("says Kari", "says Ola", "All of it is in the annex");
      assertThat(drafts.library().sections(LETTER))
          .allSatisfy(section -> assertThat(section.openSuggestions()).isEmpty());
      assertThat(GitCheck.problems(drafts.folder())).isEmpty();
      assertThat(git(forge, "ls-remote", "origin", "speil").split("\t")[0])
          .isEqualTo(drafts.git("rev-parse", "HEAD").strip());
    }
  }

  @Test
  void aRewrittenRemoteIsAProblemUntilTheKeeperHasChosenAndNothingIsLost() {
    kari.save("Styret", "The board must go, says Kari.", KARI);
    kari.sync().round(true);
    Path editor = clone("editor");
    git(editor, "reset", "-q", "--hard", "HEAD~1");
    edit(editor, TEXT, "Women's rights", "The rights of women");
    git(editor, "commit", "-q", "-am", "Another history");
    git(editor, "push", "-q", "--force", "origin", "main");
    kari.sync().round(true);

    assertThat(kari.sync().status().problems())
        .extracting(problem -> problem.kind().code() + " " + problem.details().getLast())
        .containsExactly("git-rewritten origin");
    assertThat(text(kari, "Styret")).isEqualTo("The board must go, says Kari.");
    kari.save("Hva vi", "All of it is in the annex.", KARI);

    kari.sync().acceptRewritten();
    kari.sync().round(true);

    assertThat(kari.sync().status().problems()).isEmpty();
    assertThat(kari.library().read(TEXT))
        .contains("says Kari", "The rights of women", "All of it is in the annex");
  }

  @Test
  void aRecordWithMarksThatAForgeHasLeftIsHealed() {
    kari.mark("Styret", State.TRANSLATED, KARI);
    kari.sync().round(true);
    Path editor = clone("editor");
    edit(editor, RECORD, "\n{\"at\"", "\n<<<<<<< HEAD\n{\"at\"");
    push(editor, "Grete", "grete@example.org");
    kari.sync().round(true);

    assertThat(kari.library().read(RECORD)).doesNotContain("<<<<");
    assertThat(kari.changes()).isEmpty();
    assertThat(state(kari, "Styret")).startsWith("TRANSLATED");
  }

  @Test
  void otherFilesComeAlongUnlessTheKeeperHasChangedThem() {
    Path editor = clone("editor");
    new TestLibrary(editor).put("README.md", "Read me.\n").put("b.txt", "b\n");
    git(editor, "add", "-A");
    push(editor, "Grete", "grete@example.org");
    kari.library().put("b.txt", "the keeper's own\n");
    kari.sync().round(true);

    assertThat(kari.library().read("README.md")).isEqualTo("Read me.\n");
    assertThat(kari.library().read("b.txt")).isEqualTo("the keeper's own\n");
    assertThat(kari.sync().status().problems())
        .extracting(problem -> problem.kind().code() + " " + problem.file())
        .containsExactly("git-unmerged b.txt");
  }

  @Test
  void whileTheRemoteDoesNotAnswerCommitsWaitAndAreCounted() throws Exception {
    Files.move(remote, folder.resolve("away"));
    kari.save("Styret", "The board must go, says Kari.", KARI);
    kari.sync().round(true);

    assertThat(kari.sync().status().waiting()).isEqualTo(1);
    assertThat(kari.sync().status().problems())
        .extracting(problem -> problem.kind().code() + " " + problem.details().getFirst())
        .containsExactly("git-unreachable 1");

    Files.move(folder.resolve("away"), remote);
    kari.sync().round(true);
    assertThat(kari.sync().status().waiting()).isZero();
    assertThat(kari.sync().status().problems()).isEmpty();
  }

  private void exchange() {
    kari.sync().round(true);
    ola.sync().round(true);
    kari.sync().round(true);
  }

  private static String text(ArchiveInGit archive, String beginning) {
    return archive.library().section(LETTER, beginning).markdown(Side.TRANSLATION);
  }

  private static String state(ArchiveInGit archive, String beginning) {
    return archive.library().section(LETTER, beginning).sectionStatus().state()
        + " "
        + text(archive, beginning);
  }

  private Path clone(String name) {
    Path clone = folder.resolve(name);
    git(folder, "clone", "-q", remote.toString(), clone.toString());
    return clone;
  }

  private static void pull(Path clone) {
    git(clone, "pull", "-q");
  }

  private static void edit(Path clone, String file, String old, String now) {
    var files = new TestLibrary(clone);
    String text = files.read(file);
    assertThat(text).contains(old);
    int at = text.indexOf(old);
    files.put(file, text.substring(0, at) + now + text.substring(at + old.length()));
  }

  private static void push(Path clone, String name, String address) {
    git(
        clone,
        "-c",
        "user.name=" + name,
        "commit",
        "-q",
        "-a",
        "-m",
        "By hand",
        "--author",
        name + " <" + address + ">");
    git(clone, "push", "-q", "origin", "HEAD");
  }
}
