package no.speil.search.suggest;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.LuceneLevenshteinDistance;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/** Finds the folded words of the texts that are spelt nearly like a word. */
final class SimilarWords {
  private static final int SHORTEST = 4;
  private static final Comparator<SuggestWord> BEST_FIRST =
      Comparator.<SuggestWord>comparingDouble(each -> each.score)
          .thenComparingInt(each -> each.freq)
          .reversed();

  private final int edits;
  private final float accuracy;
  private final int most;

  /**
   * @param edits how many letters may differ, at most 2
   * @param accuracy the least similarity, from 0 to 1
   * @param most how many words are wanted
   */
  SimilarWords(int edits, float accuracy, int most) {
    this.edits = edits;
    this.accuracy = accuracy;
    this.most = most;
  }

  /**
   * Those in more sections than the word itself, the likest first; none for what is not one word,
   * as "e-post".
   */
  List<SuggestWord> of(FieldTerms terms, IndexReader reader, FieldGroup fieldGroup, String word)
      throws IOException {
    List<FieldTerms.Term> folded = terms.of(fieldGroup.folded(), word);
    if (folded.size() != 1) {
      return List.of();
    }
    String typed = folded.getFirst().text();
    var term = new Term(fieldGroup.folded(), typed);
    int sections = reader.docFreq(term);
    return Stream.of(checker().suggestSimilar(term, most, reader, SuggestMode.SUGGEST_MORE_POPULAR))
        .filter(each -> each.freq > sections)
        .sorted(BEST_FIRST)
        .toList();
  }

  private DirectSpellChecker checker() {
    var checker = new DirectSpellChecker();
    checker.setDistance(new LuceneLevenshteinDistance());
    checker.setMinPrefix(1);
    checker.setMinQueryLength(SHORTEST);
    checker.setMaxEdits(edits);
    checker.setAccuracy(accuracy);
    return checker;
  }
}
