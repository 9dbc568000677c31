package no.speil.search.compile;

import java.util.ArrayList;
import java.util.List;
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
    var clauses = new ArrayList<QueryClause>();
    gather(expression, FieldGroup.BOTH, clauses);
    return clauses;
  }

  private static void gather(
      Expression expression, List<FieldGroup> fieldGroups, List<QueryClause> clauses) {
    switch (expression) {
      case Near near -> {
        gather(near.left(), fieldGroups, clauses);
        gather(near.right(), fieldGroups, clauses);
      }
      case TextClause clause -> clauses.add(new QueryClause(clause, fieldGroups));
      case InLanguage inLanguage ->
          gather(inLanguage.inner(), List.of(FieldGroup.of(inLanguage.side())), clauses);
      case Adjacent adjacent ->
          adjacent.parts().forEach(part -> gather(part, fieldGroups, clauses));
      case All all -> all.parts().forEach(part -> gather(part, fieldGroups, clauses));
      case Any any -> any.parts().forEach(part -> gather(part, fieldGroups, clauses));
      case Required required -> gather(required.inner(), fieldGroups, clauses);
      default -> {} // what is excluded, and filters
    }
  }
}
