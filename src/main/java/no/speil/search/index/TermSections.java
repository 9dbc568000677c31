package no.speil.search.index;

import java.io.IOException;
import java.util.function.Predicate;
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

  static long count(IndexReader reader, FieldGroup fieldGroup, String term) throws IOException {
    return new IndexSearcher(reader).count(new TermQuery(new Term(fieldGroup.stem(), term)));
  }

  static void each(
      IndexReader reader, FieldGroup fieldGroup, String term, Predicate<StoredSection> goesOn)
      throws IOException {
    var wanted = new Term(fieldGroup.stem(), term);
    for (LeafReaderContext leaf : reader.leaves()) {
      if (!eachOf(leaf, wanted, goesOn)) {
        return;
      }
    }
  }

  private static boolean eachOf(
      LeafReaderContext leaf, Term wanted, Predicate<StoredSection> goesOn) throws IOException {
    @Nullable PostingsEnum places = leaf.reader().postings(wanted, PostingsEnum.NONE);
    var live = leaf.reader().getLiveDocs();
    var stored = new StoredSectionReader(leaf.reader().storedFields());
    while (places != null && places.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      if ((live == null || live.get(places.docID())) && !goesOn.test(stored.read(places.docID()))) {
        return false;
      }
    }
    return true;
  }
}
