package no.speil.search.compile;

import java.util.ArrayList;
import java.util.List;
import no.speil.search.query.Expression;
import no.speil.search.query.Expression.All;
import no.speil.search.query.Expression.Any;
import no.speil.search.query.Expression.Attribute;
import no.speil.search.query.Expression.Coded;
import no.speil.search.query.Expression.Dated;
import no.speil.search.query.Expression.Insisted;
import no.speil.search.query.Expression.Located;
import no.speil.search.query.Expression.Near;
import no.speil.search.query.Expression.Not;
import no.speil.search.query.Expression.Sided;
import no.speil.search.query.Expression.Sought;
import no.speil.search.query.Expression.Together;
import no.speil.search.schema.FieldGroup;

/** Something that a query wants to see in the texts, and on which sides it may be. */
public record QueryClause(Sought sought, List<FieldGroup> fieldGroups) {

  /** All of an expression's leaves but those that it excludes. */
  public static List<QueryClause> of(Expression expression) {
    var leaves = new ArrayList<QueryClause>();
    gather(expression, FieldGroup.BOTH, leaves);
    return leaves;
  }

  private static void gather(
      Expression expression, List<FieldGroup> fieldGroups, List<QueryClause> leaves) {
    switch (expression) {
      case Near near -> {
        gather(near.left(), fieldGroups, leaves);
        gather(near.right(), fieldGroups, leaves);
      }
      case Sought sought -> leaves.add(new QueryClause(sought, fieldGroups));
      case Sided sided -> gather(sided.inner(), List.of(FieldGroup.of(sided.side())), leaves);
      case Together together -> together.parts().forEach(part -> gather(part, fieldGroups, leaves));
      case All all -> all.parts().forEach(part -> gather(part, fieldGroups, leaves));
      case Any any -> any.parts().forEach(part -> gather(part, fieldGroups, leaves));
      case Insisted insisted -> gather(insisted.inner(), fieldGroups, leaves);
      case Not not -> {}
      case Attribute attribute -> {}
      case Coded coded -> {}
      case Located located -> {}
      case Dated dated -> {}
    }
  }
}
