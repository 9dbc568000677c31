package no.speil.search.schema;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;

/**
 * The terms of whole words in {@link FieldGroup#words}. A word that folding leaves alone has one
 * term, itself; any other has two: as written, and folded, each behind a mark of its own. So most
 * words are indexed once, no word is taken for a folded one, and the words with a prefix stand
 * together in either spelling.
 */
public final class WholeWordTerms {
  private static final char FOLDED = '\u0001';
  private static final char WRITTEN = '\u0002';

  private WholeWordTerms() {}

  /** The terms that a text with the word has. */
  public static List<String> of(String written, String folded) {
    return written.equals(folded) ? List.of(written) : List.of(WRITTEN + written, FOLDED + folded);
  }

  /** The terms of the texts that have a word that folds so. */
  public static List<String> folded(String folded) {
    return List.of(folded, FOLDED + folded);
  }

  /** The word as it is written, if it is a term of words as written. */
  public static Optional<String> written(String term) {
    return isMarked(term, FOLDED) ? Optional.empty() : Optional.of(word(term));
  }

  /** The folded word, if it is a term of folded words. */
  public static Optional<String> foldedWord(String term) {
    return isMarked(term, WRITTEN) ? Optional.empty() : Optional.of(word(term));
  }

  /** A term from its last letter to its first, and so its mark at the end; or back again. */
  public static String backwards(String term) {
    return new StringBuilder(term).reverse().toString();
  }

  /** The terms of folded words that end so. */
  public static Automaton endingWith(String ending) {
    Automaton any = Automata.makeAnyString();
    Automaton written = Operations.concatenate(List.of(Automata.makeChar(WRITTEN), any));
    Automaton ends = Operations.concatenate(List.of(any, Automata.makeString(ending)));
    int work = Operations.DEFAULT_DETERMINIZE_WORK_LIMIT;
    return Operations.determinize(Operations.minus(ends, written, work), work);
  }

  private static String word(String term) {
    return isMarked(term, FOLDED) || isMarked(term, WRITTEN) ? term.substring(1) : term;
  }

  private static boolean isMarked(String term, char mark) {
    return !term.isEmpty() && term.charAt(0) == mark;
  }
}
