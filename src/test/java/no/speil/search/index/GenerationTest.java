package no.speil.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Side;
import no.speil.lexicon.Compounds;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.Sources;
import no.speil.lexicon.Sources.Entry;
import no.speil.search.Footprint;
import no.speil.search.IndexedDocument;
import no.speil.search.text.IndexCutting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationTest {
  private static final Compounds COMPOUNDS =
      Compounds.learn(
          sink -> Stream.of("kvinne", "gruppa", "gruppe").forEach(word -> sink.accept(word, 9)));

  @TempDir private Path folder;

  @Test
  void theNextHasWhatWasFilledAndWhatWasWrittenMeanwhile() {
    try (var shelf = new Shelf(folder)) {
      shelf.put("a", "Tittel", "Kvinnegruppa");
      shelf.put("b", "Tittel", "Kvinnegruppa");
      shelf.put("c", "Tittel", "Kvinnegruppa");
      shelf.index.commit(true);
      shelf.index.prepare(COMPOUNDS, "now");
      fill(shelf, "a", "Tittel", "Kvinnegruppa");
      fill(shelf, "b", "Tittel", "Kvinnegruppa");
      assertThat(shelf.found("gruppe")).as("still the one before").isEmpty();
      shelf.put("b", "Tittel", "Arbeidsgruppe kvinnegruppe");
      shelf.index.remove(new DocumentId("c"));
      shelf.put("d", "Tittel", "En annen kvinnegruppe");

      shelf.index.swap(true);

      assertThat(shelf.found("gruppe")).containsExactlyInAnyOrder("a:1", "b:1", "d:1");
      assertThat(shelf.index.compoundsFrom()).isEqualTo("now");
      assertThat(shelf.index.complete()).isTrue();
    }
    try (var again = new Shelf(folder)) {
      assertThat(again.index.wasEmptied()).isFalse();
      assertThat(again.index.compoundsFrom()).isEqualTo("now");
      assertThat(again.found("gruppe")).containsExactlyInAnyOrder("a:1", "b:1", "d:1");
    }
  }

  @Test
  void aLexiconOfOtherTermsIsLearnedAgain() throws IOException {
    Lexicon lexicon =
        Lexicon.learn(
            new IndexCutting(),
            new Sources(
                sink -> {}, sink -> {}, sink -> {}, List.of(new Entry("lov", "act")), List.of()));
    try (var shelf = new Shelf(folder)) {
      shelf.index.use(lexicon, "here");
    }
    try (var again = new Shelf(folder)) {
      assertThat(again.index.lexiconFrom()).isEqualTo("here");
      assertThat(again.index.lexicon().translations(Side.ORIGINAL, "lov")).isNotEmpty();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      Path file = files.filter(it -> it.endsWith(Generation.LEXICON)).findFirst().orElseThrow();
      new Learned("another program here", lexicon.toBytes()).write(file);
    }
    try (var again = new Shelf(folder)) {
      assertThat(again.index.lexiconFrom()).isEmpty();
      assertThat(again.index.lexicon().translations(Side.ORIGINAL, "lov")).isEmpty();
    }
  }

  @Test
  void aGenerationLeftHalfIsRemovedAndTheOneBeforeGoesOn() throws IOException {
    try (var shelf = new Shelf(folder)) {
      shelf.put("a", "Tittel", "Kvinnegruppa");
      shelf.index.commit(true);
    }
    Files.createDirectories(folder.resolve("2/sections"));
    Files.writeString(folder.resolve("2/compounds"), "half");
    try (var shelf = new Shelf(folder)) {
      assertThat(shelf.found("kvinnegruppa")).containsExactly("a:1");
      assertThat(generations()).containsExactly("1");
      shelf.index.prepare(COMPOUNDS, "now");
      assertThat(generations()).containsExactlyInAnyOrder("1", "2");
    }
    assertThat(generations()).as("given up at the close").containsExactly("1");
  }

  @Test
  void compoundsThatAreLostEmptyTheIndex() throws IOException {
    try (var shelf = new Shelf(folder)) {
      shelf.index.prepare(COMPOUNDS, "now");
      shelf.index.swap(false);
      shelf.put("a", "Tittel", "Kvinnegruppa");
      shelf.index.commit(true);
    }
    Files.writeString(folder.resolve("2/compounds"), "torn");
    try (var shelf = new Shelf(folder)) {
      assertThat(shelf.index.wasEmptied()).isTrue();
      assertThat(shelf.index.compoundsFrom()).isEmpty();
    }
  }

  @Test
  void searchesGoOnWhileGenerationsAreExchanged() throws Exception {
    try (var shelf = new Shelf(folder);
        var threads = Executors.newFixedThreadPool(2)) {
      shelf.put("a", "Tittel", "Klima");
      var done = new AtomicBoolean();
      List<Future<?>> readers =
          Stream.of(1, 2).<Future<?>>map(n -> threads.submit(() -> ask(shelf, done))).toList();
      for (int i = 0; i < 5; i++) {
        shelf.index.prepare(COMPOUNDS, "round " + i);
        fill(shelf, "a", "Tittel", "Klima");
        shelf.index.swap(true);
      }
      done.set(true);
      for (Future<?> reader : readers) {
        reader.get();
      }
      assertThat(generations()).containsExactly("6");
    }
  }

  private static void ask(Shelf shelf, AtomicBoolean done) {
    while (!done.get()) {
      assertThat(shelf.search("klima").total()).isEqualTo(1);
      assertThat(shelf.index.documentOf(Shelf.id("a", 1))).hasValue(new DocumentId("a"));
    }
  }

  private static void fill(Shelf shelf, String document, String... texts) {
    IndexedDocument head = Shelf.head(document);
    shelf.index.fill(head, Shelf.sections(head, texts), Footprint.NONE);
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
