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
import java.util.stream.Stream;
import no.speil.corpus.Side;
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
import no.speil.search.text.Terms;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/**
 * Tells the plain words of a query what they are called in the other language, and Norwegian ones
 * what the other written norm calls them, as far as that is in the index. What is excluded, quoted,
 * starred or asked of one side means itself alone.
 */
public final class Rewording {
  private static final int MOST = 8;
  private static final int MOST_OF_ALL = 80;
  private static final double GUESS = .5;

  private final Lexicon lexicon;
  private final Terms terms;
  private final IndexReader reader;
  private final Expand expand;
  private final Map<String, Renderings> known = new LinkedHashMap<>();
  private final Map<String, Expansion> expansions = new LinkedHashMap<>();
  private int most = MOST;

  public Rewording(Lexicon lexicon, Terms terms, IndexReader reader, Expand expand) {
    this.lexicon = lexicon;
    this.terms = terms;
    this.reader = reader;
    this.expand = expand;
  }

  /** The words that have translations, each once, in the order of the query. */
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
      return new Word(word.text(), renderings(word.text()));
    }
    if (expression instanceof Together together) {
      return new Together(reworded(together.parts()));
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
    List<Translation> original = present(Column.ORIGINAL, translations(Column.TRANSLATION, word));
    List<Translation> translation =
        present(Column.TRANSLATION, translations(Column.ORIGINAL, word));
    List<Translation> variants = present(Column.ORIGINAL, variants(word));
    note(word, Stream.of(original, translation, variants).flatMap(List::stream));
    return new Renderings(
        allowed(word, original), allowed(word, translation), allowed(word, variants));
  }

  private List<Translation> translations(Column from, String word) throws IOException {
    List<Terms.Term> found = terms.of(from.stem(), word);
    Side side = from.side();
    if (found.size() != 1) {
      return List.of();
    }
    String term = found.getFirst().text();
    List<Translation> known = known(side, term);
    Column to = from == Column.ORIGINAL ? Column.TRANSLATION : Column.ORIGINAL;
    return known.isEmpty() && !isThere(to, word)
        ? lexicon.kin(side, side == Side.ORIGINAL ? term : word)
        : known;
  }

  /** What is known of a Nynorsk word is sometimes known of its Bokmål one alone. */
  private List<Translation> known(Side side, String term) {
    List<Translation> known = lexicon.translations(side, term);
    return known.isEmpty() && side == Side.ORIGINAL
        ? lexicon.variants(term).stream()
            .map(each -> lexicon.translations(side, each.term()))
            .filter(each -> !each.isEmpty())
            .findFirst()
            .orElse(known)
        : known;
  }

  /**
   * What a Norwegian word is called in the other written norm. Of a word that is in the texts, or
   * is English, others that are only spelt as it might be are guesses.
   */
  private List<Translation> variants(String word) throws IOException {
    List<Terms.Term> found = terms.of(Column.ORIGINAL.stem(), word);
    if (found.size() != 1) {
      return List.of();
    }
    List<Translation> variants = lexicon.variants(found.getFirst().text());
    boolean isStrange = !variants.isEmpty() && !isThere(Column.ORIGINAL, word) && !isEnglish(word);
    return variants.stream().map(each -> weighed(each, isStrange)).toList();
  }

  private boolean isEnglish(String word) throws IOException {
    return isThere(Column.TRANSLATION, word)
        || terms.of(Column.TRANSLATION.stem(), word).stream()
            .anyMatch(each -> !lexicon.translations(Side.TRANSLATION, each.text()).isEmpty());
  }

  private static Translation weighed(Translation each, boolean isStrange) {
    boolean isSure = each.sure() || isStrange;
    double weight = isSure ? each.weight() : GUESS * each.weight();
    return new Translation(each.term(), each.form(), weight, isSure);
  }

  private boolean isThere(Column column, String word) throws IOException {
    for (Terms.Term term : terms.of(column.stem(), word)) {
      if (reader.docFreq(new Term(column.stem(), term.text())) > 0) {
        return true;
      }
    }
    return false;
  }

  private List<Translation> present(Column column, List<Translation> translations)
      throws IOException {
    var present = new ArrayList<Translation>();
    for (Translation each : translations) {
      if (present.size() < most && reader.docFreq(new Term(column.stem(), each.term())) > 0) {
        present.add(each);
      }
    }
    return present;
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
