package no.speil.web;

import static no.speil.library.TestLibrary.KARI;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.speil.cli.SpeilCommand;
import no.speil.corpus.Problem;
import no.speil.corpus.SectionId;
import no.speil.library.TestLibrary;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nearly everything is gone at once, as when a disk is not mounted: nothing is forgotten, nobody is
 * told that it was removed, and it heals by itself.
 */
class VanishedArchiveTest {
  private static final int DOCUMENTS = 12;

  @TempDir private Path folder;
  private Path root;
  private Path away;
  private TestLibrary library;
  @AutoClose private TestServer server;
  private SectionId section;

  @BeforeEach
  void serve() {
    root = folder.resolve("root");
    away = folder.resolve("away");
    library = new TestLibrary(root);
    for (int n = 1; n <= DOCUMENTS; n++) {
      library.put("archive/brev/" + n + ".md", "# Brev " + n + "\n\nStyret må gå.\n");
      library.put("translations/brev/" + n + ".md", "# Letter " + n + "\n\nThe board must go.\n");
    }
    server = TestServer.of(root, library.open());
    section = library.section("brev/3", "Styret").section().id();
    library.library().marks().comment(section, "Hvem?", KARI);
    look();
  }

  @ParameterizedTest
  @ValueSource(strings = {"archive", "translations", "archive translations"})
  void anEmptyFolderIsTakenForADiskThatIsNotMounted(String names) {
    List<String> folders = List.of(names.split(" "));
    for (String each : folders) {
      move(root.resolve(each), away.resolve(each));
      make(root.resolve(each));
    }

    assertThat(get("/d/brev/3")).as("before anybody has looked").isEqualTo(503);
    look();
    checkKept(folders.getFirst());

    for (String each : folders) {
      delete(root.resolve(each));
      move(away.resolve(each), root.resolve(each));
    }
    checkBack();
  }

  @ParameterizedTest
  @ValueSource(strings = {"archive", "translations"})
  void aFolderThatIsNotThereIsWaitedFor(String name) {
    move(root.resolve(name), away.resolve(name));

    look();
    checkKept(name);

    assertThat(root.resolve(name)).as("nothing is written").doesNotExist();
    move(away.resolve(name), root.resolve(name));
    checkBack();
  }

  @Test
  void anArchiveThatIsMovedAwayIsServedAgainWhenItIsBack() {
    move(root, away.resolve("root"));

    look();
    library.library().trainer().look(0, List.of()); // the index is gone, too
    awaitIdle();
    checkKept("archive");
    assertThat(comment()).isEqualTo(503);

    assertThat(root).as("nothing is written").doesNotExist();
    move(away.resolve("root"), root);
    checkBack();
    assertThat(comment()).isEqualTo(201);
  }

  @Test
  void aFewThatAreLeftDoNotMakeTheOthersDeleted() {
    move(root.resolve("archive/brev"), away.resolve("brev"));
    move(away.resolve("brev/7.md"), root.resolve("archive/brev/7.md"));

    look();

    checkKept("archive");
    assertThat(get("/d/brev/7")).isEqualTo(200);
    move(root.resolve("archive/brev/7.md"), away.resolve("brev/7.md"));
    delete(root.resolve("archive/brev"));
    move(away.resolve("brev"), root.resolve("archive/brev"));
    checkBack();
  }

  @Test
  void itIsTheSameWhereTheFilesWereThereBeforeTheStart() {
    server.close();
    for (String each : List.of("archive", "translations")) {
      move(root.resolve(each), away.resolve(each));
      make(root.resolve(each));
    }

    server = TestServer.of(root, library.open());
    checkKept("archive");

    for (String each : List.of("archive", "translations")) {
      delete(root.resolve(each));
      move(away.resolve(each), root.resolve(each));
    }
    checkBack();
  }

  @Test
  void recordsWithoutTextsTellOfThemWhereTheIndexIsDeleted() {
    server.close();
    for (String each : List.of("archive", "translations")) {
      move(root.resolve(each), away.resolve(each));
    }
    make(root.resolve("archive"));
    for (int n = 1; n <= DOCUMENTS; n++) {
      String record = "translations/brev/" + n + ".jsonl";
      make(root.resolve("translations/brev"));
      copy(away.resolve(record), root.resolve(record));
    }
    delete(root.resolve(".speil"));

    server = TestServer.of(root, library.open());

    assertThat(get("/readyz")).isEqualTo(503);
    assertThat(get("/d/brev/3")).isEqualTo(503);
    assertThat(kinds()).containsExactly(Problem.Kind.NEARLY_ALL_GONE);
  }

