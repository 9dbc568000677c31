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
import no.speil.lexicon.TermTokenizer.Token;
import no.speil.lexicon.WordCounts;
import no.speil.search.DocumentTrace;
import no.speil.search.IndexedDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingDataTest {
  @TempDir Path folder;

  @Test
  void wordsAreCountedAsWrittenButForCase() {
    try (var testIndex = new TestIndex(folder)) {
      testIndex.put("a", "Tittel|Title", "Ærlig ærlig Skole|Honest");
      testIndex.put("b", "Tittel", "ærlig");
      assertThat(counts(TestIndex.words(testIndex.index, Side.ORIGINAL)))
          .isEqualTo(Map.of("tittel", 2L, "ærlig", 3L, "skole", 1L, "kari", 2L, "nordmann", 2L));
      assertThat(counts(TestIndex.words(testIndex.index, Side.TRANSLATION)))
          .isEqualTo(Map.of("title", 1L, "honest", 1L, "ola", 2L, "tolk", 2L));
    }
  }

  @Test
  void wordsOfDeletedSectionsAreNotCounted() {
    try (var testIndex = new TestIndex(folder)) {
      testIndex.put(TestIndex.head("a", "", ""), "ord ord");
      testIndex.put(TestIndex.head("b", "", ""), "ord borte");
      testIndex.index.remove(new DocumentId("b"));
      testIndex.index.refresh();
      assertThat(counts(TestIndex.words(testIndex.index, Side.ORIGINAL)))
          .isEqualTo(Map.of("ord", 2L));
    }
  }

  private static Map<String, Long> counts(WordCounts words) {
    var counts = new TreeMap<String, Long>();
    words.each(counts::put);
    return counts;
  }

  @Test
  void pairsAreSectionsWithBothTextsThatAreNotStale() {
    try (var testIndex = new TestIndex(folder)) {
      IndexedDocument head = TestIndex.head("a");
      testIndex.index.put(
          head,
          List.of(
              TestIndex.section(head, 1, "begge|both"),
              TestIndex.section(head, 2, "bare norsk"),
              TestIndex.section(head, 3, "|only English"),
              TestIndex.section(head, 4, "gammel|old", State.REVIEWED, Freshness.STALE)),
          DocumentTrace.NONE);
      testIndex.index.refresh();
      assertThat(pairs(testIndex.index, 10)).containsExactly("begge|both");
    }
  }

  @Test
  void samePairsAreDrawnWhateverTheOrderTheyWerePutIn(@TempDir Path other) {
    var documents = new ArrayList<String>();
    for (int i = 0; i < 60; i++) {
      documents.add("d" + i);
    }
    List<String> drawn;
    try (var testIndex = new TestIndex(folder)) {
      documents.forEach(id -> testIndex.put(id, id + "|one", id + "x|two"));
      drawn = pairs(testIndex.index, 20);
    }
    Collections.shuffle(documents, new Random(7));
    try (var testIndex = new TestIndex(other)) {
      testIndex.put("d5", "d5|something else");
      documents.forEach(id -> testIndex.put(id, id + "|one", id + "x|two"));
      assertThat(pairs(testIndex.index, 20)).isEqualTo(drawn).hasSize(20).doesNotHaveDuplicates();
      assertThat(pairs(testIndex.index, 10)).isEqualTo(drawn.subList(0, 10));
    }
  }

  private static List<String> pairs(SectionIndex index, int most) {
    var pairs = new ArrayList<String>();
    TestIndex.pairs(index, most)
        .each((original, translation) -> pairs.add(original + "|" + translation));
    return pairs;
  }

  @Test
  void textsAreTokenisedAsInTheIndex() {
    try (var testIndex = new TestIndex(folder)) {
      assertThat(testIndex.index.tokenizer().cut(Side.TRANSLATION, "The Women\u2019s rights"))
          .containsExactly(new Token("woman", "women", 1), new Token("right", "rights", 2));
      assertThat(testIndex.index.tokenizer().cut(Side.ORIGINAL, "Å skrive Bøkene"))
          .containsExactly(new Token("skriv", "skrive", 1), new Token("bok", "bøkene", 2));
    }
  }
}
