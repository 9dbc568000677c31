package no.speil.search.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.speil.lexicon.Translation;
import no.speil.search.entry.Column;
import no.speil.search.query.Expression.Fuzzy;
import no.speil.search.query.Expression.Near;
import no.speil.search.query.Expression.Phrase;
import no.speil.search.query.Expression.Prefix;
import no.speil.search.query.Expression.Sought;
import no.speil.search.query.Expression.Suffix;
import no.speil.search.query.Expression.Word;
import no.speil.search.query.Renderings.Phrasing;
import no.speil.search.text.Terms;
import no.speil.search.text.Terms.Term;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/**
 * What is looked for in the text of one side, as a Lucene query; empty where it has no terms.
 * Remembers what it has made, for one search.
 */
final class TextQueries {
  private static final int TWO_EDITS_FROM = 8;

  private final Terms terms;
  private final Distances distances;
  private final Map<Leaf, Optional<Query>> known = new HashMap<>();

  TextQueries(Terms terms) {
    this.terms = terms;
    this.distances = new Distances(terms);
  }

  Optional<Query> of(Column column, Sought sought) {
    return known.computeIfAbsent(new Leaf(sought, List.of(column)), leaf -> make(column, sought));
  }

  private Optional<Query> make(Column column, Sought sought) {
    return switch (sought) {
      case Word word -> word(column, word, sure(column, word));
      case Phrase phrase -> phrase(column.exact(), phrase.text(), phrase.slop());
      case Prefix prefix -> wildcard(column, prefix.start(), false);
      case Suffix suffix -> wildcard(column, suffix.end(), true);
      case Fuzzy fuzzy -> fuzzy(column, fuzzy.text());
      case Near near -> near(column, near);
    };
  }

  /** The word or anything that it may be called there, however unsure. */
  Optional<Query> loosely(Column column, Word word) {
    return word(column, word, word.renderings().in(column.side()));
  }

  /** Words next to each other in that field, in that order but for the slop. */
  Optional<Query> phrase(String field, String text, int slop) {
    List<Term> found = terms.of(field, text);
    if (found.size() < 2) {
      return found.stream().findFirst().map(term -> term(field, term));
    }
    var phrase = new PhraseQuery.Builder().setSlop(slop);
    found.forEach(
        each -> phrase.add(new org.apache.lucene.index.Term(field, each.text()), each.position()));
    return Optional.of(phrase.build());
  }

  /** All of the words, of which the last may be only the beginning of one. */
  Optional<Query> beginning(String field, String text) {
    List<Term> found = terms.of(field, text);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var all = new BooleanQuery.Builder();
    found.subList(0, found.size() - 1).forEach(each -> all.add(term(field, each), Occur.MUST));
    var last = new org.apache.lucene.index.Term(field, found.getLast().text());
    return Optional.of(all.add(new PrefixQuery(last), Occur.MUST).build());
  }

  private Optional<Query> word(Column column, Word word, List<Translation> others) {
    Optional<Query> single = single(column, word, others);
    var more = new ArrayList<Query>();
    word.renderings().phrases().stream()
        .filter(each -> each.side() == column.side())
        .forEach(each -> phrasing(column, each).ifPresent(more::add));
    if (!word.renderings().parts().isEmpty()) {
      more.add(parts(column, word.renderings().parts()));
    }
    if (more.isEmpty()) {
      return single;
    }
    var any = new BooleanQuery.Builder();
    single.ifPresent(each -> any.add(each, Occur.SHOULD));
    more.forEach(each -> any.add(each, Occur.SHOULD));
    return Optional.of(any.build());
  }

  /** All of the words that a compound is made of, or what they may be called there. */
  private Query parts(Column column, List<Word> parts) {
    var all = new BooleanQuery.Builder();
    parts.forEach(each -> loosely(column, each).ifPresent(part -> all.add(part, Occur.MUST)));
    return all.build();
  }

