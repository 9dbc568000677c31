package no.speil.search.index;

import java.io.IOException;
import java.util.function.Predicate;
import no.speil.corpus.Side;
import no.speil.search.IndexedWord;
import no.speil.search.StoredSection;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.StoredSectionReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Reads the sections that have a term, one after the other. */
final class TermSections {
  private TermSections() {}

  static Term term(Side side, IndexedWord word) {
    FieldGroup fieldGroup = FieldGroup.of(side);
    return new Term(word.isStem() ? fieldGroup.stem() : fieldGroup.exact(), word.text());
  }

  static long count(IndexReader reader, Term term) throws IOException {
    return new IndexSearcher(reader).count(new TermQuery(term));
  }

  /** If there are more than {@code most}, gives every second one, every third, and so on. */
  static void sample(IndexReader reader, Term wanted, int most, Predicate<StoredSection> goesOn)
      throws IOException {
    long every = Math.max(1, Math.ceilDiv(count(reader, wanted), most));
    long passed = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      @Nullable PostingsEnum places = leaf.reader().postings(wanted, PostingsEnum.NONE);
      var live = leaf.reader().getLiveDocs();
      var stored = new StoredSectionReader(leaf.reader().storedFields());
      while (places != null && places.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        boolean isThere = live == null || live.get(places.docID());
        if (isThere && passed++ % every == 0 && !goesOn.test(stored.read(places.docID()))) {
          return;
        }
      }
    }
  }
}
