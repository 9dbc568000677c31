package no.speil.search.schema;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Reads the terms of a field that begin with a prefix, in the order of the alphabet. */
public final class PrefixTerms {
  private PrefixTerms() {}

  /** A term and the number of sections that have it, deleted ones included. */
  public record IndexedTerm(String text, int sections) {}

  /** The first of them, at most so many. */
  public static List<IndexedTerm> of(IndexReader reader, String field, String prefix, int most)
      throws IOException {
    var found = new ArrayList<IndexedTerm>();
    Terms all = MultiTerms.getTerms(reader, field);
    TermsEnum each = all == null ? TermsEnum.EMPTY : all.iterator();
    var start = new BytesRef(prefix);
    boolean isThere = each.seekCeil(start) != TermsEnum.SeekStatus.END;
    while (isThere && found.size() < most && StringHelper.startsWith(each.term(), start)) {
      found.add(new IndexedTerm(each.term().utf8ToString(), each.docFreq()));
      isThere = each.next() != null;
    }
    return found;
  }
}