  /**
   * In any inflection, but as it is written where all but one word are stop words. Each of the
   * words that it stands for has its part of the score.
   */
  private Optional<Query> phrasing(Column column, Phrasing phrasing) {
    boolean isOne = terms.of(column.exact(), phrasing.text()).size() == 1;
    boolean isStemmed = terms.of(column.stem(), phrasing.text()).size() > 1;
    Optional<Query> phrase =
        isOne
            ? word(column, phrasing.text())
            : phrase(isStemmed ? column.stem() : column.folded(), phrasing.text(), 0);
    return phrase.map(each -> new BoostQuery(each, 1f / phrasing.words()));
  }

  /** The word or any of what it is called in that column, as if all were one word. */
  private Optional<Query> single(Column column, Word word, List<Translation> others) {
    Optional<Query> itself = word(column, word.text());
    if (others.isEmpty()) {
      return itself;
    }
    var any = new SynonymQuery.Builder(column.stem());
    var known = new HashSet<String>();
    if (itself.isPresent()
        && itself.get() instanceof TermQuery single
        && single.getTerm().field().equals(column.stem())) {
      any.addTerm(single.getTerm());
      known.add(single.getTerm().text());
    }
    for (Translation each : others) {
      if (known.add(each.term())) {
        any.addTerm(
            new org.apache.lucene.index.Term(column.stem(), each.term()), (float) each.weight());
      }
    }
    Query all = any.build();
    return Optional.of(
        itself.isEmpty() || itself.get() instanceof TermQuery
            ? all
            : new BooleanQuery.Builder()
                .add(itself.get(), Occur.SHOULD)
                .add(all, Occur.SHOULD)
                .build());
  }

  private static List<Translation> sure(Column column, Word word) {
    return word.renderings().in(column.side()).stream().filter(Translation::sure).toList();
  }

  /** The stemmed word; a stop word as it is written, since only so it can be found. */
  private Optional<Query> word(Column column, String text) {
    Optional<Query> stemmed = phrase(column.stem(), text, 0);
    return stemmed.isPresent() ? stemmed : phrase(column.folded(), text, 0);
  }

  private Optional<Query> wildcard(Column column, String text, boolean suffix) {
    return suffix ? ending(column, text) : beginning(column.folded(), text);
  }

  private Optional<Query> ending(Column column, String text) {
    List<Term> found = terms.of(column.folded(), text);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var all = new BooleanQuery.Builder();
    found
        .subList(1, found.size())
        .forEach(each -> all.add(term(column.folded(), each), Occur.MUST));
    String backwards = new StringBuilder(found.getFirst().text()).reverse().toString();
    var first = new org.apache.lucene.index.Term(column.reversed(), backwards);
    return Optional.of(all.add(new PrefixQuery(first), Occur.MUST).build());
  }

  private Optional<Query> fuzzy(Column column, String text) {
    List<Term> found = terms.of(column.folded(), text);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var all = new BooleanQuery.Builder();
    found.forEach(each -> all.add(fuzzy(column.folded(), each), Occur.MUST));
    return Optional.of(all.build());
  }

  /** Begins with the same letter, since slips there are rare and cost much to allow. */
  private static Query fuzzy(String field, Term term) {
    String text = term.text();
    int edits = text.length() < TWO_EDITS_FROM ? 1 : 2;
    int first = text.offsetByCodePoints(0, 1);
    var others = new LevenshteinAutomata(text.substring(first), true);
    // Made once here; a FuzzyQuery makes it again for every segment of the index.
    return new AutomatonQuery(
        new org.apache.lucene.index.Term(field, text),
        Objects.requireNonNull(others.toAutomaton(edits, text.substring(0, first))),
        false,
        MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE);
  }

  private Optional<Query> near(Column column, Near near) {
    Optional<IntervalsSource> left = distances.interval(column, near.left());
    Optional<IntervalsSource> right = distances.interval(column, near.right());
    if (left.isEmpty() || right.isEmpty()) {
      return left.isEmpty() && right.isEmpty()
          ? Optional.empty()
          : make(column, left.isEmpty() ? near.right() : near.left());
    }
    return Optional.of(distances.near(column, left.get(), right.get(), near.distance()));
  }

  private static Query term(String field, Term term) {
    return new TermQuery(new org.apache.lucene.index.Term(field, term.text()));
  }
}
