package no.speil.search.match;

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
import no.speil.lexicon.Translation;
import no.speil.search.Expand;
import no.speil.search.Expansion;
import no.speil.search.entry.Column;
import no.speil.search.query.Expression;
import no.speil.search.query.Expression.All;
import no.speil.search.query.Expression.Any;
import no.speil.search.query.Expression.Insisted;
import no.speil.search.query.Expression.Together;
import no.speil.search.query.Expression.Word;
import no.speil.search.query.Renderings;
import no.speil.search.query.Renderings.Phrasing;
import no.speil.search.text.Terms;
import org.apache.lucene.index.IndexReader;

/**
 * Tells the plain words of a query what they are called in the other language, and Norwegian ones
 * what the other written norm calls them, as far as that is in the index. What is excluded, quoted,
 * starred or asked of one side means itself alone.
 */
public final class Rewording {
  private static final int MOST = 8;
  private static final int MOST_OF_ALL = 80;

  private final Wordbook words;
  private final Terms terms;
  private final Expand expand;
  private final Map<String, Renderings> known = new LinkedHashMap<>();
  private final Map<String, Expansion> expansions = new LinkedHashMap<>();
  private final Phrasings phrasings;
  private final Parting parting;
  private int most = MOST;

  public Rewording(Known known, Terms terms, IndexReader reader, Expand expand) {
    this.words = new Wordbook(known.lexicon(), terms, reader);
    this.parting = new Parting(words);
    this.phrasings = new Phrasings(known.phrases(), terms, reader, expand);
    this.terms = terms;
    this.expand = expand;
  }

  /**
   * What is known of words.
   *
   * @param phrases what of the lexicon is of several words
   */
  public record Known(Lexicon lexicon, SetPhrases phrases) {}

  /** The words and phrases that have translations, each once, in the order of the query. */
  public List<Expansion> expansions() {
    return List.copyOf(expansions.values());
  }

  public Expression of(Expression expression) throws IOException {
    if (!expand.on()) {
      return expression;
    }
    most = Math.clamp(MOST_OF_ALL / Math.max(1, Leaf.of(expression).size()), 2, MOST);
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
    var single = new ArrayList<Renderings>();
    for (Word word : stretch) {
      single.add(renderings(word.text()));
    }
    List<List<Phrasing>> together =
        phrasings.of(stretch.stream().map(Word::text).toList(), expansions);
    return IntStream.range(0, stretch.size())
        .mapToObj(i -> new Word(stretch.get(i).text(), single.get(i).with(together.get(i))))
        .toList();
  }

  private Renderings renderings(String text) throws IOException {
    String word = text.toLowerCase(Locale.ROOT);
    Renderings found = known.get(word);
    if (found == null) {
      found = terms.isLight(word) ? Renderings.NONE : lookUp(word);
      known.put(word, found);
    }
    return found;
  }

  private Renderings lookUp(String word) throws IOException {
    List<String> parts = words.isStrange(word) ? parting.of(word) : List.of();
    if (!parts.isEmpty()) {
      return apart(word, parts);
    }
    List<Translation> original = words.translations(Column.TRANSLATION, word, most);
    List<Translation> translation = words.translations(Column.ORIGINAL, word, most);
    List<Translation> variants = words.variants(word, most);
    note(word, Stream.of(original, translation, variants).flatMap(List::stream));
    return new Renderings(
        allowed(word, original),
        allowed(word, translation),
        allowed(word, variants),
        List.of(),
        List.of());
  }

  private Renderings apart(String word, List<String> parts) throws IOException {
    String together = String.join(" ", parts);
    boolean on = expand.allows(word, together);
    expansions.put(word, new Expansion(word, List.of(new Expansion.Translation(together, 1, on))));
    var all = new ArrayList<Word>();
    for (String part : on ? parts : List.<String>of()) {
      all.add(new Word(part, renderings(part)));
    }
    return Renderings.ofParts(all);
  }

  private List<Translation> allowed(String word, List<Translation> translations) {
    return translations.stream().filter(each -> expand.allows(word, each.form())).toList();
  }

  private void note(String word, Stream<Translation> all) {
    Set<String> shown = new HashSet<>(Set.of(word));
    List<Expansion.Translation> others =
        all.sorted(Comparator.comparingDouble(Translation::weight).reversed())
            .filter(each -> shown.add(each.form()))
            .map(each -> other(word, each))
            .toList();
    if (!others.isEmpty()) {
      expansions.put(word, new Expansion(word, others));
    }
  }

  private Expansion.Translation other(String word, Translation each) {
    return new Expansion.Translation(each.form(), each.weight(), expand.allows(word, each.form()));
  }
}