  @Test
  void aKeeperSaysOnThePageThatTheyWereDeletedOnPurpose() {
    delete(root.resolve("archive"));
    make(root.resolve("archive"));
    delete(root.resolve("translations/brev"));
    look();
    assertThat(server.get("/problems").body()).contains("action=\"/problems/removals\"");

    assertThat(server.post("/problems/removals", "").statusCode()).isEqualTo(303);

    assertThat(get("/readyz")).isEqualTo(200);
    assertThat(get("/d/brev/3")).isEqualTo(404);
    assertThat(kinds()).isEmpty();
  }

  @Test
  void soDoesTheCommandIndex() {
    server.close();
    delete(root.resolve("archive/brev"));
    delete(root.resolve("translations/brev"));

    assertThat(index()).isEqualTo(1);
    assertThat(index("--accept-removals")).isZero();
    assertThat(index()).isZero();

    server = TestServer.of(root, library.open());
    assertThat(get("/d/brev/3")).isEqualTo(404);
  }

  @Test
  void deletingMostButNotNearlyAllIsOrdinary() {
    for (int n = 1; n <= DOCUMENTS - 2; n++) {
      library.delete("archive/brev/" + n + ".md").delete("translations/brev/" + n + ".md");
    }

    look();

    assertThat(get("/readyz")).isEqualTo(200);
    assertThat(get("/d/brev/3")).isEqualTo(404);
    assertThat(get("/s/" + section)).isEqualTo(410);
  }

  /** {@code mv archive/brev archive/dokument} leaves nothing of what was there. */
  @Test
  void anotherNameOfTheOnlyFolderIsARename() {
    move(root.resolve("archive/brev"), root.resolve("archive/dokument"));
    move(root.resolve("translations/brev"), root.resolve("translations/dokument"));

    look();

    assertThat(get("/readyz")).isEqualTo(200);
    assertThat(get("/d/dokument/3")).isEqualTo(200);
  }

  private void checkKept(String name) {
    assertThat(get("/readyz")).isEqualTo(503);
    assertThat(get("/d/brev/3")).isEqualTo(503);
    assertThat(get("/api/v1/documents/brev/3")).isEqualTo(503);
    assertThat(get("/s/" + section)).isEqualTo(503);
    assertThat(get("/api/v1/sections/" + section)).isEqualTo(503);
    assertThat(kinds()).containsExactly(Problem.Kind.NEARLY_ALL_GONE);
    assertThat(library.library().problems().getFirst().file()).isEqualTo(name);
    assertThat(library.find("styret")).hasSize(DOCUMENTS);
  }

  /** The index may be built anew, if something asked it meanwhile and found it gone. */
  private void checkBack() {
    look();
    awaitIdle();
    look();
    assertThat(get("/readyz")).isEqualTo(200);
    assertThat(get("/d/brev/3")).isEqualTo(200);
    assertThat(get("/s/" + section)).isEqualTo(303);
    assertThat(server.get("/d/brev/3").body()).contains("Hvem?");
    assertThat(kinds()).isEmpty();
    assertThat(library.section("brev/3", "Styret").section().id()).isEqualTo(section);
  }

  private void awaitIdle() {
    try {
      assertThat(library.library().trainer().awaitIdle(Duration.ofMinutes(5))).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private int get(String path) {
    return server.get(path).statusCode();
  }

  private int comment() {
    return server
        .send(
            "POST",
            "/api/v1/sections/" + section + "/comments",
            "{\"text\":\"Når?\"}",
            "Content-Type",
            "application/json")
        .statusCode();
  }

  private void look() {
    library.library().sync().look();
    library.library().sync().look();
  }

  private List<Problem.Kind> kinds() {
    return library.library().problems().stream().map(Problem::kind).toList();
  }

  private int index(String... options) {
    var out = new PrintStream(OutputStream.nullOutputStream());
    String[] words =
        Stream.concat(Stream.of("index", "--root", root.toString()), Stream.of(options))
            .toArray(String[]::new);
    return SpeilCommand.run(words, Map.of(), out, out);
  }

  private static void make(Path path) {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void move(Path from, Path to) {
    make(to.getParent());
    try {
      Files.move(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path path) {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
