package no.speil.search.compile;

import java.util.List;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/** What to highlight: all that was looked for, but stop words only where there is nothing else. */
final class HighlightQueries {
  private final MatchQueries matchQueries;
  private final TextQueries texts;

  HighlightQueries(MatchQueries matchQueries, TextQueries texts) {
    this.matchQueries = matchQueries;
    this.texts = texts;
  }

  Query of(List<QueryClause> leaves) {
    var marks = new BooleanQuery.Builder();
    for (QueryClause queryClause : matchQueries.weighty(leaves)) {
      for (FieldGroup fieldGroup : queryClause.fieldGroups()) {
        texts
            .of(fieldGroup, queryClause.sought())
            .ifPresent(query -> marks.add(query, Occur.SHOULD));
      }
    }
    return marks.build();
  }
}
