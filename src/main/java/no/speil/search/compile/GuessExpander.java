package no.speil.search.compile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.lexicon.TermTranslation;
import no.speil.search.ExpansionOptions;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.query.Expression;
import no.speil.search.query.Expression.Adjacent;
import no.speil.search.query.Expression.Word;
import no.speil.search.query.WordAlternatives;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.PrefixTerms;
import org.apache.lucene.index.IndexReader;

/**
 * Adds to the words of an expanded query what sections without them may be guessed by: the parts of
 * compounds, and Norwegian terms with a common prefix. For one search.
 */
record GuessExpander(
    TermTranslator words,
    FieldTerms terms,
    IndexReader reader,
    QueryCompoundSplitter splitter,
    ExpansionOptions expansion) {
  private static final int SHORTEST_COMPOUND = 8;
  private static final int SHORTEST_PART = 4;
  private static final int SHORTEST_PREFIX = 4;
  private static final int MOST_PREFIX_MATCHES = 20;
  private static final int MOST_TRANSLATIONS = 8;

  /** An expanded expression, in which words beside others have what guesses are made by. */
  Expression of(Expression expression) throws IOException {
    if (!expansion.on() || !(expression instanceof Adjacent adjacent)) {
      return expression;
    }
    var parts = new ArrayList<Expression>(adjacent.parts().size());
    for (Expression part : adjacent.parts()) {
      parts.add(part instanceof Word word ? of(word) : part);
    }
    return new Adjacent(parts);
  }

  private Word of(Word word) throws IOException {
    WordAlternatives known = word.wordAlternatives();
    List<Word> parts =
        known.parts().isEmpty() ? parts(word.text().toLowerCase(Locale.ROOT)) : known.parts();
    var all = new ArrayList<Word>(List.of(word));
    all.addAll(parts);
    return new Word(word.text(), known.forGuesses(parts, prefixMatches(all)));
  }

  /**
   * The parts of a long Norwegian word, for which sections that lack another word of the query may
   * be guessed.
   */
  private List<Word> parts(String word) throws IOException {
    if (word.length() < SHORTEST_COMPOUND || words.isKnown(FieldGroup.TRANSLATION, word)) {
      return List.of();
    }
    List<String> parts = splitter.of(word);
    if (parts.stream().anyMatch(part -> part.length() < SHORTEST_PART)
        || !expansion.allows(word, String.join(" ", parts))) {
      return List.of();
    }
    var all = new ArrayList<Word>();
    for (String part : parts) {
      List<TermTranslation> english =
          words.translations(FieldGroup.ORIGINAL, part, MOST_TRANSLATIONS);
      List<TermTranslation> variants = words.variants(part, MOST_TRANSLATIONS);
      all.add(new Word(part, WordAlternatives.of(List.of(), english, variants, Set.of())));
    }
    return all;
  }

  /**
   * The terms of the originals that have a prefix in common with one of the words or of their sure
   * translations, the longest first.
   */
  private List<String> prefixMatches(List<Word> some) throws IOException {
    var matches = new LinkedHashSet<String>();
    for (Word word : some) {
      for (String term : stems(word)) {
        matches.addAll(prefixMatches(term));
      }
    }
    return List.copyOf(matches);
  }

  private Set<String> stems(Word word) {
    return Stream.concat(
            terms.texts(FieldGroup.ORIGINAL.stem(), word.text()).stream(),
            word.wordAlternatives().sure(Side.ORIGINAL).stream().map(TermTranslation::term))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private List<String> prefixMatches(String term) throws IOException {
    var matches = new LinkedHashSet<String>();
    int shortest = Math.max(SHORTEST_PREFIX, (term.length() + 1) / 2);
    for (int length = term.length();
        length >= shortest && matches.size() < MOST_PREFIX_MATCHES;
        length--) {
      String prefix = term.substring(0, length);
      PrefixTerms.of(reader, FieldGroup.ORIGINAL.stem(), prefix, MOST_PREFIX_MATCHES)
          .forEach(each -> matches.add(each.text()));
    }
    return matches.stream().limit(MOST_PREFIX_MATCHES).filter(each -> !each.equals(term)).toList();
  }
}
