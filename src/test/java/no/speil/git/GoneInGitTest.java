package no.speil.git;

import static no.speil.git.ArchiveInGit.KARI;
import static no.speil.git.ArchiveInGit.LETTER;
import static no.speil.git.ArchiveInGit.OLA;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import no.speil.NeedsPrograms;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.TestLibrary;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others have renamed, removed or taken out by git, while people work on it here. */
@NeedsPrograms("git")
class GoneInGitTest {
  private static final String TEXT = "translations/" + LETTER + ".md";
  private static final String RECORD = "translations/" + LETTER + ".jsonl";
  private static final String ORIGINAL = "archive/" + LETTER + ".md";
  private static final String OTHER = "2016/nytt";

  @TempDir private Path folder;
  private Path remote;
  @AutoClose private ArchiveInGit kari;
  private EditorsClone editor;

  @BeforeEach
  void archive() {
    remote = folder.resolve("remote.git");
    kari = ArchiveInGit.withRemote(folder.resolve("kari"), remote);
    editor = EditorsClone.of(remote, folder.resolve("editor"));
  }

  @Test
  void aDocumentThatIsRenamedThereTakesAlongWhatIsWrittenHere() {
    rename(OTHER);
    editor.push();
    work();
    kari.sync().round(true);
    assertWorkIsAt(OTHER);
  }

  @Test
  void soItDoesWhenOnlyACapitalLetterTellsTheNamesApart() {
    rename("2015/Brev");
    editor.push();
    work();
    kari.sync().round(true);
    assertWorkIsAt("2015/Brev");
  }

  @Test
  void soItDoesWhenTheSameSectionIsChangedThere() {
    rename(OTHER);
    editor
        .edit(
            "translations/" + OTHER + ".md", "The board must resign before", "All shall go before")
        .push();
    work();
    kari.sync().round(true);
    assertWorkIsAt(OTHER);
  }

  @Test
  void soItDoesWhenAServerHasTakenTheRecordAlong() {
    try (ArchiveInGit ola = ArchiveInGit.cloneOf(remote, folder.resolve("ola")).open()) {
      for (String side : List.of("archive/", "translations/")) {
        ola.library().put(side + OTHER + ".md", ola.library().read(side + LETTER + ".md"));
        ola.library().delete(side + LETTER + ".md");
      }
      ola.library().library().sync().look();
      ola.library().library().sync().look();
      ola.git("add", "-A");
      ola.git("commit", "-q", "-m", "Rename");
      ola.library().mark(ola.library().section(OTHER, "Kvinners"), State.TRANSLATED, OLA);
      ola.sync().round(true);
      work();
      kari.sync().round(true);
      assertWorkIsAt(OTHER);
    }
  }

  @Test
  void soItDoesWhenItIsWrittenInTheMiddleOfTheMerge() throws Exception {
    rename(OTHER);
    editor.push();
    kari.duringRound(true, this::work);
    assertWorkIsAt(OTHER);
    assertThat(kari.folder().resolve(TEXT)).doesNotExist();
  }

  private void rename(String other) {
    for (String file : List.of(ORIGINAL, TEXT, RECORD)) {
      String to = file.replace(LETTER, other);
      editor.put(to, editor.files().read(file));
      editor.files().delete(file);
    }
  }

  private void work() {
    kari.save("Styret", "The board must go, says Kari.", KARI);
    kari.mark("Styret", State.TRANSLATED, KARI);
  }

  private void assertWorkIsAt(String document) {
    kari.library().library().sync().look();
    kari.sync().round(true);
    assertThat(kari.sync().status().problems()).isEmpty();
    var section = kari.library().section(document, "Styret");
    String all = section.markdown(Side.TRANSLATION) + section.openSuggestions();
    assertThat(all).contains("The board must go, says Kari.");
    assertThat(section.history().toString()).contains("by=kari");
    assertThat(kari.changes()).isEmpty();
  }

  @Test
  void linesThatSomebodyHasTakenOutOfARecordStay() {
    work();
    kari.sync().round(true);
    editor.pull();
    String lines = editor.files().read(RECORD);
    editor.put(RECORD, lines.substring(0, lines.indexOf('\n') + 1)).push();
    kari.sync().round(true);

    assertThat(kari.library().read(RECORD)).startsWith(lines);
    assertThat(kari.library().section(LETTER, "Styret").sectionStatus().state())
        .isEqualTo(State.TRANSLATED);
    assertThat(kari.changes()).isEmpty();
    assertThat(editor.pull().files().read(RECORD)).startsWith(lines);
  }

  @Test
  void aDocumentThatIsRemovedThereIsGoneHere() {
    for (String file : List.of(ORIGINAL, TEXT, RECORD)) {
      editor.files().delete(file);
    }
    editor.push();
    kari.sync().round(true);

    assertThat(kari.sync().status().problems()).isEmpty();
    assertThat(kari.folder().resolve(TEXT)).doesNotExist();
    assertThat(kari.changes()).isEmpty();
  }

  @Test
  void workOnADocumentThatIsRemovedThereStays() {
    for (String file : List.of(ORIGINAL, TEXT, RECORD)) {
      editor.files().delete(file);
    }
    editor.push();
    work();
    kari.sync().round(true);

    assertThat(kari.sync().status().problems()).isEmpty();
    assertThat(new TestLibrary(kari.folder()).read(TEXT)).contains("says Kari");
    assertThat(kari.library().read(RECORD)).contains("kari");
    assertThat(kari.changes()).isEmpty();
  }

  @Test
  void twoLinesOfAHeaderThatTwoHaveChangedAreBothKept() {
    kari.library()
        .put(TEXT, kari.library().read(TEXT).replace("language: en\n", "language: en-GB\n"));
    kari.git("commit", "-q", "-am", "Language");
    editor.edit(TEXT, "language: en\n", "language: en\ntranslator: Ola\n").push();
    kari.sync().round(true);

    assertThat(kari.library().read(TEXT)).contains("language: en-GB\n", "translator: Ola\n");
  }

  @Test
  void dashesAtTheEndOfAValueDoNotEndAHeader() {
    editor.edit(TEXT, "language: en\n", "source: Papers ---\nlanguage: en\n").push();
    kari.sync().round(true);
    kari.save("Styret", "The board must go, says Kari.", KARI);
    editor.pull().edit(TEXT, "language: en\n", "language: en-GB\n");
    editor.edit(TEXT, "must resign", "should resign").push();
    kari.sync().round(true);

    assertThat(kari.library().read(TEXT))
        .contains("source: Papers ---\nlanguage: en-GB\n", "says Kari");
  }
}
