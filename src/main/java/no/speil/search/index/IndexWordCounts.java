package no.speil.search.index;

import java.io.IOException;
import java.util.List;
import java.util.function.ObjLongConsumer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The words of a field, each with how often it occurs in sections that have not been deleted. */
final class IndexWordCounts {
  private IndexWordCounts() {}

  static void each(IndexReader reader, String field, ObjLongConsumer<String> sink)
      throws IOException {
    @Nullable Terms words = MultiTerms.getTerms(reader, field);
    if (words == null) {
      return;
    }
    TermsEnum each = words.iterator();
    for (BytesRef word = each.next(); word != null; word = each.next()) {
      long count =
          reader.hasDeletions()
              ? living(reader.leaves(), new Term(field, BytesRef.deepCopyOf(word)))
              : each.totalTermFreq();
      if (count > 0) {
        sink.accept(word.utf8ToString(), count);
      }
    }
  }

  private static long living(List<LeafReaderContext> leaves, Term word) throws IOException {
    long count = 0;
    for (LeafReaderContext leaf : leaves) {
      @Nullable PostingsEnum places = leaf.reader().postings(word, PostingsEnum.FREQS);
      var live = leaf.reader().getLiveDocs();
      while (places != null && places.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        count += live == null || live.get(places.docID()) ? places.freq() : 0;
      }
    }
    return count;
  }
}
