package no.speil.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Side;
import no.speil.lexicon.CompoundSplitter;
import no.speil.lexicon.Dictionary;
import no.speil.lexicon.GlossaryEntry;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.LexiconSources;
import no.speil.search.DocumentTrace;
import no.speil.search.IndexedDocument;
import no.speil.search.analysis.IndexTokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexGenerationTest {
  private static final CompoundSplitter COMPOUNDS =
      CompoundSplitter.learn(
          sink -> Stream.of("kvinne", "gruppa", "gruppe").forEach(word -> sink.accept(word, 9)),
          Dictionary.EMPTY);

  @TempDir private Path folder;

  @Test
  void theNextGenerationHasWhatWasFilledAndWhatWasUpdatedMeanwhile() {
    try (var testIndex = new TestIndex(folder)) {
      testIndex.put("a", "Tittel", "Kvinnegruppa");
      testIndex.put("b", "Tittel", "Kvinnegruppa");
      testIndex.put("c", "Tittel", "Kvinnegruppa");
      testIndex.index.commit(true);
      testIndex.index.prepare(COMPOUNDS, "now");
      fill(testIndex, "a", "Tittel", "Kvinnegruppa");
      fill(testIndex, "b", "Tittel", "Kvinnegruppa");
      assertThat(testIndex.found("gruppe")).as("still the one before").isEmpty();
      testIndex.put("b", "Tittel", "Arbeidsgruppe kvinnegruppe");
      testIndex.index.remove(new DocumentId("c"));
      testIndex.put("d", "Tittel", "En annen kvinnegruppe");

      testIndex.index.swap(true);

      assertThat(testIndex.found("gruppe")).containsExactlyInAnyOrder("a:1", "b:1", "d:1");
      assertThat(testIndex.index.compoundsFrom()).isEqualTo("now");
      assertThat(testIndex.index.complete()).isTrue();
    }
    try (var again = new TestIndex(folder)) {
      assertThat(again.index.wasEmptied()).isFalse();
      assertThat(again.index.compoundsFrom()).isEqualTo("now");
      assertThat(again.found("gruppe")).containsExactlyInAnyOrder("a:1", "b:1", "d:1");
    }
  }

  @Test
  void aLexiconOfOtherTermsIsLearnedAgain() throws IOException {
    Lexicon lexicon =
        Lexicon.learn(
            new IndexTokenizer(),
            new LexiconSources(
                sink -> {},
                sink -> {},
                sink -> {},
                Dictionary.EMPTY,
                List.of(new GlossaryEntry("blåfjom", "fjom"))));
    try (var testIndex = new TestIndex(folder)) {
      testIndex.index.use(lexicon, "here");
    }
    try (var again = new TestIndex(folder)) {
      assertThat(again.index.lexiconFrom()).isEqualTo("here");
      assertThat(again.index.lexicon().translations(Side.ORIGINAL, "blafjom")).isNotEmpty();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      Path file = files.filter(it -> it.endsWith(IndexModels.LEXICON)).findFirst().orElseThrow();
      new IndexModels.ModelFile("another program here", lexicon.toBytes()).write(file);
    }
    try (var again = new TestIndex(folder)) {
      assertThat(again.index.lexiconFrom()).isEmpty();
      assertThat(again.index.lexicon().translations(Side.ORIGINAL, "blafjom")).isEmpty();
    }
  }

  @Test
  void aGenerationLeftHalfIsRemovedAndTheOneBeforeGoesOn() throws IOException {
    try (var testIndex = new TestIndex(folder)) {
      testIndex.put("a", "Tittel", "Kvinnegruppa");
      testIndex.index.commit(true);
    }
    Files.createDirectories(folder.resolve("2/sections"));
    Files.writeString(folder.resolve("2/compounds"), "half");
    try (var testIndex = new TestIndex(folder)) {
      assertThat(testIndex.found("kvinnegruppa")).containsExactly("a:1");
      assertThat(generations()).containsExactly("1");
      testIndex.index.prepare(COMPOUNDS, "now");
      assertThat(generations()).containsExactlyInAnyOrder("1", "2");
    }
    assertThat(generations()).as("given up at the close").containsExactly("1");
  }

  @Test
  void compoundsThatAreLostEmptyTheIndex() throws IOException {
    try (var testIndex = new TestIndex(folder)) {
      testIndex.index.prepare(COMPOUNDS, "now");
      testIndex.index.swap(false);
      testIndex.put("a", "Tittel", "Kvinnegruppa");
      testIndex.index.commit(true);
    }
    Files.writeString(folder.resolve("2/compounds"), "torn");
    try (var testIndex = new TestIndex(folder)) {
      assertThat(testIndex.index.wasEmptied()).isTrue();
      assertThat(testIndex.index.compoundsFrom()).isEmpty();
    }
  }

  @Test
  void whatIsWrittenIsMadeSearchableWhileGenerationsAreExchanged() throws Exception {
    try (var testIndex = new TestIndex(folder);
        var threads = Executors.newFixedThreadPool(2)) {
      var done = new AtomicBoolean();
      Callable<Integer> writing =
          () -> {
            int written = 0;
            for (; !done.get(); written++) {
              testIndex.index.remove(new DocumentId("a" + written));
              testIndex.index.refresh();
            }
            return written;
          };
      List<Future<Integer>> writers = List.of(threads.submit(writing), threads.submit(writing));
      for (int i = 0; i < 20; i++) {
        testIndex.index.prepare(COMPOUNDS, "round " + i);
        testIndex.index.swap(true);
      }
      done.set(true);
      for (Future<Integer> writer : writers) {
        assertThat(writer.get()).isPositive();
      }
    }
  }

  @Test
  void searchesGoOnWhileGenerationsAreExchanged() throws Exception {
    try (var testIndex = new TestIndex(folder);
        var threads = Executors.newFixedThreadPool(2)) {
      testIndex.put("a", "Tittel", "Klima");
      var done = new AtomicBoolean();
      List<Future<?>> readers =
          Stream.of(1, 2).<Future<?>>map(n -> threads.submit(() -> ask(testIndex, done))).toList();
      for (int i = 0; i < 5; i++) {
        testIndex.index.prepare(COMPOUNDS, "round " + i);
        fill(testIndex, "a", "Tittel", "Klima");
        testIndex.index.swap(true);
      }
      done.set(true);
      for (Future<?> reader : readers) {
        reader.get();
      }
      assertThat(generations()).containsExactly("6");
    }
  }

  private static void ask(TestIndex testIndex, AtomicBoolean done) {
    while (!done.get()) {
      assertThat(testIndex.search("klima").total()).isEqualTo(1);
      assertThat(testIndex.documentOf(TestIndex.id("a", 1))).hasValue(new DocumentId("a"));
    }
  }

  private static void fill(TestIndex testIndex, String document, String... texts) {
    IndexedDocument head = TestIndex.head(document);
    testIndex.index.fill(head, TestIndex.sections(head, texts), DocumentTrace.NONE);
  }

  private Set<String> generations() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isDirectory)
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toSet());
    }
  }
}
