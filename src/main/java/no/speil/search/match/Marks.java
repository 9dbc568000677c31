package no.speil.search.match;

import java.util.List;
import no.speil.search.entry.Column;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/** What to highlight: all that was looked for, but stop words only where there is nothing else. */
final class Marks {
  private final Matching matching;
  private final TextQueries texts;

  Marks(Matching matching, TextQueries texts) {
    this.matching = matching;
    this.texts = texts;
  }

  Query of(List<Leaf> leaves) {
    var marks = new BooleanQuery.Builder();
    for (Leaf leaf : matching.weighty(leaves)) {
      for (Column column : leaf.columns()) {
        texts.of(column, leaf.sought()).ifPresent(query -> marks.add(query, Occur.SHOULD));
      }
    }
    return marks.build();
  }
}
