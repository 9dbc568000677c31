package no.speil.search.compile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TermTranslation;
import no.speil.search.ExpansionOptions;
import no.speil.search.WordExpansion;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.query.Expression;
import no.speil.search.query.Expression.All;
import no.speil.search.query.Expression.Any;
import no.speil.search.query.Expression.Insisted;
import no.speil.search.query.Expression.Together;
import no.speil.search.query.Expression.Word;
import no.speil.search.query.WordAlternatives;
import no.speil.search.query.WordAlternatives.Phrasing;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.index.IndexReader;

/**
 * Tells the plain words of a query what they are called in the other language, and Norwegian ones
 * what the other written norm calls them, as far as that is in the index. What is excluded, quoted,
 * starred or asked of one side means itself alone.
 */
public final class QueryExpander {
  private static final int MOST = 8;
  private static final int MOST_OF_ALL = 80;

  private final TermTranslator words;
  private final FieldTerms terms;
  private final ExpansionOptions expansionOptions;
  private final Map<String, WordAlternatives> known = new LinkedHashMap<>();
  private final ExpansionCollector expansions = new ExpansionCollector();
  private final PhraseTranslator phraseTranslator;
  private final QueryCompoundSplitter queryCompoundSplitter;
  private int most = MOST;

  public QueryExpander(
      Known known, FieldTerms terms, IndexReader reader, ExpansionOptions expansionOptions) {
    this.words = new TermTranslator(known.lexicon(), terms, reader);
    this.queryCompoundSplitter = new QueryCompoundSplitter(words);
    this.phraseTranslator = new PhraseTranslator(known.phrases(), terms, reader, expansionOptions);
    this.terms = terms;
    this.expansionOptions = expansionOptions;
  }

  /**
   * What is known of words.
   *
   * @param phrases what of the lexicon is of several words
   */
  public record Known(Lexicon lexicon, GlossaryPhrases phrases) {}

  /** The words and phrases that have translations, each once, in the order of the query. */
  public List<WordExpansion> expansions() {
    return expansions.expansions();
  }

  /** The words that have a translation; one that was only split may be a misspelling. */
  public Set<String> translatedWords() {
    return expansions.translatedWords();
  }

  public Expression of(Expression expression) throws IOException {
    if (!expansionOptions.on()) {
      return expression;
    }
    most = Math.clamp(MOST_OF_ALL / Math.max(1, QueryClause.of(expression).size()), 2, MOST);
    return reworded(expression);
  }

  private Expression reworded(Expression expression) throws IOException {
    if (expression instanceof Word word) {
      return words(List.of(word)).getFirst();
    }
    if (expression instanceof Together together) {
      return new Together(together(together.parts()));
    }
    if (expression instanceof All all) {
      return new All(reworded(all.parts()));
    }
    if (expression instanceof Any any) {
      return new Any(reworded(any.parts()));
    }
    return expression instanceof Insisted insisted
        ? new Insisted(reworded(insisted.inner()))
        : expression;
  }

  private List<Expression> reworded(List<Expression> parts) throws IOException {
    var reworded = new ArrayList<Expression>(parts.size());
    for (Expression part : parts) {
      reworded.add(reworded(part));
    }
    return reworded;
  }

  /** Words that stand next to each other are also known together. */
  private List<Expression> together(List<Expression> parts) throws IOException {
    var reworded = new ArrayList<Expression>(parts.size());
    var stretch = new ArrayList<Word>();
    for (Expression part : parts) {
      if (part instanceof Word word) {
        stretch.add(word);
      } else {
        reworded.addAll(words(stretch));
        stretch.clear();
        reworded.add(reworded(part));
      }
    }
    reworded.addAll(words(stretch));
    return reworded;
  }

  private List<Word> words(List<Word> stretch) throws IOException {
    var single = new ArrayList<WordAlternatives>();
    for (Word word : stretch) {
      single.add(renderings(word.text()));
    }
    List<List<Phrasing>> together =
        phraseTranslator.of(stretch.stream().map(Word::text).toList(), expansions);
    return IntStream.range(0, stretch.size())
        .mapToObj(i -> new Word(stretch.get(i).text(), single.get(i).with(together.get(i))))
        .toList();
  }

  private WordAlternatives renderings(String text) throws IOException {
    String word = text.toLowerCase(Locale.ROOT);
    WordAlternatives found = known.get(word);
    if (found == null) {
      found = terms.isLight(word) ? WordAlternatives.NONE : lookUp(word);
      known.put(word, found);
    }
    return found;
  }

  private WordAlternatives lookUp(String word) throws IOException {
    List<String> parts = words.isStrange(word) ? queryCompoundSplitter.of(word) : List.of();
    if (!parts.isEmpty()) {
      return apart(word, parts);
    }
    List<TermTranslation> original = words.translations(FieldGroup.TRANSLATION, word, most);
    List<TermTranslation> translation = words.translations(FieldGroup.ORIGINAL, word, most);
    List<TermTranslation> variants = words.variants(word, most);
    note(word, Stream.of(original, translation, variants).flatMap(List::stream));
    return new WordAlternatives(
        allowed(word, original),
        allowed(word, translation),
        allowed(word, variants),
        List.of(),
        List.of());
  }

  private WordAlternatives apart(String word, List<String> parts) throws IOException {
    String together = String.join(" ", parts);
    boolean on = expansionOptions.allows(word, together);
    expansions.addSplit(word, new WordExpansion.Translation(together, 1, on));
    var all = new ArrayList<Word>();
    for (String part : on ? parts : List.<String>of()) {
      all.add(new Word(part, renderings(part)));
    }
    return WordAlternatives.ofParts(all);
  }

  private List<TermTranslation> allowed(String word, List<TermTranslation> translations) {
    return translations.stream()
        .filter(each -> expansionOptions.allows(word, each.form()))
        .toList();
  }

  private void note(String word, Stream<TermTranslation> all) {
    Set<String> shown = new HashSet<>(Set.of(word));
    expansions.addTranslations(
        word,
        all.sorted(Comparator.comparingDouble(TermTranslation::weight).reversed())
            .filter(each -> shown.add(each.form()))
            .map(each -> other(word, each))
            .toList());
  }

  private WordExpansion.Translation other(String word, TermTranslation each) {
    return new WordExpansion.Translation(
        each.form(), each.weight(), expansionOptions.allows(word, each.form()));
  }
}
