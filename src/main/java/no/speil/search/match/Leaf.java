package no.speil.search.match;

import java.util.ArrayList;
import java.util.List;
import no.speil.search.entry.Column;
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

/** Something that a query wants to see in the texts, and on which sides it may be. */
public record Leaf(Sought sought, List<Column> columns) {

  /** All of an expression's leaves but those that it excludes. */
  public static List<Leaf> of(Expression expression) {
    var leaves = new ArrayList<Leaf>();
    gather(expression, Column.BOTH, leaves);
    return leaves;
  }

  private static void gather(Expression expression, List<Column> columns, List<Leaf> leaves) {
    switch (expression) {
      case Near near -> {
        gather(near.left(), columns, leaves);
        gather(near.right(), columns, leaves);
      }
      case Sought sought -> leaves.add(new Leaf(sought, columns));
      case Sided sided -> gather(sided.inner(), List.of(Column.of(sided.side())), leaves);
      case Together together -> together.parts().forEach(part -> gather(part, columns, leaves));
      case All all -> all.parts().forEach(part -> gather(part, columns, leaves));
      case Any any -> any.parts().forEach(part -> gather(part, columns, leaves));
      case Insisted insisted -> gather(insisted.inner(), columns, leaves);
      case Not not -> {}
      case Attribute attribute -> {}
      case Coded coded -> {}
      case Located located -> {}
      case Dated dated -> {}
    }
  }
}
