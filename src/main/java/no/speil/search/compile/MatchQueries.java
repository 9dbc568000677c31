package no.speil.search.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.query.DateRange;
import no.speil.search.query.Expression;
import no.speil.search.query.Expression.All;
import no.speil.search.query.Expression.Any;
import no.speil.search.query.Expression.Attribute;
import no.speil.search.query.Expression.Coded;
import no.speil.search.query.Expression.Dated;
import no.speil.search.query.Expression.Insisted;
import no.speil.search.query.Expression.Located;
import no.speil.search.query.Expression.Not;
import no.speil.search.query.Expression.Sided;
import no.speil.search.query.Expression.Sought;
import no.speil.search.query.Expression.Together;
import no.speil.search.query.Expression.Word;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Which sections an expression means; says nothing of their order. */
public final class MatchQueries {
  private final TextQueries texts;
  private final FieldTerms terms;

  MatchQueries(FieldTerms terms, TextQueries texts) {
    this.terms = terms;
    this.texts = texts;
  }

  /** The sections meant; empty where the expression holds nothing that can be looked for. */
  public Optional<Query> of(Expression expression) {
    return of(expression, FieldGroup.BOTH);
  }

  public Optional<Query> of(QueryClause queryClause) {
    return anywhere(queryClause.sought(), queryClause.fieldGroups());
  }

  /** The same of a word, also where what it is called in the other language is unsure. */
  Optional<Query> loosely(Word word) {
    return disjunction(
        FieldGroup.BOTH.stream()
            .flatMap(fieldGroup -> texts.loosely(fieldGroup, word).stream())
            .toList());
  }

  private Optional<Query> of(Expression expression, List<FieldGroup> fieldGroups) {
    return switch (expression) {
      case Sought sought -> anywhere(sought, fieldGroups);
      case Sided sided -> of(sided.inner(), List.of(FieldGroup.of(sided.side())));
      case Attribute attribute -> attribute(attribute);
      case Coded coded -> Optional.of(coded(coded));
      case Located located -> Optional.of(located(located));
      case Dated dated -> Optional.of(dated(dated.span()));
      case Together together -> all(wanted(together.parts()), fieldGroups);
      case All all -> all(all.parts(), fieldGroups);
      case Any any -> any(any.parts(), fieldGroups);
      case Insisted insisted -> of(insisted.inner(), fieldGroups);
      case Not not -> not(not.inner(), fieldGroups);
    };
  }

  /** Of words side by side, the light ones are not wanted where there are others. */
  public List<Expression> wanted(List<Expression> parts) {
    List<Expression> weighty = parts.stream().filter(part -> !isLight(part)).toList();
    boolean enough = weighty.stream().anyMatch(part -> !(part instanceof Not));
    return enough ? weighty : parts;
  }

  /** The leaves that are no stop words, or all where there are only such. */
  public List<QueryClause> weighty(List<QueryClause> leaves) {
    List<QueryClause> weighty =
        leaves.stream().filter(queryClause -> !isLight(queryClause.sought())).toList();
    return weighty.isEmpty() ? leaves : weighty;
  }

  private boolean isLight(Expression expression) {
    return expression instanceof Word word && terms.isLight(word.text());
  }

  private Optional<Query> anywhere(Sought sought, List<FieldGroup> fieldGroups) {
    var sides =
        fieldGroups.stream().flatMap(fieldGroup -> texts.of(fieldGroup, sought).stream()).toList();
    return disjunction(sides);
  }

  private Optional<Query> all(List<Expression> parts, List<FieldGroup> fieldGroups) {
    var all = new BooleanQuery.Builder();
    boolean any = false;
    boolean positive = false;
    for (Expression part : parts) {
      boolean excluded = part instanceof Not not && !(not.inner() instanceof Sided);
      Optional<Query> query = of(excluded ? ((Not) part).inner() : part, fieldGroups);
      query.ifPresent(each -> all.add(each, excluded ? Occur.MUST_NOT : Occur.FILTER));
      any |= query.isPresent();
      positive |= query.isPresent() && !excluded;
    }
    if (any && !positive) {
      all.add(IndexSchema.EVERY_SECTION, Occur.FILTER);
    }
    return any ? Optional.of(all.build()) : Optional.empty();
  }

  private Optional<Query> any(List<Expression> parts, List<FieldGroup> fieldGroups) {
    return disjunction(parts.stream().flatMap(part -> of(part, fieldGroups).stream()).toList());
  }

  /** Of a side that is named, only sections that have text there avoid a word. */
  private Optional<Query> not(Expression inner, List<FieldGroup> fieldGroups) {
    return of(inner, fieldGroups)
        .map(
            query -> {
              Query others =
                  inner instanceof Sided sided
                      ? new TermQuery(new Term(IndexSchema.HAS, FieldGroup.of(sided.side()).stem()))
                      : IndexSchema.EVERY_SECTION;
              return new BooleanQuery.Builder()
                  .add(others, Occur.FILTER)
                  .add(query, Occur.MUST_NOT)
                  .build();
            });
  }

  private Optional<Query> attribute(Attribute attribute) {
    List<String> fields =
        attribute.name() == Attribute.Name.TITLE
            ? FieldGroup.BOTH.stream().map(FieldGroup::title).toList()
            : List.of(attribute.name().name().toLowerCase(Locale.ROOT));
    var found = new ArrayList<Query>();
    for (String field : fields) {
      Optional<Query> query =
          attribute.prefix()
              ? texts.beginning(field, attribute.text())
              : texts.phrase(field, attribute.text(), 0);
      query.ifPresent(found::add);
    }
    return disjunction(found);
  }

  private static Query coded(Coded coded) {
    String field =
        switch (coded.axis()) {
          case STATE -> IndexSchema.STATE;
          case FRESHNESS -> IndexSchema.FRESHNESS;
        };
    return new TermQuery(new Term(field, coded.code()));
  }

  private static Query located(Located located) {
    var path = new Term(IndexSchema.FOLDER, located.path());
    return located.prefix() ? new PrefixQuery(path) : new TermQuery(path);
  }

  private static Query dated(DateRange span) {
    return new BooleanQuery.Builder()
        .add(
            IntPoint.newRangeQuery(IndexSchema.FIRST_DAY, span.first(), Integer.MAX_VALUE),
            Occur.FILTER)
        .add(IntPoint.newRangeQuery(IndexSchema.LAST_DAY, 0, span.last()), Occur.FILTER)
        .build();
  }

  private static Optional<Query> disjunction(List<Query> queries) {
    if (queries.size() < 2) {
      return queries.stream().findFirst();
    }
    var any = new BooleanQuery.Builder();
    queries.forEach(query -> any.add(query, Occur.SHOULD));
    return Optional.of(any.build());
  }
}
