package no.speil.search.suggest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import no.speil.corpus.Side;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TermTokenizer;
import no.speil.lexicon.TermTranslation;
import no.speil.search.WordMeaning;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/**
 * Finds translations of the words of an original that a translator is likeliest to look up: the
 * rarest.
 */
public final class MeaningFinder {
  private static final double LIKELY = .15;
  private static final int MOST_TRANSLATIONS = 3;

  /** Only this many words of the text are looked at. */
  private static final int FARTHEST = 1_000;

  private final Lexicon lexicon;
  private final TermTokenizer termTokenizer;

  public MeaningFinder(Lexicon lexicon, TermTokenizer termTokenizer) {
    this.lexicon = lexicon;
    this.termTokenizer = termTokenizer;
  }

  private record Candidate(WordMeaning meaning, int position, int frequency) {}

  /** The translations of the rarest words of the text, in its order. */
  public List<WordMeaning> of(String text, int most, IndexReader reader) throws IOException {
    var candidates = new ArrayList<Candidate>();
    var seen = new HashSet<String>();
    for (TermTokenizer.Token token : termTokenizer.cut(Side.ORIGINAL, text)) {
      List<String> english = token.position() > FARTHEST ? List.of() : english(token);
      if (!english.isEmpty() && seen.add(token.form())) {
        int frequency = reader.docFreq(new Term(FieldGroup.ORIGINAL.stem(), token.term()));
        candidates.add(
            new Candidate(new WordMeaning(token.form(), english), token.position(), frequency));
      }
    }
    return candidates.stream()
        .sorted(Comparator.comparingInt(Candidate::frequency))
        .limit(most)
        .sorted(Comparator.comparingInt(Candidate::position))
        .map(Candidate::meaning)
        .toList();
  }

  private List<String> english(TermTokenizer.Token token) {
    if (token.form().isEmpty()) {
      return List.of(); // a part of a compound
    }
    return lexicon.translations(Side.ORIGINAL, token.term()).stream()
        .filter(each -> each.sure() && each.weight() >= LIKELY)
        .map(TermTranslation::form)
        .filter(form -> !form.equals(token.form()))
        .distinct()
        .limit(MOST_TRANSLATIONS)
        .toList();
  }
}
