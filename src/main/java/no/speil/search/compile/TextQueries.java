package no.speil.search.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.speil.lexicon.TermTranslation;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.analysis.FieldTerms.Term;
import no.speil.search.query.Expression.Fuzzy;
import no.speil.search.query.Expression.Near;
import no.speil.search.query.Expression.Phrase;
import no.speil.search.query.Expression.Prefix;
import no.speil.search.query.Expression.Sought;
import no.speil.search.query.Expression.Suffix;
import no.speil.search.query.Expression.Word;
import no.speil.search.query.WordAlternatives.Phrasing;
import no.speil.search.schema.FieldGroup;
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

  private final FieldTerms terms;
  private final ProximityQueries proximityQueries;
  private final Map<QueryClause, Optional<Query>> known = new HashMap<>();

  TextQueries(FieldTerms terms) {
    this.terms = terms;
    this.proximityQueries = new ProximityQueries(terms);
  }

  Optional<Query> of(FieldGroup fieldGroup, Sought sought) {
    return known.computeIfAbsent(
        new QueryClause(sought, List.of(fieldGroup)), queryClause -> make(fieldGroup, sought));
  }

  private Optional<Query> make(FieldGroup fieldGroup, Sought sought) {
    return switch (sought) {
      case Word word -> word(fieldGroup, word, sure(fieldGroup, word));
      case Phrase phrase -> phrase(fieldGroup.exact(), phrase.text(), phrase.slop());
      case Prefix prefix -> wildcard(fieldGroup, prefix.start(), false);
      case Suffix suffix -> wildcard(fieldGroup, suffix.end(), true);
      case Fuzzy fuzzy -> fuzzy(fieldGroup, fuzzy.text());
      case Near near -> near(fieldGroup, near);
    };
  }

  /** The word or anything that it may be called there, however unsure. */
  Optional<Query> loosely(FieldGroup fieldGroup, Word word) {
    return word(fieldGroup, word, word.wordAlternatives().in(fieldGroup.side()));
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

  private Optional<Query> word(FieldGroup fieldGroup, Word word, List<TermTranslation> others) {
    Optional<Query> single = single(fieldGroup, word, others);
    var more = new ArrayList<Query>();
    word.wordAlternatives().phrases().stream()
        .filter(each -> each.side() == fieldGroup.side())
        .forEach(each -> phrasing(fieldGroup, each).ifPresent(more::add));
    if (!word.wordAlternatives().parts().isEmpty()) {
      more.add(parts(fieldGroup, word.wordAlternatives().parts()));
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
  private Query parts(FieldGroup fieldGroup, List<Word> parts) {
    var all = new BooleanQuery.Builder();
    parts.forEach(each -> loosely(fieldGroup, each).ifPresent(part -> all.add(part, Occur.MUST)));
    return all.build();
  }

  /**
   * In any inflection, but as it is written where all but one word are stop words. Each of the
   * words that it stands for has its part of the score.
   */
  private Optional<Query> phrasing(FieldGroup fieldGroup, Phrasing phrasing) {
    boolean isOne = terms.of(fieldGroup.exact(), phrasing.text()).size() == 1;
    boolean isStemmed = terms.of(fieldGroup.stem(), phrasing.text()).size() > 1;
    Optional<Query> phrase =
        isOne
            ? word(fieldGroup, phrasing.text())
            : phrase(isStemmed ? fieldGroup.stem() : fieldGroup.folded(), phrasing.text(), 0);
    return phrase.map(each -> new BoostQuery(each, 1f / phrasing.words()));
  }

  /** The word or any of what it is called in that column, as if all were one word. */
  private Optional<Query> single(FieldGroup fieldGroup, Word word, List<TermTranslation> others) {
    Optional<Query> itself = word(fieldGroup, word.text());
    if (others.isEmpty()) {
      return itself;
    }
    var any = new SynonymQuery.Builder(fieldGroup.stem());
    var known = new HashSet<String>();
    if (itself.isPresent()
        && itself.get() instanceof TermQuery single
        && single.getTerm().field().equals(fieldGroup.stem())) {
      any.addTerm(single.getTerm());
      known.add(single.getTerm().text());
    }
    for (TermTranslation each : others) {
      if (known.add(each.term())) {
        any.addTerm(
            new org.apache.lucene.index.Term(fieldGroup.stem(), each.term()),
            (float) each.weight());
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

  private static List<TermTranslation> sure(FieldGroup fieldGroup, Word word) {
    return word.wordAlternatives().in(fieldGroup.side()).stream()
        .filter(TermTranslation::sure)
        .toList();
  }

  /** The stemmed word; a stop word as it is written, since only so it can be found. */
  private Optional<Query> word(FieldGroup fieldGroup, String text) {
    Optional<Query> stemmed = phrase(fieldGroup.stem(), text, 0);
    return stemmed.isPresent() ? stemmed : phrase(fieldGroup.folded(), text, 0);
  }

  private Optional<Query> wildcard(FieldGroup fieldGroup, String text, boolean suffix) {
    return suffix ? ending(fieldGroup, text) : beginning(fieldGroup.folded(), text);
  }

  private Optional<Query> ending(FieldGroup fieldGroup, String text) {
    List<Term> found = terms.of(fieldGroup.folded(), text);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var all = new BooleanQuery.Builder();
    found
        .subList(1, found.size())
        .forEach(each -> all.add(term(fieldGroup.folded(), each), Occur.MUST));
    String backwards = new StringBuilder(found.getFirst().text()).reverse().toString();
    var first = new org.apache.lucene.index.Term(fieldGroup.reversed(), backwards);
    return Optional.of(all.add(new PrefixQuery(first), Occur.MUST).build());
  }

  private Optional<Query> fuzzy(FieldGroup fieldGroup, String text) {
    List<Term> found = terms.of(fieldGroup.folded(), text);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var all = new BooleanQuery.Builder();
    found.forEach(each -> all.add(fuzzy(fieldGroup.folded(), each), Occur.MUST));
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

  private Optional<Query> near(FieldGroup fieldGroup, Near near) {
    Optional<IntervalsSource> left = proximityQueries.interval(fieldGroup, near.left());
    Optional<IntervalsSource> right = proximityQueries.interval(fieldGroup, near.right());
    if (left.isEmpty() || right.isEmpty()) {
      return left.isEmpty() && right.isEmpty()
          ? Optional.empty()
          : make(fieldGroup, left.isEmpty() ? near.right() : near.left());
    }
    return Optional.of(proximityQueries.near(fieldGroup, left.get(), right.get(), near.distance()));
  }

  private static Query term(String field, Term term) {
    return new TermQuery(new org.apache.lucene.index.Term(field, term.text()));
  }
}
