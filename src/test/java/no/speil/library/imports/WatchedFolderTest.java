package no.speil.library.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import no.speil.archive.Archive;
import no.speil.archive.AtomicFile;
import no.speil.corpus.Problem;
import no.speil.corpus.text.Message;
import no.speil.library.TestLibrary;
import no.speil.library.imports.ImportTarget.Mode;
import no.speil.messages.Messages;
import no.speil.messages.ProblemLine;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFolderTest {
  private static final String NORSK =
      "Dette er et brev til styret, og det er skrevet på norsk av noen som ikke er enige.\n";

  @TempDir private Path temporary;
  @AutoClose private TestLibrary library;
  @AutoClose private WatchedFolder watched;
  private Path folder;
  private long second;

  @BeforeEach
  void watch() throws IOException {
    library = new TestLibrary(Files.createDirectories(temporary.resolve("root")));
    library.put("archive/sak.md", "En sak.\n");
    Archive archive = library.open().archive();
    folder = Files.createDirectories(temporary.resolve("inn"));
    watched = new WatchedFolder(archive, folder);
  }

  private void put(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    second++; // a file that is written again within the clock's tick has another time, too
    Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_700_000_000 + second)));
  }

  private boolean isImported(String name) {
    return Files.exists(library.path().resolve("archive/" + name));
  }

  @Test
  void whatIsPutThereIsImportedOnceItIsAtRest() throws IOException {
    watched.look();
    put("brev.txt", "Et brev\n\nDette er");
    watched.look();
    put("brev.txt", "Et brev\n\n" + NORSK);
    watched.look();
    assertThat(isImported("brev.md")).isFalse();

    watched.look();
    assertThat(library.read("archive/brev.md")).endsWith(NORSK);
    assertThat(folder.resolve("brev.txt")).exists();
  }

  @Test
  void onlyADocumentThatIsBeingWrittenWaits() throws IOException {
    put("avtale.nb.docx", "PK");
    put("avtale.en.txt", "A case\n\nThis is a case for the board, written in English.\n");
    put("brev.txt", "Et brev\n\n" + NORSK);
    put("brev.docx.part", "1");
    watched.look();
    put("avtale.nb.docx", "PK 1");
    put("brev.docx.part", "12");
    watched.look();
    assertThat(isImported("brev.md")).isTrue();
    assertThat(library.path().resolve("translations/avtale.md")).doesNotExist();
    assertThat(watched.problems()).isEmpty();

    put("avtale.nb.docx", "PK 12");
    put("brev.docx.part", "123");
    library.put("archive/brev.md", library.read("archive/brev.md").replace("enige", "uenige"));
    put("brev.txt", "Et brev\n\nTil styret. " + NORSK);
    watched.look();
    put("avtale.nb.docx", "PK 123");
    watched.look();
    assertThat(watched.problems()).extracting(Problem::details).containsExactly(List.of("brev"));

    watched.look();
    assertThat(watched.problems())
        .extracting(Problem::details)
        .containsExactlyInAnyOrder(
            List.of("brev"), List.of("avtale.nb.docx"), List.of("avtale.en.txt"));
  }

  @Test
  void linkToATextThatIsBeingWrittenStaysAsItIsWhenThatIsThere() throws IOException {
    put("brev.md", "# Et brev\n\nSe [saken](notat.nb.txt).\n\n" + NORSK);
    put("notat.nb.txt", "Et notat\n\n" + NORSK);
    watched.look();
    put("notat.nb.txt", "Et notat\n\nDette er");
    watched.look();
    assertThat(library.read("archive/brev.md")).contains("Se [saken](notat.md).");
    assertThat(isImported("notat.md")).isFalse();
  }

  @Test
  void pictureThatIsBeingWrittenIsWaitedFor() throws IOException {
    put("brev.md", "# Et brev\n\n![Kart](kart.png)\n\n" + NORSK);
    put("kart.png", "1");
    watched.look();
    put("kart.png", "12");
    watched.look();
    assertThat(isImported("brev.md")).isFalse();
    watched.look();
    assertThat(library.read("archive/kart.png")).isEqualTo("12");
  }

  @Test
  void whatIsChangedThereComesInAndWhatIsRemovedStays() throws IOException {
    put("brev.txt", "Et brev\n\n" + NORSK);
    put("gammel.txt", "Et gammelt brev\n\n" + NORSK);
    watched.look();
    watched.look();
    put("brev.txt", "Et brev\n\n" + NORSK + "\nDet er sendt i dag.\n");
    Files.delete(folder.resolve("gammel.txt"));
    watched.look();
    watched.look();

    assertThat(library.read("archive/brev.md")).endsWith("Det er sendt i dag.\n");
    assertThat(isImported("gammel.md")).isTrue();
    assertThat(watched.problems()).isEmpty();
  }

  @Test
  void whatCannotBeImportedIsAProblemUntilItIsPutRight() throws IOException {
    put("brev.txt", "Et brev\n\n" + NORSK);
    put("tom.txt", "");
    watched.look();
    watched.look();
    assertThat(isImported("brev.md")).isTrue();
    assertThat(watched.problems())
        .containsExactly(
            new Problem(
                folder.toString(),
                0,
                Problem.Kind.NOT_IMPORTED,
                List.of("tom.txt"),
                Message.of("convert.empty")));

    put("gammel.odt", "");
    watched.look();
    watched.look();
    assertThat(watched.problems())
        .extracting(Problem::details)
        .containsExactly(List.of("tom.txt"), List.of(folder + "/*.odt"));

    Files.delete(folder.resolve("gammel.odt"));
    put("tom.txt", "Et brev til\n\n" + NORSK);
    watched.look();
    watched.look();
    assertThat(watched.problems()).isEmpty();
  }

  @Test
  void problemSaysWhyInTheLanguageOfItsReader() throws IOException {
    put("tom.txt", "");
    watched.look();
    watched.look();

    assertThat(ProblemLine.all(Messages.NORWEGIAN, watched.problems(), "/speil"))
        .extracting(ProblemLine::what)
        .containsExactly("Ikke importert fra mappen: tom.txt: Filen er tom.");
    assertThat(ProblemLine.all(Messages.ENGLISH, watched.problems(), ""))
        .extracting(ProblemLine::what)
        .containsExactly("Not imported from the folder: tom.txt: it is empty.");
  }

  @Test
  void everyReasonWhyADocumentStaysIsAProblem() throws IOException {
    put("brev.nb.txt", "Et brev\n\n" + NORSK);
    put("brev.en.txt", "A letter\n\nThis is a letter to the board, in English.\n");
    watched.look();
    watched.look();
    library.put("archive/brev.md", library.read("archive/brev.md").replace("enige", "uenige"));
    put("brev.nb.txt", "Et brev\n\nTil styret. " + NORSK);
    put("brev.en.txt", "A letter\n\nThis is another letter to the board, in English.\n");
    watched.look();
    watched.look();

    assertThat(watched.problems())
        .extracting(problem -> problem.why().key())
        .containsExactly("text-import.changed-here", "text-import.translation-kept");
  }

  private void leaveWhatSomebodyWrote() throws IOException {
    put("brev.txt", "Et brev\n\n" + NORSK);
    library.put("archive/brev.md", "Et annet brev, som noen har skrevet her.\n");
    watched.look();
    watched.look();
  }

  @Test
  void problemThatACommandPutsRightGoesAtTheNextLook() throws IOException {
    leaveWhatSomebodyWrote();
    assertThat(watched.problems()).hasSize(1);

    var target = new ImportTarget(library.library().archive(), Mode.UPDATE, false);
    new TextImport(target, new DocumentNames("", "")).run(List.of(folder), false);
    watched.look();
    assertThat(library.read("archive/brev.md")).endsWith(NORSK);
    assertThat(watched.problems()).isEmpty();
  }

  @Test
  void problemThatIsPutRightInTheArchiveGoesAtTheNextLook() throws IOException {
    put(
        "brev.txt",
        "A letter\n\nThis is a letter to the board, and it was written in English by others.\n");
    put("sak.txt", "En sak\n\n" + NORSK);
    library.delete("archive/sak.md").put("archive/Sak.md", "En sak.\n");
    watched.look();
    watched.look();
    assertThat(watched.problems())
        .extracting(problem -> problem.why().key())
        .containsExactlyInAnyOrder("text-import.refused.no-original", "text-import.other-case");

    library.put("archive/brev.md", "Et brev.\n");
    watched.look();
    assertThat(library.read("translations/brev.md")).contains("This is a letter");
    library.delete("archive/Sak.md");
    watched.look();
    assertThat(isImported("sak.md")).isTrue();
    assertThat(watched.problems()).isEmpty();
  }

  @Test
  void whatStaysAProblemIsNotReadAtEachLook() throws IOException {
    leaveWhatSomebodyWrote();
    List<Problem> problems = watched.problems();
    watched.look();
    assertThat(watched.problems()).isSameAs(problems);
  }

  @Test
  void folderThatIsBackAsItWasIsNoProblem() throws IOException {
    watched.look();
    Path away = temporary.resolve("borte");
    Files.move(folder, away);
    watched.look();
    assertThat(watched.problems()).hasSize(1);
    Files.move(away, folder);
    watched.look();
    assertThat(watched.problems()).isEmpty();
  }

  @Test
  void withoutNotesOfTheLastImportWhatIsOtherHereStaysAndIsAProblem() throws IOException {
    put("brev.txt", "Et brev\n\n" + NORSK);
    put("sendt.txt", "Et sendt brev\n\n" + NORSK);
    watched.look();
    watched.look();
    library.put("archive/brev.md", library.read("archive/brev.md").replace("enige", "uenige"));
    AtomicFile.deleteTree(library.path().resolve(".speil/imported"));
    put("ny.txt", "Et nytt brev\n\n" + NORSK);
    watched.look();
    watched.look();

    assertThat(library.read("archive/brev.md")).contains("uenige");
    assertThat(watched.problems()).extracting(Problem::details).containsExactly(List.of("brev"));
  }

  @Test
  void folderThatIsAwayIsAProblemAndNothingIsLost() throws IOException {
    put("brev.txt", "Et brev\n\n" + NORSK);
    watched.look();
    watched.look();
    AtomicFile.deleteTree(folder);
    watched.look();
    assertThat(watched.problems())
        .containsExactly(
            Problem.of(folder.toString(), 0, Problem.Kind.WATCH_FAILED, "there is no such folder"));

    Files.createDirectories(folder);
    watched.look();
    watched.look();
    assertThat(watched.problems()).isEmpty();
    assertThat(isImported("brev.md")).isTrue();
  }
}
