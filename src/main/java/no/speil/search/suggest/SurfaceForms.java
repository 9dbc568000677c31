package no.speil.search.suggest;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * Finds the written form of a folded word: the most frequent one in the first few texts that have
 * it, in lower case.
 */
final class SurfaceForms {
  private static final int MOST_READ = 5;
  private static final int LONGEST = 20_000;

  private final FieldTerms terms;

  SurfaceForms(FieldTerms terms) {
    this.terms = terms;
  }

  String of(IndexReader reader, FieldGroup fieldGroup, String folded) throws IOException {
    var forms = new LinkedHashMap<String, Integer>();
    PostingsEnum texts =
        MultiTerms.getTermPostingsEnum(
            reader, fieldGroup.folded(), new BytesRef(folded), PostingsEnum.NONE);
    for (int read = 0; texts != null && read < MOST_READ; read++) {
      int number = texts.nextDoc();
      if (number == PostingsEnum.NO_MORE_DOCS) {
        break;
      }
      String text =
          reader.storedFields().document(number, Set.of(fieldGroup.stem())).get(fieldGroup.stem());
      count(fieldGroup, text == null ? "" : text, folded, forms);
    }
    return forms.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(folded);
  }

  private void count(
      FieldGroup fieldGroup, String text, String folded, Map<String, Integer> forms) {
    String start = text.substring(0, Math.min(text.length(), LONGEST));
    var written = new HashMap<Integer, String>();
    terms.of(fieldGroup.exact(), start).forEach(term -> written.put(term.position(), term.text()));
    for (FieldTerms.Term term : terms.of(fieldGroup.folded(), start)) {
      if (term.text().equals(folded)) {
        forms.merge(written.getOrDefault(term.position(), folded), 1, Integer::sum);
      }
    }
  }
}
