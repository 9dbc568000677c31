package no.speil.search.around;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import no.speil.search.entry.Column;
import no.speil.search.text.Terms;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * How people write a word that the index has without its accents: as most of the first few texts
 * have it that it stands in, in lower case.
 */
final class WrittenForms {
  private static final int MOST_READ = 5;
  private static final int LONGEST = 20_000;

  private final Terms terms;

  WrittenForms(Terms terms) {
    this.terms = terms;
  }

  String of(IndexReader reader, Column column, String folded) throws IOException {
    var forms = new LinkedHashMap<String, Integer>();
    PostingsEnum texts =
        MultiTerms.getTermPostingsEnum(
            reader, column.folded(), new BytesRef(folded), PostingsEnum.NONE);
    for (int read = 0; texts != null && read < MOST_READ; read++) {
      int number = texts.nextDoc();
      if (number == PostingsEnum.NO_MORE_DOCS) {
        break;
      }
      String text =
          reader.storedFields().document(number, Set.of(column.stem())).get(column.stem());
      count(column, text == null ? "" : text, folded, forms);
    }
    return forms.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(folded);
  }

  private void count(Column column, String text, String folded, Map<String, Integer> forms) {
    String start = text.substring(0, Math.min(text.length(), LONGEST));
    var written = new HashMap<Integer, String>();
    terms.of(column.exact(), start).forEach(term -> written.put(term.position(), term.text()));
    for (Terms.Term term : terms.of(column.folded(), start)) {
      if (term.text().equals(folded)) {
        forms.merge(written.getOrDefault(term.position(), folded), 1, Integer::sum);
      }
    }
  }
}
