package no.speil.search.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import no.speil.search.Facet;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.query.DateRange;
import no.speil.search.query.Expression;
import no.speil.search.query.Expression.Adjacent;
import no.speil.search.query.Expression.All;
import no.speil.search.query.Expression.Any;
import no.speil.search.query.Expression.Attribute;
import no.speil.search.query.Expression.DateFilter;
import no.speil.search.query.Expression.InLanguage;
import no.speil.search.query.Expression.Not;
import no.speil.search.query.Expression.PathFilter;
import no.speil.search.query.Expression.Required;
import no.speil.search.query.Expression.StatusFilter;
import no.speil.search.query.Expression.TextClause;
import no.speil.search.query.Expression.Word;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.IndexSchema;
import no.speil.search.schema.Queries;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Compiles an expression to the query that decides which sections match. */
public final class MatchQueries {
  private final TextQueries texts;
  private final FieldTerms terms;

  /** Made of what matches a part of the expression; null for the sections themselves. */
  private final @Nullable UnaryOperator<Query> documents;

  MatchQueries(FieldTerms terms, TextQueries texts, @Nullable UnaryOperator<Query> documents) {
    this.terms = terms;
    this.texts = texts;
    this.documents = documents;
  }

  /**
   * The same where a document has all parts of an expression together. An excluded word may be in
   * none of its sections.
   *
   * @param documents gives all sections of the documents that have one which a query matches
   */
  public MatchQueries inDocuments(UnaryOperator<Query> documents) {
    return new MatchQueries(terms, texts, documents);
  }

  /** The sections that match; empty if the expression holds nothing that can be searched for. */
  public Optional<Query> of(Expression expression) {
    return of(expression, FieldGroup.BOTH);
  }

  /** The sections that have any of the clauses, but stop words only if there is nothing else. */
  public Optional<Query> anyOf(Expression expression) {
    return TextQueries.disjunction(
        withoutStopWords(QueryClause.of(expression)),
        clause -> anywhere(clause.text(), clause.fieldGroups()));
  }

  /** The sections that have a word, any of its translations, or all of its parts together. */
  Optional<Query> withUnsure(Word word) {
    return TextQueries.disjunction(FieldGroup.BOTH, group -> texts.withUnsure(group, word));
  }

  /** The sections that have a word, any of its translations, or a part of it, if a compound. */
  Optional<Query> withParts(Word word) {
    return TextQueries.disjunction(FieldGroup.BOTH, group -> texts.withParts(group, word));
  }

  private Optional<Query> of(Expression expression, List<FieldGroup> fieldGroups) {
    return switch (expression) {
      case TextClause clause -> part(anywhere(clause, fieldGroups));
      case InLanguage inLanguage ->
          of(inLanguage.inner(), List.of(FieldGroup.of(inLanguage.side())));
      case Attribute attribute -> part(attribute(attribute));
      case StatusFilter filter -> part(Optional.of(status(filter)));
      case PathFilter filter -> part(Optional.of(path(filter)));
      case DateFilter filter -> part(Optional.of(date(filter.span())));
      case Adjacent adjacent -> all(wanted(adjacent.parts()), fieldGroups);
      case All all -> all(all.parts(), fieldGroups);
      case Any any -> TextQueries.disjunction(any.parts(), part -> of(part, fieldGroups));
      case Required required -> of(required.inner(), fieldGroups);
      case Not not -> not(not.inner(), fieldGroups);
    };
  }

  private Optional<Query> part(Optional<Query> sections) {
    return documents == null ? sections : sections.map(documents);
  }

  /** The parts without stop words, if there are others. */
  List<Expression> wanted(List<Expression> parts) {
    return without(terms::isStopWord, parts);
  }

  /** The parts without words that carry grammar only, if there are others: what guesses go by. */
  List<Expression> contentWords(List<Expression> parts) {
    return without(terms::isFunctionWord, parts);
  }

  private static List<Expression> without(Predicate<String> word, List<Expression> parts) {
    List<Expression> others =
        parts.stream().filter(part -> !(part instanceof Word w && word.test(w.text()))).toList();
    return others.stream().allMatch(Not.class::isInstance) ? parts : others;
  }

  /** The stop words that are not wanted, since there are others. */
  public List<String> leftOut(Expression expression) {
    List<Expression> parts = expression instanceof Adjacent each ? each.parts() : List.of();
    var left = new ArrayList<Expression>(parts);
    left.removeAll(wanted(parts));
    return left.stream().map(part -> ((Word) part).text()).toList();
  }

  /** The clauses without stop words; all of them if there are only stop words. */
  List<QueryClause> withoutStopWords(List<QueryClause> clauses) {
    List<QueryClause> others =
        clauses.stream()
            .filter(each -> !(each.text() instanceof Word word && terms.isStopWord(word.text())))
            .toList();
    return others.isEmpty() ? clauses : others;
  }

  private Optional<Query> anywhere(TextClause clause, List<FieldGroup> fieldGroups) {
    return TextQueries.disjunction(fieldGroups, group -> texts.of(group, clause));
  }

  private Optional<Query> all(List<Expression> parts, List<FieldGroup> fieldGroups) {
    var all = new BooleanQuery.Builder();
    for (Expression part : parts) {
      boolean excluded = part instanceof Not not && !(not.inner() instanceof InLanguage);
      Optional<Query> query = of(excluded ? ((Not) part).inner() : part, fieldGroups);
      query.ifPresent(each -> all.add(each, excluded ? Occur.MUST_NOT : Occur.FILTER));
    }
    List<BooleanClause> clauses = all.build().clauses();
    if (clauses.stream().allMatch(BooleanClause::isProhibited)) {
      all.add(IndexSchema.EVERY_SECTION, Occur.FILTER);
    }
    return clauses.isEmpty() ? Optional.empty() : Optional.of(all.build());
  }

  /** Negation; if one side is named, only sections with text on that side match. */
  private Optional<Query> not(Expression inner, List<FieldGroup> fieldGroups) {
    return of(inner, fieldGroups)
        .map(
            query -> {
              Query others =
                  documents == null && inner instanceof InLanguage inLanguage
                      ? IndexSchema.has(FieldGroup.of(inLanguage.side()))
                      : IndexSchema.EVERY_SECTION;
              return Queries.difference(others, query);
            });
  }

  private Optional<Query> attribute(Attribute attribute) {
    List<String> fields =
        attribute.field().equals(Attribute.TITLE)
            ? FieldGroup.BOTH.stream().map(FieldGroup::title).toList()
            : List.of(attribute.field());
    return TextQueries.disjunction(
        fields,
        field ->
            attribute.prefix()
                ? texts.beginning(
                    field, attribute.text(), MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE)
                : texts.phrase(field, attribute.text(), 0));
  }

  private static Query status(StatusFilter filter) {
    String field =
        switch (filter.axis()) {
          case STATE -> Facet.STATE.code();
          case FRESHNESS -> Facet.FRESHNESS.code();
          case OPEN -> IndexSchema.OPEN;
          case CHECK -> IndexSchema.CHECK;
        };
    return new TermQuery(new Term(field, filter.code()));
  }

  private static Query path(PathFilter filter) {
    var path = new Term(IndexSchema.FOLDER, filter.path());
    return filter.prefix() ? new PrefixQuery(path) : new TermQuery(path);
  }

  private static Query date(DateRange span) {
    return Queries.all(
        IntPoint.newRangeQuery(IndexSchema.FIRST_DAY, span.first(), Integer.MAX_VALUE),
        IntPoint.newRangeQuery(IndexSchema.LAST_DAY, 0, span.last()));
  }
}
