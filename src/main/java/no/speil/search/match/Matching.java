package no.speil.search.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.speil.search.entry.Column;
import no.speil.search.entry.Schema;
import no.speil.search.query.DateSpan;
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
import no.speil.search.text.Terms;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Which sections an expression means; says nothing of their order. */
public final class Matching {
  private final TextQueries texts;
  private final Terms terms;

  Matching(Terms terms, TextQueries texts) {
    this.terms = terms;
    this.texts = texts;
  }

  /** The sections meant; empty where the expression holds nothing that can be looked for. */
  public Optional<Query> of(Expression expression) {
    return of(expression, Column.BOTH);
  }

  public Optional<Query> of(Leaf leaf) {
    return anywhere(leaf.sought(), leaf.columns());
  }

  /** The same of a word, also where what it is called in the other language is unsure. */
  Optional<Query> loosely(Word word) {
    return disjunction(
        Column.BOTH.stream().flatMap(column -> texts.loosely(column, word).stream()).toList());
  }

  private Optional<Query> of(Expression expression, List<Column> columns) {
    return switch (expression) {
      case Sought sought -> anywhere(sought, columns);
      case Sided sided -> of(sided.inner(), List.of(Column.of(sided.side())));
      case Attribute attribute -> attribute(attribute);
      case Coded coded -> Optional.of(coded(coded));
      case Located located -> Optional.of(located(located));
      case Dated dated -> Optional.of(dated(dated.span()));
      case Together together -> all(wanted(together.parts()), columns);
      case All all -> all(all.parts(), columns);
      case Any any -> any(any.parts(), columns);
      case Insisted insisted -> of(insisted.inner(), columns);
      case Not not -> not(not.inner(), columns);
    };
  }

  /** Of words side by side, the light ones are not wanted where there are others. */
  public List<Expression> wanted(List<Expression> parts) {
    List<Expression> weighty = parts.stream().filter(part -> !isLight(part)).toList();
    boolean enough = weighty.stream().anyMatch(part -> !(part instanceof Not));
    return enough ? weighty : parts;
  }

  /** The leaves that are no stop words, or all where there are only such. */
  public List<Leaf> weighty(List<Leaf> leaves) {
    List<Leaf> weighty = leaves.stream().filter(leaf -> !isLight(leaf.sought())).toList();
    return weighty.isEmpty() ? leaves : weighty;
  }

  private boolean isLight(Expression expression) {
    return expression instanceof Word word && terms.isLight(word.text());
  }

  private Optional<Query> anywhere(Sought sought, List<Column> columns) {
    var sides = columns.stream().flatMap(column -> texts.of(column, sought).stream()).toList();
    return disjunction(sides);
  }

  private Optional<Query> all(List<Expression> parts, List<Column> columns) {
    var all = new BooleanQuery.Builder();
    boolean any = false;
    boolean positive = false;
    for (Expression part : parts) {
      boolean excluded = part instanceof Not not && !(not.inner() instanceof Sided);
      Optional<Query> query = of(excluded ? ((Not) part).inner() : part, columns);
      query.ifPresent(each -> all.add(each, excluded ? Occur.MUST_NOT : Occur.FILTER));
      any |= query.isPresent();
      positive |= query.isPresent() && !excluded;
    }
    if (any && !positive) {
      all.add(Schema.EVERY_SECTION, Occur.FILTER);
    }
    return any ? Optional.of(all.build()) : Optional.empty();
  }

  private Optional<Query> any(List<Expression> parts, List<Column> columns) {
    return disjunction(parts.stream().flatMap(part -> of(part, columns).stream()).toList());
  }

  /** Of a side that is named, only sections that have text there avoid a word. */
  private Optional<Query> not(Expression inner, List<Column> columns) {
    return of(inner, columns)
        .map(
            query -> {
              Query others =
                  inner instanceof Sided sided
                      ? new TermQuery(new Term(Schema.HAS, Column.of(sided.side()).stem()))
                      : Schema.EVERY_SECTION;
              return new BooleanQuery.Builder()
                  .add(others, Occur.FILTER)
                  .add(query, Occur.MUST_NOT)
                  .build();
            });
  }

  private Optional<Query> attribute(Attribute attribute) {
    List<String> fields =
        attribute.name() == Attribute.Name.TITLE
            ? Column.BOTH.stream().map(Column::title).toList()
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
          case STATE -> Schema.STATE;
          case FRESHNESS -> Schema.FRESHNESS;
        };
    return new TermQuery(new Term(field, coded.code()));
  }

  private static Query located(Located located) {
    var path = new Term(Schema.FOLDER, located.path());
    return located.prefix() ? new PrefixQuery(path) : new TermQuery(path);
  }

  private static Query dated(DateSpan span) {
    return new BooleanQuery.Builder()
        .add(
            IntPoint.newRangeQuery(Schema.FIRST_DAY, span.first(), Integer.MAX_VALUE), Occur.FILTER)
        .add(IntPoint.newRangeQuery(Schema.LAST_DAY, 0, span.last()), Occur.FILTER)
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
