package no.speil.library;

import static no.speil.Program.git;
import static no.speil.library.TestLibrary.KARI;
import static no.speil.library.TestLibrary.OLA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import no.speil.NeedsPrograms;
import no.speil.corpus.Alignment;
import no.speil.corpus.Freshness;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.record.CommentEvent;
import no.speil.record.Event;
import no.speil.record.MarkEvent;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two keepers work on the same document, each in a clone of the archive, and git joins it. */
@NeedsPrograms("git")
class GitMergeTest {
  private static final String LETTER = "2015/brev";

  @TempDir private Path folder;

  @Test
  void whatTwoClonesAddToARecordIsKeptOfBoth() {
    Path kari = letters("kari");
    try (TestLibrary library = new TestLibrary(kari)) {
      library.open();
      library.mark(library.section(LETTER, "Hva vi ber om"), State.TRANSLATED, KARI);
    }
    commit(kari);
    Path ola = cloneOf(kari);

    work(kari, "Styret må gå", "Kari says", KARI);
    work(ola, "Kvinners rettigheter", "Ola says", OLA);

    join(kari, ola);
  }

  @Test
  void whereBothBeginARecordItIsJoinedToo() {
    Path kari = letters("kari");
    git(kari, "init", "-q", "-b", "main");
    commit(kari);
    Path ola = cloneOf(kari);

    work(kari, "Styret må gå", "Kari says", KARI);
    work(ola, "Kvinners rettigheter", "Ola says", OLA);

    join(kari, ola);
  }

  @Test
  void anOriginalChangedInOneCloneAndItsTranslationRewrittenInTheOtherStayOneSection() {
    Path kari = letters("kari");
    try (TestLibrary library = new TestLibrary(kari)) {
      library.open();
      library.mark(library.section(LETTER, "Kvinners"), State.TRANSLATED, KARI);
    }
    commit(kari);
    Path ola = cloneOf(kari);
    var olas = new TestLibrary(ola);
    String translation = "translations/" + LETTER + ".md";
    olas.put(translation, olas.read(translation)); // written long enough ago to be trusted
    olas.put(
        "archive/" + LETTER + ".md",
        olas.read("archive/" + LETTER + ".md")
            .replace("Kvinners rettigheter er", "Kvinners og jenters rettigheter er alltid"));
    olas.open();
    olas.close();
    commit(ola);
    try (TestLibrary library = new TestLibrary(kari)) {
      library.open();
      TrackedSection section = library.section(LETTER, "Kvinners");
      String text = "Nobody is left outside, says the letter from 1948.";
      library.library().edits().edit(section.section().id(), text, section.version(), KARI);
      TrackedSection marked =
          library.mark(library.section(LETTER, "Kvinners"), State.TRANSLATED, KARI);
      library.library().marks().comment(marked.section().id(), "Is that so?", KARI);
    }
    commit(kari);

    git(kari, "pull", "-q", "--no-rebase", "--no-edit", ola.toString(), "main");
    git(ola, "pull", "-q", "--no-rebase", "--no-edit", kari.toString(), "main");

    for (Path root : List.of(kari, ola)) {
      try (TestLibrary library = new TestLibrary(root)) {
        library.open();
        TrackedSection section = library.section(LETTER, "Kvinners og jenters");
        assertThat(section.markdown(Side.TRANSLATION)).startsWith("Nobody is left");
        assertThat(section.section().alignment()).isEqualTo(Alignment.CONFIRMED);
        assertThat(section.sectionStatus().state()).isEqualTo(State.TRANSLATED);
        assertThat(section.sectionStatus().freshness()).isEqualTo(Freshness.STALE);
        assertThat(section.openComments()).hasSize(1);
      }
      assertThat(git(root, "status", "--porcelain")).as("serving writes nothing").isEmpty();
    }
  }

  @Test
  void workInOneCloneFollowsARenameInTheOther() throws IOException {
    Path kari = letters("kari");
    work(kari, "Hva vi ber om", "Kari says", KARI);
    Path ola = cloneOf(kari);
    for (String side : List.of("archive", "translations")) {
      Path file = kari.resolve(side).resolve(LETTER + ".md");
      Files.move(file, file.resolveSibling("nytt.md"));
    }
    try (TestLibrary library = new TestLibrary(kari)) {
      library.open();
    }
    commit(kari);
    work(ola, "Kvinners rettigheter", "Ola says", OLA);

    git(kari, "pull", "-q", "--no-rebase", "--no-edit", ola.toString(), "main");
    git(ola, "pull", "-q", "--no-rebase", "--no-edit", kari.toString(), "main");

    for (Path root : List.of(kari, ola)) {
      try (TestLibrary library = new TestLibrary(root)) {
        library.open();
        assertThat(library.section("2015/nytt", "Kvinners").sectionStatus().state())
            .isEqualTo(State.TRANSLATED);
        assertThat(library.section("2015/nytt", "Et åpent møte").openComments()).hasSize(2);
        assertThat(library.library().problems()).isEmpty();
      }
    }
  }

  /** Marks a section, and comments on one that the other comments on as well. */
  private static void work(Path root, String text, String comment, Actor actor) {
    try (TestLibrary library = new TestLibrary(root)) {
      library.open();
      library.mark(library.section(LETTER, text), State.TRANSLATED, actor);
      TrackedSection both = library.section(LETTER, "Et åpent møte");
      library.library().marks().comment(both.section().id(), comment, actor);
    }
    commit(root);
  }

  private void join(Path kari, Path ola) {
    git(kari, "pull", "-q", "--no-rebase", "--no-edit", ola.toString(), "main");
    git(ola, "pull", "-q", "--no-rebase", "--no-edit", kari.toString(), "main");
    for (Path root : List.of(kari, ola)) {
      assertThat(git(root, "status", "--porcelain")).isEmpty();
      try (TestLibrary library = new TestLibrary(root)) {
        library.open();
        assertThat(library.library().problems()).isEmpty();
        assertThat(done(library)).containsExactlyInAnyOrder("kari", "kari", "ola", "ola");
        assertThat(library.section(LETTER, "Styret må gå").sectionStatus().state())
            .isEqualTo(State.TRANSLATED);
        assertThat(library.section(LETTER, "Kvinners rettigheter").sectionStatus().state())
            .isEqualTo(State.TRANSLATED);
        assertThat(library.read("translations/" + LETTER + ".jsonl")).doesNotContain("<<<<<<<");
      }
      assertThat(git(root, "status", "--porcelain")).as("serving writes nothing").isEmpty();
    }
  }

  /** Who marked one of the two sections or commented, once for each. */
  private static List<String> done(TestLibrary library) {
    return Stream.of("Styret må gå", "Kvinners rettigheter", "Et åpent møte")
        .flatMap(text -> library.section(LETTER, text).history().stream())
        .filter(event -> event instanceof MarkEvent || event instanceof CommentEvent)
        .map(Event::signature)
        .map(signature -> signature.by())
        .toList();
  }

  private Path letters(String name) {
    return new TestLibrary(folder.resolve(name)).copyOf(Path.of("src/test/cases/letters")).path();
  }

  private Path cloneOf(Path root) {
    git(folder, "clone", "-q", root.toString(), "ola");
    return folder.resolve("ola");
  }

  private static void commit(Path root) {
    if (!Files.exists(root.resolve(".git"))) {
      git(root, "init", "-q", "-b", "main");
    }
    git(root, "add", "-A");
    git(root, "commit", "-q", "-m", "Work");
  }
}
