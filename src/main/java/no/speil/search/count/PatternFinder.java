package no.speil.search.count;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.search.WordPattern;
import no.speil.search.analysis.IndexTokenizer.WordPlace;
import no.speil.search.schema.Queries;
import org.apache.lucene.search.Query;

/** Finds the words of a pattern in any number of texts. */
public final class PatternFinder {
  private final WordPattern pattern;
  private final Set<List<String>> words;
  private final Set<List<String>> beside;

  public PatternFinder(WordPattern pattern) {
    this.pattern = pattern;
    this.words = WrittenText.sequences(pattern.side(), pattern.words());
    this.beside = WrittenText.sequences(pattern.side(), pattern.beside());
  }

  public Side side() {
    return pattern.side();
  }

  /** Those of the sections that a query finds that have the words. */
  public Query among(Query sections) {
    Query having = Queries.all(sections, WrittenText.sections(pattern.side(), words));
    return pattern.beside().isEmpty()
        ? having
        : Queries.all(having, WrittenText.sections(pattern.side(), beside));
  }

  /** Where they stand in a text; if they have to be beside others, from these to those. */
  public Stream<WordPlace> places(WrittenText text) {
    if (pattern.beside().isEmpty()) {
      return text.places(words).sorted(Comparator.comparingInt(WordPlace::start));
    }
    BitSet others = text.having(beside);
    BitSet found = text.having(words);
    found.andNot(others);
    return found.stream()
        .filter(word -> nearest(others, word) >= 0)
        .mapToObj(word -> text.place(word, nearest(others, word)));
  }

  private int nearest(BitSet others, int word) {
    return WrittenText.nearest(others, word, pattern.before(), pattern.after());
  }
}
