package no.speil.library.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.library.Library;
import no.speil.library.TestLibrary;
import no.speil.library.sync.BackgroundSync.IndexingListener;
import no.speil.library.sync.IndexIncompleteException;
import no.speil.search.SearchNotice;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.search.execute.SectionIterator;
import no.speil.status.TrackedSection;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the library learns from its own texts, as searches show it. */
@Tag("slow")
class ModelTrainerTest {
  private static final String FILLER = "Vedtaket er sendt til alle som har bedt om det. ";

  @TempDir private Path folder;
  @AutoClose private TestLibrary root;

  @BeforeEach
  void make() {
    root = new TestLibrary(folder);
  }

  @Test
  void compoundsAreFoundByTheirPartsFromTheFirstIndexOn() {
    root.put("archive/a.md", "Nemnda for fiske.\n\nEn fiskenemnd ble valgt.\n\nFiske. Nemnd.\n");
    Library library = root.open();

    assertThat(total(library, "nemnd")).isEqualTo(3);
  }

  @Test
  void anArchiveThatHasDoubledIsIndexedAnewBesideTheOneInUse() throws Exception {
    Library library = doubled();

    assertThat(total(library, "skrommel")).isEqualTo(2);
    assertThat(generations()).containsExactly("3");
    library = root.open();
    assertThat(total(library, "skrommel")).isEqualTo(2);
  }

  @Test
  void anIndexMadeAnewFindsTheSame() throws Exception {
    long before = total(doubled(), "skrommel AND fiske");
    root.close();
    deleteFolder(folder.resolve(".speil/index"));

    assertThat(total(root.open(), "skrommel AND fiske")).isEqualTo(before);
  }

  @Test
  void segmentsOfAFirstIndexAreMerged() throws Exception {
    root.put("archive/a.md", "En narhval.\n").put("translations/b.md", "A zebra.\n");
    Library library = root.open();
    assertThat(library.trainer().awaitIdle(Duration.ofMinutes(5))).isTrue();
    library.sync().look();
    assertThat(total(library, "zebra OR narhval")).isEqualTo(2);
    root.close();

    Path sections =
        folder.resolve(".speil/index").resolve(generations().getFirst()).resolve("sections");
    try (var reader = DirectoryReader.open(FSDirectory.open(sections))) {
      assertThat(reader.leaves()).hasSize(1);
    }
  }

  @Test
  void anIndexThatIsDeletedWhileItIsUsedIsBuiltAnewAndNobodyIsTroubled() throws Exception {
    root.put("archive/a.md", "Kvinner krever frihet.\n").put("translations/a.md", "Women.\n");
    Library library = root.open();
    TrackedSection seen = root.sections("a").get(1);
    deleteFolder(folder.resolve(".speil/index"));

    library.edits().edit(seen.section().id(), "A zebra.", seen.version(), TestLibrary.KARI);
    root.put("archive/b.md", "En narhval.\n");
    library.sync().look();
    assertThat(library.trainer().awaitIdle(Duration.ofMinutes(5))).isTrue();

    assertThat(total(library, "zebra")).isEqualTo(1);
    assertThat(total(library, "narhval")).isEqualTo(1);
    assertThat(library.sync().readiness().complete()).isTrue();
    assertThat(total(root.open(), "zebra OR narhval")).isEqualTo(2);
  }

