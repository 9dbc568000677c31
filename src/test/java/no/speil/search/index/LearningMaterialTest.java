package no.speil.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.lexicon.Cutting.Token;
import no.speil.lexicon.WordCounts;
import no.speil.search.Footprint;
import no.speil.search.IndexedDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningMaterialTest {
  @TempDir Path folder;

  @Test
  void wordsAreCountedAsWrittenButForCase() {
    try (var shelf = new Shelf(folder)) {
      shelf.put("a", "Tittel|Title", "Ærlig ærlig Skole|Honest");
      shelf.put("b", "Tittel", "ærlig");
      assertThat(counts(shelf.index.words(Side.ORIGINAL)))
          .isEqualTo(Map.of("tittel", 2L, "ærlig", 3L, "skole", 1L));
      assertThat(counts(shelf.index.words(Side.TRANSLATION)))
          .isEqualTo(Map.of("title", 1L, "honest", 1L));
    }
  }

  @Test
  void wordsOfDeletedSectionsAreNotCounted() {
    try (var shelf = new Shelf(folder)) {
      shelf.put("a", "ord ord");
      shelf.put("b", "ord borte");
      shelf.index.remove(new DocumentId("b"));
      shelf.index.refresh();
      assertThat(counts(shelf.index.words(Side.ORIGINAL))).isEqualTo(Map.of("ord", 2L));
    }
  }

  private static Map<String, Long> counts(WordCounts words) {
    var counts = new TreeMap<String, Long>();
    words.each(counts::put);
    return counts;
  }

  @Test
  void pairsAreSectionsWithBothTextsThatAreNotStale() {
    try (var shelf = new Shelf(folder)) {
      IndexedDocument head = Shelf.head("a");
      shelf.index.put(
          head,
          List.of(
              Shelf.section(head, 1, "begge|both"),
              Shelf.section(head, 2, "bare norsk"),
              Shelf.section(head, 3, "|only English"),
              Shelf.section(head, 4, "gammel|old", State.REVIEWED, Freshness.STALE)),
          Footprint.NONE);
      shelf.index.refresh();
      assertThat(pairs(shelf.index, 10)).containsExactly("begge|both");
    }
  }

  @Test
  void samePairsAreDrawnWhateverTheOrderTheyWerePutIn(@TempDir Path other) {
    var documents = new ArrayList<String>();
    for (int i = 0; i < 60; i++) {
      documents.add("d" + i);
    }
    List<String> drawn;
    try (var shelf = new Shelf(folder)) {
      documents.forEach(id -> shelf.put(id, id + "|one", id + "x|two"));
      drawn = pairs(shelf.index, 20);
    }
    Collections.shuffle(documents, new Random(7));
    try (var shelf = new Shelf(other)) {
      shelf.put("d5", "d5|something else");
      documents.forEach(id -> shelf.put(id, id + "|one", id + "x|two"));
      assertThat(pairs(shelf.index, 20)).isEqualTo(drawn).hasSize(20).doesNotHaveDuplicates();
      assertThat(pairs(shelf.index, 10)).isEqualTo(drawn.subList(0, 10));
    }
  }

  private static List<String> pairs(SectionIndex index, int most) {
    var pairs = new ArrayList<String>();
    index.pairs(most).each((original, translation) -> pairs.add(original + "|" + translation));
    return pairs;
  }

  @Test
  void textsAreCutAsTheIndexHasThem() {
    try (var shelf = new Shelf(folder)) {
      assertThat(shelf.index.cutting().cut(Side.TRANSLATION, "The Women\u2019s rights"))
          .containsExactly(new Token("woman", "women", 1), new Token("right", "rights", 2));
      assertThat(shelf.index.cutting().cut(Side.ORIGINAL, "Å skrive Bøkene"))
          .containsExactly(new Token("skriv", "skrive", 1), new Token("bok", "bøkene", 2));
    }
  }
}
