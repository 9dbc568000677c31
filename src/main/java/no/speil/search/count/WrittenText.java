package no.speil.search.count;

import static java.util.stream.Collectors.toSet;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.corpus.text.Normalization;
import no.speil.search.analysis.IndexTokenizer;
import no.speil.search.analysis.IndexTokenizer.PlacedTerm;
import no.speil.search.analysis.IndexTokenizer.WordPlace;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** A text as the words that are counted: as they are written but for case. */
public final class WrittenText {
  private static final IndexTokenizer WRITTEN = IndexTokenizer.ofWrittenWords();

  private final List<PlacedTerm> words;
  private final List<String> terms;

  /**
   * @param text in Unicode normal form C, as it is stored
   */
  public WrittenText(Side side, String text) {
    words = WRITTEN.read(side, text).stream().filter(word -> isWord(word.text())).toList();
    terms = words.stream().map(PlacedTerm::text).toList();
  }

  /** Pictures such as emoji are searched for and not counted. */
  static boolean isWord(String term) {
    return term.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  List<String> terms() {
    return terms;
  }

  /** The position of a word among all words of the text, as tokenizers give it. */
  int position(int word) {
    return words.get(word).place().position();
  }

  /** Where the sequences stand. */
  Stream<WordPlace> places(Set<List<String>> sequences) {
    return sequences.stream()
        .map(List::size)
        .distinct()
        .flatMap(length -> starts(sequences, length).mapToObj(at -> place(at, at + length - 1)));
  }

  /** How often one of the sequences stands there. */
  long count(Set<List<String>> sequences) {
    return places(sequences).count();
  }

  /** The words that are part of one of the sequences. */
  BitSet having(Set<List<String>> sequences) {
    var found = new BitSet();
    sequences.stream()
        .map(List::size)
        .distinct()
        .forEach(length -> starts(sequences, length).forEach(at -> found.set(at, at + length)));
    return found;
  }

  /** Where sequences of that length begin. */
  private IntStream starts(Set<List<String>> sequences, int length) {
    return IntStream.rangeClosed(0, terms.size() - length)
        .filter(at -> sequences.contains(terms.subList(at, at + length)));
  }

  /**
   * The word that a word stands beside: the nearest of these, of two the one before it; -1 if there
   * is none.
   *
   * @param before so many words before one of these, at most
   * @param after so many words after one of these, at most
   */
  static int nearest(BitSet others, int word, int before, int after) {
    int previous = word == 0 ? -1 : others.previousSetBit(word - 1);
    int next = others.nextSetBit(word + 1);
    boolean isAfter = previous >= 0 && word - previous <= after;
    boolean isBefore = next >= 0 && next - word <= before;
    return isAfter && !(isBefore && next - word < word - previous)
        ? previous
        : isBefore ? next : -1;
  }

  /** From one of two words to the other. */
  WordPlace place(int one, int other) {
    WordPlace from = words.get(Math.min(one, other)).place();
    WordPlace to = words.get(Math.max(one, other)).place();
    return new WordPlace(from.position(), from.start(), to.end());
  }

  /** The sections that have a word, or the first of a sequence. */
  static Query sections(Side side, Set<List<String>> sequences) {
    List<BytesRef> first = sequences.stream().map(each -> new BytesRef(each.getFirst())).toList();
    return new TermInSetQuery(FieldGroup.of(side).exact(), first);
  }

  /** What is written so, as words. */
  static List<String> words(Side side, String written) {
    return new WrittenText(side, Normalization.compose(written)).terms();
  }

  /** The same of several, without those that have no words. */
  static Set<List<String>> sequences(Side side, Collection<String> written) {
    return written.stream()
        .map(each -> words(side, each))
        .filter(each -> !each.isEmpty())
        .collect(toSet());
  }
}
