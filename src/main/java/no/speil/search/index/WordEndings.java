package no.speil.search.index;

import java.io.IOException;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.WholeWordTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/**
 * The terms of {@link FieldGroup#endings}: those of folded words, backwards. So a word is kept once
 * a segment for this, whatever the number of sections that have it; one that no section has any
 * more may be left until the next merge. All stand in the first entry of their segment, which means
 * nothing.
 */
final class WordEndings extends SequentialTerms {

  /**
   * @param words the terms of {@link FieldGroup#words}
   */
  WordEndings(Terms words) throws IOException {
    TermsEnum each = words.iterator();
    for (BytesRef word = each.next(); word != null; word = each.next()) {
      String term = word.utf8ToString();
      if (WholeWordTerms.foldedWord(term).isPresent()) {
        number(new BytesRef(WholeWordTerms.backwards(term)));
      }
    }
  }

  @Override
  PostingsEnum postings(int number, int flags) {
    return new FirstEntry();
  }

  private static final class FirstEntry extends SequentialPostings {
    private final DocIdSetIterator first = DocIdSetIterator.range(0, 1);

    @Override
    public int docID() {
      return first.docID();
    }

    @Override
    public int nextDoc() throws IOException {
      return first.nextDoc();
    }

    @Override
    public int freq() {
      return 1;
    }

    @Override
    public int nextPosition() {
      return -1;
    }
  }
}