  @Test
  void whileALostIndexIsMadeAnewTotalsAreOfSomeAndWhatIsWholeWaits() throws Exception {
    root.put("archive/a.md", "Kvinner krever frihet.\n").put("translations/a.md", "Women.\n");
    var rebuilding = new CountDownLatch(1);
    var noticed = new CountDownLatch(1);
    IndexingListener holding = // the next look through the archive, until the loss has been seen
        (done, total, remaining) -> {
          noticed.countDown();
          await(rebuilding);
        };
    var listener = new AtomicReference<>(IndexingListener.NONE);
    try (Library library =
        Library.open(
            Archive.open(folder, Clock.systemUTC()),
            folder.resolve(".speil/index"),
            Clock.systemUTC(),
            (done, total, remaining) ->
                Objects.requireNonNull(listener.get()).progress(done, total, remaining))) {
      assertThat(library.sync().awaitReady(Duration.ofMinutes(5))).isTrue();
      assertThat(library.search().run(SearchRequest.of("frihet")).exact()).isTrue();
      listener.set(holding);
      root.put("archive/b.md", "En narhval.\n");
      assertThat(noticed.await(5, TimeUnit.MINUTES)).isTrue();
      deleteFolder(folder.resolve(".speil/index"));
      TrackedSection seen =
          library.documents().find(new DocumentId("a")).orElseThrow().sections().get(1);
      library.edits().edit(seen.section().id(), "A zebra.", seen.version(), TestLibrary.KARI);

      SearchResult found = library.search().run(SearchRequest.of("zebra"));
      assertThat(found.exact()).isFalse();
      assertThat(found.notices().getLast().kind()).isEqualTo(SearchNotice.Kind.INDEXING);
      assertThatThrownBy(() -> library.search().all(SearchRequest.of("zebra")))
          .isInstanceOf(IndexIncompleteException.class);
      assertThat(library.sync().readiness().counted()).isTrue();

      rebuilding.countDown();
      library.sync().look();
      assertThat(library.trainer().awaitIdle(Duration.ofMinutes(5))).isTrue();
      assertThat(library.search().run(SearchRequest.of("zebra OR narhval")).exact()).isTrue();
      try (SectionIterator all = library.search().all(SearchRequest.of("zebra OR narhval"))) {
        assertThat(all.total()).isEqualTo(2);
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anEnglishWordFindsAnOriginalThatNobodyHasTranslated() {
    root.put("archive/a.md", "Kvinner krever frihet.\n");
    Library library = root.open();

    assertThat(total(library, "freedom")).isEqualTo(1);
    assertThat(library.search().run(SearchRequest.of("freedom")).expansions().getFirst().word())
        .isEqualTo("freedom");
  }

  @Test
  void theGlossaryIsUsedWithoutARestartAndItsOddLinesAreListed() throws Exception {
    root.put("archive/a.md", "Landsstyret møttes i mai.\n\nStyret skrev en åpen erklæring.\n");
    Library library = root.open();
    assertThat(total(library, "presidium")).isZero();

    root.put(
        "glossary.tsv",
        "# ord\nlandsstyre\tpresidium\tvedtatt i 2015\nbare ett ord\nåpen erklæring\tmanifesto\n");
    library.sync().look();
    assertThat(library.trainer().awaitIdle(Duration.ofMinutes(5))).isTrue();

    assertThat(total(library, "presidium")).isEqualTo(1);
    assertThat(total(library, "manifesto")).isEqualTo(1);
    library.sync().look();
    assertThat(library.problems())
        .containsExactly(Problem.of("glossary.tsv", 3, Problem.Kind.NO_PAIR));
  }

  @Test
  void wordsAreLearnedFromThePairs() {
    var original = new StringBuilder();
    var translation = new StringBuilder();
    List<String> others = List.of("mai", "juni", "juli", "august");
    List<String> english = List.of("May", "June", "July", "August");
    for (int i = 0; i < 12; i++) {
      original.append("Skrommelet kom i ").append(others.get(i % 4)).append(".\n\n");
      translation.append("The zoogle came in ").append(english.get(i % 4)).append(".\n\n");
    }
    root.put("archive/a.md", original.toString()).put("translations/a.md", translation.toString());
    root.put("archive/b.md", "Et skrommel til.\n");
    Library library = root.open();

    assertThat(library.search().run(SearchRequest.of("zoogle doc:b")).total()).isEqualTo(1);
  }

  /** An archive that has doubled since its first index, and with it what its compounds are. */
  private Library doubled() throws Exception {
    root.put("archive/a.md", "En fiskeskrommel ble valgt.\n");
    Library library = root.open();
    assertThat(total(library, "skrommel")).isZero();
    root.put(
        "archive/b.md", "Skrommel for fiske. Fiske og skrommel.\n\n" + FILLER.repeat(600) + "\n");
    library.sync().look();
    assertThat(library.trainer().awaitIdle(Duration.ofMinutes(5))).isTrue();
    return library;
  }

  private static void deleteFolder(Path doomed) throws Exception {
    try (var files = Files.walk(doomed)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static long total(Library library, String query) {
    return library.search().run(SearchRequest.of(query)).total();
  }

  private List<String> generations() throws Exception {
    try (var files = Files.list(folder.resolve(".speil/index"))) {
      return files
          .filter(Files::isDirectory)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }
}
