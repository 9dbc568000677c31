package no.speil.search.compile;

import java.util.List;
import java.util.stream.Stream;
import no.speil.search.query.Expression;
import no.speil.search.query.Expression.Adjacent;
import no.speil.search.query.Expression.All;
import no.speil.search.query.Expression.Any;
import no.speil.search.query.Expression.InLanguage;
import no.speil.search.query.Expression.Near;
import no.speil.search.query.Expression.Required;
import no.speil.search.query.Expression.TextClause;
import no.speil.search.schema.FieldGroup;

/** A text clause of a query and the sides that it may match. */
public record QueryClause(TextClause text, List<FieldGroup> fieldGroups) {

  /** All text clauses of an expression, except excluded ones. */
  public static List<QueryClause> of(Expression expression) {
    return clauses(expression, FieldGroup.BOTH).toList();
  }

  private static Stream<QueryClause> clauses(Expression expression, List<FieldGroup> fieldGroups) {
    return switch (expression) {
      case Near near -> clauses(List.of(near.left(), near.right()), fieldGroups);
      case TextClause clause -> Stream.of(new QueryClause(clause, fieldGroups));
      case InLanguage inLanguage ->
          clauses(inLanguage.inner(), List.of(FieldGroup.of(inLanguage.side())));
      case Adjacent adjacent -> clauses(adjacent.parts(), fieldGroups);
      case All all -> clauses(all.parts(), fieldGroups);
      case Any any -> clauses(any.parts(), fieldGroups);
      case Required required -> clauses(required.inner(), fieldGroups);
      default -> Stream.empty(); // what is excluded, and filters
    };
  }

  private static Stream<QueryClause> clauses(
      List<? extends Expression> parts, List<FieldGroup> fieldGroups) {
    return parts.stream().flatMap(part -> clauses(part, fieldGroups));
  }
}
