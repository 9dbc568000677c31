package no.speil.search.suggest;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.query.ExpressionParser;
import no.speil.search.query.QueryWords;
import no.speil.search.query.QueryWords.TypedWord;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/**
 * What a query may have meant that has words which the archive hardly has: the same with words that
 * are spelt much alike in their place and are many times as frequent. Thread-safe.
 */
public final class QueryCorrector {
  /** Of results, and of sections with a word: no more than that are few. */
  public static final int FEW = 2;

  private static final int MOST_WORDS = 8;
  private static final int TIMES_AS_FREQUENT = 10;
  private static final int MOST_CANDIDATES = 3;

  private final FieldTerms terms;
  private final SurfaceForms forms;
  private final CompoundCorrector parts;

  public QueryCorrector(FieldTerms terms, Predicate<String> isKnown) {
    this.terms = terms;
    this.forms = new SurfaceForms(terms);
    this.parts = new CompoundCorrector(terms, forms, isKnown);
  }

  /**
   * A query in other words.
   *
   * @param isMade whether one of its words was put together, and may be in no text
   */
  public record Correction(String query, boolean isMade) {}

  /**
   * Empty where every word will do.
   *
   * @param known words that are none of this archive's and yet no mistakes, in lower case
   */
  public Optional<Correction> of(IndexReader reader, String query, Set<String> known)
      throws IOException {
    QueryWords words = ExpressionParser.words(query);
    if (words.size() > MOST_WORDS) {
      return Optional.empty();
    }
    var others = new HashMap<TypedWord, String>();
    boolean isMade = false;
    for (TypedWord word : words.toList()) {
      if (!known.contains(word.text().toLowerCase(Locale.ROOT))) {
        Optional<String> whole = other(reader, word.text());
        Optional<String> made = whole.isPresent() ? whole : made(reader, word.text());
        made.ifPresent(other -> others.put(word, other));
        isMade |= whole.isEmpty() && made.isPresent();
      }
    }
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(new Correction(words.with(others), isMade));
  }

  private Optional<String> other(IndexReader reader, String word) throws IOException {
    int known = sections(reader, word);
    if (known > FEW || word.chars().anyMatch(Character::isDigit)) {
      return Optional.empty();
    }
    Alike best = null;
    for (FieldGroup fieldGroup : FieldGroup.BOTH) {
      for (SuggestWord each : alike(reader, fieldGroup, word)) {
        var other = new Alike(fieldGroup, each);
        boolean frequent = each.freq > TIMES_AS_FREQUENT * known;
        if (frequent && (best == null || Alike.BETTER.compare(other, best) > 0)) {
          best = other;
        }
      }
    }
    return best == null
        ? Optional.empty()
        : Optional.of(forms.of(reader, best.fieldGroup(), best.word().string));
  }

  private Optional<String> made(IndexReader reader, String word) throws IOException {
    return sections(reader, word) > 0 ? Optional.empty() : parts.of(reader, word);
  }

  /** Another word of one side. */
  private record Alike(FieldGroup fieldGroup, SuggestWord word) {
    static final Comparator<Alike> BETTER =
        Comparator.<Alike>comparingDouble(each -> each.word().score)
            .thenComparingInt(each -> each.word().freq);
  }

  private List<SuggestWord> alike(IndexReader reader, FieldGroup fieldGroup, String word)
      throws IOException {
    List<FieldTerms.Term> folded = terms.of(fieldGroup.folded(), word);
    if (folded.size() != 1) {
      return List.of(); // "e-post" is two words, neither of which was typed alone
    }
    var checker = new DirectSpellChecker();
    checker.setMaxEdits(2);
    checker.setAccuracy(.7f);
    var term = new Term(fieldGroup.folded(), folded.getFirst().text());
    return Arrays.asList(
        checker.suggestSimilar(term, MOST_CANDIDATES, reader, SuggestMode.SUGGEST_MORE_POPULAR));
  }

  /** How many sections of either side have the word in any inflection. */
  private int sections(IndexReader reader, String word) throws IOException {
    int most = 0;
    for (FieldGroup fieldGroup : FieldGroup.BOTH) {
      for (String field : List.of(fieldGroup.folded(), fieldGroup.stem())) {
        for (FieldTerms.Term term : terms.of(field, word)) {
          most = Math.max(most, reader.docFreq(new Term(field, term.text())));
        }
      }
    }
    return most;
  }
}
