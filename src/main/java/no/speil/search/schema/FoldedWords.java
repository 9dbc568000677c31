package no.speil.search.schema;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/** Looks up folded words in an index. */
public final class FoldedWords {
  private FoldedWords() {}

  /** The terms of a folded word: texts that have it have one of them. */
  public static List<Term> terms(FieldGroup fieldGroup, String folded) {
    return WholeWordTerms.folded(folded).stream()
        .map(text -> new Term(fieldGroup.words(), text))
        .toList();
  }

  /** The number of sections that have it; those that have it in two spellings count twice. */
  public static int sections(IndexReader reader, FieldGroup fieldGroup, String folded)
      throws IOException {
    int sections = 0;
    for (Term term : terms(fieldGroup, folded)) {
      sections += reader.docFreq(term);
    }
    return sections;
  }
}
