package no.speil.search.suggest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import no.speil.corpus.Side;
import no.speil.corpus.text.NameWords;
import no.speil.lexicon.Dictionary;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TermTokenizer;
import no.speil.lexicon.TermTokenizer.Token;
import no.speil.lexicon.TermTranslation;
import no.speil.search.WordMeaning;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/**
 * Finds translations of the words of an original that a translator is likeliest to look up: the
 * rarest. The dictionary vouches for them, or the archive by pairs that are sure; names have none.
 */
public final class MeaningFinder {
  private static final int MOST_TRANSLATIONS = 3;

  /** The least weight of a learned translation. */
  private static final double LIKELY = .15;

  /** The same where the dictionary knows the word and has other translations. */
  private static final double VERY_LIKELY = .4;

  /** Only this many words of the text are looked at. */
  private static final int FARTHEST = 1_000;

  private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.)\\S{1,2000}");

  private final Lexicon lexicon;
  private final Dictionary dictionary;
  private final TermTokenizer tokenizer;

  public MeaningFinder(Lexicon lexicon, Dictionary dictionary, TermTokenizer tokenizer) {
    this.lexicon = lexicon;
    this.dictionary = dictionary;
    this.tokenizer = tokenizer;
  }

  private record Candidate(WordMeaning meaning, int position, int frequency) {}

  /** The translations of the rarest words of the text, in its order; not those of addresses. */
  public List<WordMeaning> of(String original, int most, IndexReader reader) throws IOException {
    String text = ADDRESS.matcher(original).replaceAll(" ");
    Set<String> names = NameWords.of(text).names();
    var candidates = new ArrayList<Candidate>();
    var seen = new HashSet<String>();
    for (Token token : tokenizer.words(Side.ORIGINAL, text)) {
      boolean isName = names.contains(token.form()) || dictionary.isName(token);
      if (token.position() > FARTHEST || isName || !seen.add(token.form())) {
        continue;
      }
      List<String> english = english(token);
      if (!english.isEmpty()) {
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

  /** What the archive uses of the dictionary, what only the archive has, and the other words. */
  private List<String> english(Token token) {
    List<String> known = dictionary.usual(token);
    var english = new LinkedHashSet<String>();
    for (TermTranslation each : learned(token, known.isEmpty() ? LIKELY : VERY_LIKELY, known)) {
      List<String> same = known.stream().filter(word -> isOf(each, word)).toList();
      english.addAll(same.isEmpty() ? List.of(each.form()) : same);
    }
    english.addAll(known);
    boolean isSame = english.contains(token.form());
    return isSame ? List.of() : english.stream().limit(MOST_TRANSLATIONS).toList();
  }

  /**
   * @param least weight of those that are not among the known words
   */
  private List<TermTranslation> learned(Token token, double least, List<String> known) {
    return lexicon.translations(Side.ORIGINAL, token.term()).stream()
        .filter(TermTranslation::sure)
        .filter(
            each ->
                (each.weight() >= LIKELY && known.stream().anyMatch(word -> isOf(each, word)))
                    || (each.weight() >= least
                        && !dictionary.ofOtherWords(token.form()).test(each.form())))
        .toList();
  }

  private boolean isOf(TermTranslation translation, String word) {
    List<Token> tokens = tokenizer.words(Side.TRANSLATION, word);
    return tokens.size() == 1 && tokens.getFirst().term().equals(translation.term());
  }
}
