package no.speil.library;

import static no.speil.library.TestLibrary.KARI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import no.speil.archive.Archive;
import no.speil.archive.BrokenFile;
import no.speil.archive.FileAccessException;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.State;
import no.speil.library.aids.TermSuggestion;
import no.speil.library.scan.ArchiveScan;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that the disk does not give at the moment are not files that are gone. */
class BrokenFileTest {
  private static final String LETTER = "# Brev\n\nStyret må gå.\n\nVi krever svar.\n";
  private static final String REASON = "Input/output error";

  @TempDir private Path folder;
  @AutoClose private TestLibrary root;
  private TrackedSection demand;

  @BeforeEach
  void open() {
    root =
        new TestLibrary(folder)
            .put("archive/a.md", LETTER)
            .put("translations/a.md", "# Letter\n\nThe board must go.\n\nWe demand an answer.\n")
            .put("archive/b.md", "# Vedtak\n\nMøtet er heva.\n");
    root.open();
    root.mark(root.section("a", "Styret"), State.TRANSLATED, KARI);
    demand = root.section("a", "Vi krever");
    root.library().sync().look();
  }

  @ParameterizedTest
  @ValueSource(strings = {"archive/a.md", "translations/a.md", "translations/a.jsonl"})
  void sectionIsNeitherGoneNorUnknownAndComesBackAsItWas(String path) throws Exception {
    String record = root.read("translations/a.jsonl");
    try (BrokenFile broken = BrokenFile.over(folder.resolve(path))) {
      assertThat(broken.isBroken()).isTrue();
      for (int i = 0; i < 2; i++) {
        assertRefused(() -> root.library().ids().section(demand.section().id()), path);
        assertRefused(() -> root.library().documents().find(new DocumentId("a")), path);
        assertRefused(() -> root.mark(demand, State.TRANSLATED, KARI), path);
        root.library().sync().look();
      }
      assertThat(root.find("styret")).hasSize(1);
      assertThat(root.library().problems())
          .containsExactly(Problem.of(path, 0, Problem.Kind.UNREADABLE, REASON));
      assertThat(root.sections("b")).hasSize(3);
    }
    root.library().sync().look();
    assertThat(root.library().ids().section(demand.section().id())).isEqualTo(demand);
    assertThat(root.read("translations/a.jsonl")).isEqualTo(record);
    assertThat(root.library().problems()).isEmpty();
  }

  @Test
  void restartMeanwhileForgetsNothing() throws Exception {
    Path original = folder.resolve("archive/a.md");
    try (BrokenFile broken = BrokenFile.over(original)) {
      assertThat(broken.isBroken()).isTrue();
      root.open();
      assertRefused(() -> root.library().ids().section(demand.section().id()), "archive/a.md");
      assertThat(root.library().problems())
          .containsExactly(Problem.of("archive/a.md", 0, Problem.Kind.UNREADABLE, REASON));
    }
    assertThat(root.library().ids().section(demand.section().id())).isEqualTo(demand);
  }

  @Test
  void documentIsNotTakenForAnotherThatWasRenamed() throws Exception {
    try (BrokenFile broken = BrokenFile.over(folder.resolve("archive/a.md"))) {
      assertThat(broken.isBroken()).isTrue();
      root.put("archive/c.md", LETTER);
      root.library().sync().look();
      assertThat(root.sections("c")).noneMatch(section -> section.equals(demand)).hasSize(4);
    }
    root.library().sync().look();
    assertThat(root.library().ids().section(demand.section().id())).isEqualTo(demand);
  }

  @Test
  void checkListsItAndReadsTheRest() throws Exception {
    root.close();
    try (BrokenFile broken = BrokenFile.over(folder.resolve("archive/a.md"))) {
      assertThat(broken.isBroken()).isTrue();
      List<DocumentId> read = new ArrayList<>();
      List<Problem> problems =
          ArchiveScan.of(
              Archive.openReadOnly(folder, Clock.systemUTC()),
              Clock.systemUTC(),
              document -> read.add(document.id()));
      assertThat(read).containsExactly(new DocumentId("b"));
      assertThat(problems)
          .containsExactly(Problem.of("archive/a.md", 0, Problem.Kind.UNREADABLE, REASON));
    }
  }

  @Test
  void glossaryGoesOnBeingUsed() throws Exception {
    root.put("glossary.tsv", "heva\tadjourned\n");
    root.library().sync().look();
    assertThat(terms()).containsExactly("adjourned");
    try (BrokenFile broken = BrokenFile.over(folder.resolve("glossary.tsv"))) {
      assertThat(broken.isBroken()).isTrue();
      root.library().sync().look();
      assertThat(terms()).containsExactly("adjourned");
      assertThat(root.library().problems())
          .containsExactly(Problem.of("glossary.tsv", 0, Problem.Kind.UNREADABLE, REASON));
    }
    root.library().sync().look();
    assertThat(terms()).containsExactly("adjourned");
    assertThat(root.library().problems()).isEmpty();
  }

  /** English terms that the glossary expects. */
  private List<String> terms() {
    return root.library().aids().words(root.section("b", "Møtet"), "").stream()
        .filter(TermSuggestion::settled)
        .flatMap(suggestion -> suggestion.english().stream())
        .toList();
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable reading, String path) {
    assertThatThrownBy(reading)
        .isInstanceOf(FileAccessException.class)
        .hasMessage("reading %s: %s", path, REASON);
  }
}
