package no.speil.search.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import no.speil.lexicon.TermTranslation;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.query.Expression.Fuzzy;
import no.speil.search.query.Expression.Near;
import no.speil.search.query.Expression.Phrase;
import no.speil.search.query.Expression.Prefix;
import no.speil.search.query.Expression.Suffix;
import no.speil.search.query.Expression.TextClause;
import no.speil.search.query.Expression.Word;
import no.speil.search.query.WordAlternatives.PhraseTranslation;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.Queries;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.MultiTermQuery.RewriteMethod;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/**
 * Compiles text clauses to queries on the fields of one side; empty if a clause has no terms there.
 * For one search.
 */
final class TextQueries {
  private static final int MOST_SCORED = 50;
  private static final RewriteMethod SCORED =
      new MultiTermQuery.TopTermsScoringBooleanQueryRewrite(MOST_SCORED);
  private static final RewriteMethod UNSCORED = MultiTermQuery.CONSTANT_SCORE_REWRITE;

  /** Letters of the words of which two may differ. */
  private static final int TWO_EDITS_FROM = 8;

  /** The first letter must be the same: errors there are rare and costly to allow. */
  private static final int SAME_LETTERS = 1;

  private final FieldTerms terms;
  private final boolean withTranslations;
  private final boolean standalone;
  private final ProximityQueries proximityQueries;

  /** Words are found by their sure translations, too, and as parts of compounds. */
  TextQueries(FieldTerms terms) {
    this(terms, true, false);
  }

  private TextQueries(FieldTerms terms, boolean withTranslations, boolean standalone) {
    this.terms = terms;
    this.withTranslations = withTranslations;
    this.standalone = standalone;
    this.proximityQueries = new ProximityQueries(terms);
  }

  /**
   * Queries that differ in words only.
   *
   * @param ofTranslations whether words are found by their sure translations, too
   * @param alone whether words are not found as parts of compounds
   */
  TextQueries words(boolean ofTranslations, boolean alone) {
    return new TextQueries(terms, ofTranslations, alone);
  }

  Optional<Query> of(FieldGroup fields, TextClause clause) {
    return switch (clause) {
      case Word word ->
          withTranslations
              ? word(fields, word, word.wordAlternatives().sure(fields.side()), false)
              : single(fields, word, word.wordAlternatives().sureVariants(fields.side()).toList());
      case Phrase phrase -> phrase(fields.exact(), phrase.text(), phrase.slop());
      case Prefix prefix -> beginning(fields.folded(), prefix.start(), UNSCORED);
      case Suffix suffix -> ending(fields, suffix.end(), UNSCORED);
      case Fuzzy fuzzy -> fuzzy(fields, fuzzy.text());
      case Near near -> near(fields, near);
    };
  }

  /** The same, but a wildcard is scored by the words that it stands for. */
  Optional<Query> scored(FieldGroup fields, TextClause clause) {
    return switch (clause) {
      case Prefix prefix -> beginning(fields.folded(), prefix.start(), SCORED);
      case Suffix suffix -> ending(fields, suffix.end(), SCORED);
      default -> of(fields, clause);
    };
  }

  /** The word, any of its translations, including unsure ones, or all of its parts together. */
  Optional<Query> withUnsure(FieldGroup fields, Word word) {
    return word(fields, word, word.wordAlternatives().on(fields.side()), true);
  }

  /** The word, any of its translations, or a part of it alone, if it is a compound. */
  Optional<Query> withParts(FieldGroup fields, Word word) {
    Stream<Word> all = Stream.concat(Stream.of(word), word.wordAlternatives().parts().stream());
    return disjunction(all.toList(), each -> withUnsure(fields, each));
  }

  /** Any of the queries; empty if there are none. */
  static Optional<Query> disjunction(List<Query> queries) {
    return queries.size() < 2 ? queries.stream().findFirst() : Optional.of(Queries.any(queries));
  }

  /** What any of the parts is compiled to; empty if none is to anything. */
  static <T> Optional<Query> disjunction(List<T> parts, Function<T, Optional<Query>> compiled) {
    return disjunction(parts.stream().map(compiled).flatMap(Optional::stream).toList());
  }

  /** A phrase in that field, with slop. */
  Optional<Query> phrase(String field, String text, int slop) {
    List<FieldTerms.TermPosition> found = terms.of(field, text);
    if (found.size() < 2) {
      return found.stream().findFirst().map(term -> term(field, term.text()));
    }
    var phrase = new PhraseQuery.Builder().setSlop(slop);
    found.forEach(each -> phrase.add(new Term(field, each.text()), each.position()));
    return Optional.of(phrase.build());
  }

  /**
   * A single word whatever its accents; several words as a phrase, as typed or with aa, oe and ae,
   * since the field without accents has no positions.
   */
  Optional<Query> folded(FieldGroup fields, String text) {
    String word = terms.only(fields.folded(), text);
    return word.isEmpty()
        ? disjunction(FieldTerms.spellings(text), each -> phrase(fields.exact(), each, 0))
        : Optional.of(term(fields.folded(), word));
  }

  /** All of the words, the last one as a prefix. */
  Optional<Query> beginning(String field, String text, RewriteMethod rewriteMethod) {
    List<String> found = terms.texts(field, text);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var last = new PrefixQuery(new Term(field, found.getLast()), rewriteMethod);
    return Optional.of(all(field, found.subList(0, found.size() - 1), last));
  }

