package no.speil.search.suggest;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.Queries;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * Finds the written form of a folded word, in lower case: itself, or if more sections spell it
 * otherwise, the most frequent spelling in the first few of them.
 */
record SurfaceForms(FieldTerms terms, IndexReader reader) {
  private static final int MOST_READ = 5;
  private static final int LONGEST = 20_000;

  String of(FieldGroup fields, String folded) throws IOException {
    var written = new Term(fields.exact(), folded);
    var any = new Term(fields.folded(), folded);
    if (2 * reader.docFreq(written) >= reader.docFreq(any)) {
      return folded;
    }
    Query others = Queries.difference(new TermQuery(any), new TermQuery(written));
    var forms = new LinkedHashMap<String, Integer>();
    for (ScoreDoc each : new IndexSearcher(reader).search(others, MOST_READ).scoreDocs) {
      String text =
          reader.storedFields().document(each.doc, Set.of(fields.stem())).get(fields.stem());
      count(fields, text == null ? "" : text, folded, forms);
    }
    return forms.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(folded);
  }

  private void count(FieldGroup fields, String text, String folded, Map<String, Integer> forms) {
    String start = text.substring(0, Math.min(text.length(), LONGEST));
    var written = new HashMap<Integer, String>();
    terms.of(fields.exact(), start).forEach(term -> written.put(term.position(), term.text()));
    for (FieldTerms.TermPosition term : terms.of(fields.folded(), start)) {
      String form = written.getOrDefault(term.position(), folded);
      if (term.text().equals(folded) && !form.equals(folded)) {
        forms.merge(form, 1, Integer::sum);
      }
    }
  }
}
