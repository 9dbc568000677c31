package no.speil.library.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import no.speil.exchange.unit.UnreadableFileException.Reason;
import no.speil.library.TestLibrary;
import no.speil.library.aids.MemoryMatch;
import no.speil.library.aids.MemoryMatch.FileSource;
import no.speil.library.imports.MemoryFiles.MemoryFile;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Translation memories of other programs in the folder {@code memory/}. */
class MemoryFilesTest {
  private static final String HEAD = "<tmx version=\"1.4\"><header srclang=\"nb\"/><body>\n";
  private static final String KNOWN =
      unit("Foreningen har betalt husleien siden mars.", "The association has paid since *March*.");

  @TempDir private Path root;
  @AutoClose private TestLibrary archive;

  @BeforeEach
  void open() {
    archive = new TestLibrary(root);
    archive.put(
        "archive/ny.md",
        "# Ny\n\nVi møttes i går. Foreningen har betalt husleien siden mai. Så gikk vi.\n");
    archive.put("memory/gammel.tmx", HEAD + KNOWN + "</body></tmx>");
    archive.open();
  }

  private static String unit(String norwegian, String english) {
    return "<tu><tuv xml:lang=\"nb-NO\"><seg>%s</seg></tuv><tuv xml:lang=\"en\"><seg>%s</seg></tuv></tu>\n"
        .formatted(norwegian, english);
  }

  private MemoryFiles memories() {
    archive.library().memories().awaitRead();
    return archive.library().memories();
  }

  private List<MemoryMatch> matches() {
    memories();
    return archive.library().aids().remembered(archive.section("ny", "Vi møttes"), -1, 5);
  }

  private MemoryFile file(String name) {
    return Objects.requireNonNull(memories().files().get(name)).orElseThrow();
  }

  @Test
  void aSentenceOfAFileIsOfferedForOneThatIsLikeIt() {
    assertThat(matches()).hasSize(1);
    MemoryMatch match = matches().getFirst();
    assertThat(match.source()).isEqualTo(new FileSource("gammel.tmx"));
    assertThat(match.isSentence()).isTrue();
    assertThat(match.original()).isEqualTo("Foreningen har betalt husleien siden mars.");
    assertThat(match.translation())
        .as("words, not Markdown")
        .isEqualTo("The association has paid since \\*March\\*.");
    assertThat(match.likeness()).isEqualTo(10 / 12.);
    assertThat(archive.find("foreningen")).as("the archive's own index").hasSize(1);
  }

  @Test
  void nothingIsTakenFromAFileThatBreaksOffOrIsOfOtherLanguages() {
    archive.put("memory/gammel.tmx", HEAD + KNOWN + "<tu>");
    archive.put("memory/tysk.tmx", HEAD + KNOWN.replace("nb-NO", "de") + "</body></tmx>");
    assertThat(matches()).isEmpty();
    assertThat(Objects.requireNonNull(file("gammel.tmx").problem()).reason())
        .isEqualTo(Reason.DAMAGED);
    assertThat(Objects.requireNonNull(file("gammel.tmx").problem()).line()).isEqualTo(3);
    assertThat(Objects.requireNonNull(file("tysk.tmx").problem()).reason())
        .isEqualTo(Reason.OTHER_LANGUAGES);
  }

  @Test
  void aFileThatIsChangedOrRemovedIsReadAgain() {
    assertThat(file("gammel.tmx").units()).isEqualTo(1);
    archive.put("memory/gammel.tmx", HEAD + unit("Noe helt annet.", "Else.") + "</body></tmx>");
    assertThat(matches()).isEmpty();
    archive.put("memory/ny.tmx", HEAD + KNOWN + KNOWN + "</body></tmx>");
    assertThat(matches()).hasSize(1);
    archive.delete("memory/ny.tmx");
    assertThat(matches()).isEmpty();
    assertThat(memories().files()).containsOnlyKeys("gammel.tmx");
  }

  @Test
  void afterARestartTheIndexIsThereAndADamagedOneIsBuiltAnew() throws Exception {
    assertThat(matches()).hasSize(1);
    archive.open();
    assertThat(matches()).hasSize(1);
    archive.close();
    try (var files = Files.list(root.resolve(".speil/index/memory"))) {
      for (Path file : files.toList()) {
        Files.writeString(file, "damaged");
      }
    }
    archive.open();
    assertThat(matches()).hasSize(1);
  }

  @Test
  void nothingIsFoundInAnIndexThatFails() {
    MemoryFiles memories = memories();
    memories.close();
    assertThat(memories.find("Foreningen har betalt husleien", .25, 5)).isEmpty();
  }

  @Test
  void anIndexThatIsDeletedUnderARunningServerIsMadeAgain() {
    assertThat(matches()).hasSize(1);
    archive.deleteOwnFolder();
    archive.put("memory/ny.tmx", HEAD + unit("Noe annet.", "Else.") + "</body></tmx>");
    memories();
    memories();
    assertThat(matches()).hasSize(1);
    assertThat(root.resolve(".speil/index/memory")).exists();
  }

  @Test
  void withoutTheFolderThereIsNoIndex() {
    archive.close();
    archive.delete("memory/gammel.tmx").deleteOwnFolder();
    archive.delete("memory");
    archive.open();
    assertThat(matches()).isEmpty();
    assertThat(root.resolve(".speil/index/memory")).doesNotExist();
  }
}