  /** All of the words, the first one as an ending. */
  private Optional<Query> ending(FieldGroup fields, String text, RewriteMethod rewriteMethod) {
    List<String> found = terms.texts(fields.folded(), text);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String backwards = new StringBuilder(found.getFirst()).reverse().toString();
    var first = new PrefixQuery(new Term(fields.endings(), backwards), rewriteMethod);
    return Optional.of(all(fields.folded(), found.subList(1, found.size()), first));
  }

  /** Those words and that one. */
  private static Query all(String field, List<String> words, Query other) {
    var all = new BooleanQuery.Builder();
    words.forEach(each -> all.add(term(field, each), Occur.MUST));
    return all.add(other, Occur.MUST).build();
  }

  private Optional<Query> word(
      FieldGroup fields, Word word, List<TermTranslation> others, boolean withParts) {
    var any = new ArrayList<Query>();
    single(fields, word, others).ifPresent(any::add);
    word.wordAlternatives().phrases().stream()
        .filter(each -> each.side() == fields.side())
        .forEach(each -> phraseTranslation(fields, each).ifPresent(any::add));
    if (withParts) {
      proximityQueries.nearParts(fields, word.wordAlternatives().parts()).ifPresent(any::add);
    }
    return disjunction(any);
  }

  /**
   * In any inflection, but as written if all but one word are stop words. Its score is divided by
   * the number of words that it replaces.
   */
  private Optional<Query> phraseTranslation(FieldGroup fields, PhraseTranslation translation) {
    boolean isOne = terms.of(fields.exact(), translation.text()).size() == 1;
    boolean isStemmed = terms.of(fields.stem(), translation.text()).size() > 1;
    Optional<Query> query =
        isOne
            ? word(fields, translation.text())
            : isStemmed
                ? phrase(fields.stem(), translation.text(), 0)
                : folded(fields, translation.text());
    return query.map(each -> new BoostQuery(each, 1f / translation.words()));
  }

  /** The word or any of its translations on that side, scored as if all were one word. */
  private Optional<Query> single(FieldGroup fields, Word word, List<TermTranslation> others) {
    Optional<Query> itself = itself(fields, word);
    if (others.isEmpty()) {
      return itself;
    }
    String field = stemField(fields);
    Query own = itself.orElse(null);
    var any = new SynonymQuery.Builder(field);
    var known = new HashSet<String>();
    if (own instanceof TermQuery single && single.getTerm().field().equals(field)) {
      any.addTerm(single.getTerm());
      known.add(single.getTerm().text());
    }
    for (TermTranslation each : others) {
      if (known.add(each.term())) {
        any.addTerm(new Term(field, each.term()), (float) each.weight());
      }
    }
    Query all = any.build();
    return Optional.of(
        own == null || own instanceof TermQuery ? all : Queries.any(List.of(own, all)));
  }

  /**
   * The stemmed word; but one that is translated is not taken for a word of that side that looks
   * like it without its diacritics, as "får" like "far".
   */
  private Optional<Query> itself(FieldGroup fields, Word word) {
    if (word.wordAlternatives().foreign().contains(fields.side())) {
      return Optional.empty();
    }
    if (!word.wordAlternatives().forms().isEmpty()) {
      return disjunction(word.wordAlternatives().forms(), form -> typed(fields, word.text(), form));
    }
    boolean isOther =
        word.wordAlternatives().isTranslated(fields.side()) && terms.isFolded(fields, word.text());
    return isOther ? phrase(fields.exact(), word.text(), 0) : word(fields, word.text());
  }

  /** The stemmed word; a stop word as it is typed, since the stemmed field lacks it. */
  private Optional<Query> word(FieldGroup fields, String text) {
    boolean isOne = terms.of(fields.stem(), text).size() == 1;
    Optional<Query> stemmed = phrase(isOne ? stemField(fields) : fields.stem(), text, 0);
    return stemmed.isPresent() ? stemmed : typed(fields, text, text);
  }

  /** A form of a word, with accents only if they count for the word as it is typed. */
  private Optional<Query> typed(FieldGroup fields, String word, String form) {
    return terms.isAsWritten(fields, word) ? phrase(fields.exact(), form, 0) : folded(fields, form);
  }

  /** The field where single stemmed words are searched. */
  private String stemField(FieldGroup fields) {
    return standalone ? fields.standalone() : fields.stem();
  }

  private Optional<Query> fuzzy(FieldGroup fields, String text) {
    var all = new BooleanQuery.Builder();
    for (String each : terms.texts(fields.folded(), text)) {
      var alike =
          new FuzzyQuery(
              new Term(fields.folded(), each),
              each.length() < TWO_EDITS_FROM ? 1 : 2,
              SAME_LETTERS,
              FuzzyQuery.defaultMaxExpansions,
              FuzzyQuery.defaultTranspositions,
              MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE);
      all.add(new ConstantScoreQuery(alike), Occur.MUST);
    }
    BooleanQuery query = all.build();
    return query.clauses().isEmpty() ? Optional.empty() : Optional.of(query);
  }

  private Optional<Query> near(FieldGroup fields, Near near) {
    Optional<IntervalsSource> left = proximityQueries.interval(fields, near.left());
    Optional<IntervalsSource> right = proximityQueries.interval(fields, near.right());
    if (left.isEmpty() || right.isEmpty()) {
      return left.isEmpty() && right.isEmpty()
          ? Optional.empty()
          : of(fields, left.isEmpty() ? near.right() : near.left());
    }
    return Optional.of(proximityQueries.near(fields, left.get(), right.get(), near.distance()));
  }

  private static Query term(String field, String term) {
    return new TermQuery(new Term(field, term));
  }
}
