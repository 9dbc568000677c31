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
 * Tells the plain words of a query what they are called in the other language, as far as that is in
 * the index. What is excluded, quoted, starred or asked of one side means itself alone.
 */
public final class Rewording {
  private static final int MOST = 8;
  private static final int MOST_OF_ALL = 80;

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
    note(word, original, translation);
    return new Renderings(allowed(word, original), allowed(word, translation));
  }

  private List<Translation> translations(Column from, String word) throws IOException {
    List<Terms.Term> found = terms.of(from.stem(), word);
    Side side = from.side();
    if (found.size() != 1) {
      return List.of();
    }
    String term = found.getFirst().text();
    List<Translation> known = lexicon.translations(side, term);
    Column to = from == Column.ORIGINAL ? Column.TRANSLATION : Column.ORIGINAL;
    return known.isEmpty() && !isThere(to, word)
        ? lexicon.kin(side, side == Side.ORIGINAL ? term : word)
        : known;
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

  private void note(String word, List<Translation> original, List<Translation> translation) {
    var all = new ArrayList<>(original);
    all.addAll(translation);
    all.sort(Comparator.comparingDouble(Translation::weight).reversed());
    Set<String> shown = new HashSet<>(Set.of(word));
    List<Expansion.Translation> others =
        all.stream().filter(each -> shown.add(each.form())).map(each -> other(word, each)).toList();
    if (!others.isEmpty()) {
      expansions.put(word, new Expansion(word, others));
    }
  }

  private Expansion.Translation other(String word, Translation each) {
    return new Expansion.Translation(each.form(), each.weight(), expand.allows(word, each.form()));
  }
}
