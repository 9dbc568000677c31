package no.speil.search;

import java.util.List;
import no.speil.search.Expression.Word;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/** What to highlight: all that was looked for, but stop words only where there is nothing else. */
final class Marks {
  private final Terms terms;
  private final TextQueries texts;

  Marks(Terms terms) {
    this.terms = terms;
    this.texts = new TextQueries(terms);
  }

  Query of(List<Leaf> leaves) {
    List<Leaf> weighty = leaves.stream().filter(leaf -> !isLight(leaf)).toList();
    var marks = new BooleanQuery.Builder();
    for (Leaf leaf : weighty.isEmpty() ? leaves : weighty) {
      for (Column column : leaf.columns()) {
        texts.of(column, leaf.sought()).ifPresent(query -> marks.add(query, Occur.SHOULD));
      }
    }
    return marks.build();
  }

  private boolean isLight(Leaf leaf) {
    return leaf.sought() instanceof Word word && terms.isLight(word.text());
  }
}
