package no.speil.search.suggest;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.text.EditDistance;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.LuceneLevenshteinDistance;
import org.apache.lucene.search.spell.SuggestMode;

/**
 * Finds the folded words of the texts that are spelt nearly like a word: with the same first
 * letter, or else with but one letter changed, lost, added or swapped.
 *
 * @param edits how many letters may differ, at most 2
 * @param accuracy the least similarity, from 0 to 1
 * @param most how many words are wanted
 */
record SimilarWords(int edits, float accuracy, int most) {
  private static final int SHORTEST = 4;

  /**
   * A folded word of the texts of one side.
   *
   * @param edits how many letters differ
   */
  record Similar(FieldGroup group, String word, int edits, int sections) {
    static final Comparator<Similar> BEST_FIRST =
        Comparator.comparingInt(Similar::edits)
            .thenComparing(Comparator.comparingInt(Similar::sections).reversed());
  }

  /**
   * Those in more sections than the word itself, the likest first; none for what is not one word,
   * as "e-post".
   */
  List<Similar> of(FieldTerms terms, IndexReader reader, FieldGroup group, String word)
      throws IOException {
    String text = terms.only(group.folded(), word);
    if (text.isEmpty()) {
      return List.of();
    }
    List<Similar> found = of(reader, group, text, edits, 1);
    return found.stream().anyMatch(each -> each.edits() == 1)
        ? found
        : Stream.concat(of(reader, group, text, 1, 0).stream(), found.stream()).toList();
  }

  private List<Similar> of(
      IndexReader reader, FieldGroup group, String word, int mostEdits, int samePrefix)
      throws IOException {
    var checker = new DirectSpellChecker();
    checker.setDistance(new LuceneLevenshteinDistance());
    checker.setMinPrefix(samePrefix);
    checker.setMinQueryLength(SHORTEST);
    checker.setMaxEdits(mostEdits);
    checker.setAccuracy(accuracy);
    var term = new Term(group.folded(), word);
    int sections = reader.docFreq(term);
    return Stream.of(checker.suggestSimilar(term, most, reader, SuggestMode.SUGGEST_MORE_POPULAR))
        .filter(each -> each.freq > sections)
        .map(
            each ->
                new Similar(
                    group, each.string, EditDistance.withSwaps(word, each.string), each.freq))
        .sorted(Similar.BEST_FIRST)
        .toList();
  }
}
