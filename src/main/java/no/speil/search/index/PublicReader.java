package no.speil.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.PublicView;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.IOBooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An index without the documents that not everybody may read, and without the words that only these
 * have. It lives as long as what it is of.
 */
final class PublicReader extends FilterDirectoryReader {
  private final PublicView view;

  /** The index itself where all of it is public. */
  static DirectoryReader of(DirectoryReader whole, PublicView view) throws IOException {
    var open = new PublicReader(whole, view);
    return open.leaves().stream().anyMatch(each -> each.reader() instanceof PublicLeaf)
        ? open
        : whole;
  }

  private PublicReader(DirectoryReader whole, PublicView view) throws IOException {
    super(
        whole,
        new SubReaderWrapper() {
          @Override
          public LeafReader wrap(LeafReader leaf) {
            try {
              FixedBitSet closed = closed(leaf, view);
              return closed == null ? leaf : new PublicLeaf(leaf, closed);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        });
    this.view = view;
  }

  /** The entries that not everybody may read; null where there are none. */
  private static @Nullable FixedBitSet closed(LeafReader leaf, PublicView view) throws IOException {
    var closed = new FixedBitSet(leaf.maxDoc());
    var searcher = new IndexSearcher(leaf);
    for (Query each : closed(view)) {
      Scorer entries =
          searcher
              .createWeight(searcher.rewrite(each), ScoreMode.COMPLETE_NO_SCORES, 1)
              .scorer(leaf.getContext());
      if (entries != null) {
        closed.or(entries.iterator());
      }
    }
    return closed.scanIsEmpty() ? null : closed;
  }

  private static List<Query> closed(PublicView view) {
    var closed = new ArrayList<Query>();
    closed.add(
        NumericDocValuesField.newSlowRangeQuery(
            IndexSchema.PUBLIC_FROM, view.day().toEpochDay() + 1, Long.MAX_VALUE));
    for (String path : view.closed()) {
      closed.add(new TermQuery(new Term(IndexSchema.DOCUMENT, path)));
      closed.add(new PrefixQuery(new Term(IndexSchema.DOCUMENT, path.isEmpty() ? "" : path + "/")));
    }
    return closed;
  }

  /** Another for another view, as that of another day. */
  @Override
  public long getVersion() {
    return 31 * in.getVersion() + view.hashCode();
  }

  @Override
  protected DirectoryReader doWrapDirectoryReader(DirectoryReader other) throws IOException {
    return new PublicReader(other, view);
  }

  @Override
  public @Nullable CacheHelper getReaderCacheHelper() {
    return null;
  }

  private static final class PublicLeaf extends FilterLeafReader {
    private final FixedBitSet open;

    PublicLeaf(LeafReader whole, FixedBitSet closed) throws IOException {
      super(whole);
      Bits live = whole.getLiveDocs();
      this.open = FixedBitSet.copyOf(live == null ? new Bits.MatchAllBits(whole.maxDoc()) : live);
      open.andNot(closed);
    }

    @Override
    public Bits getLiveDocs() {
      return open;
    }

    @Override
    public int numDocs() {
      return open.cardinality();
    }

    @Override
    public @Nullable Terms terms(String field) throws IOException {
      Terms terms = in.terms(field);
      return terms == null
          ? null
          : new FilterTerms(terms) {
            @Override
            public TermsEnum iterator() throws IOException {
              return new PublicTerms(in.iterator(), open);
            }
          };
    }

    @Override
    public @Nullable CacheHelper getCoreCacheHelper() {
      return null;
    }

    @Override
    public @Nullable CacheHelper getReaderCacheHelper() {
      return null;
    }
  }

  /** The terms that some open entry has. */
  private static final class PublicTerms extends FilterLeafReader.FilterTermsEnum {
    private final Bits open;
    private @Nullable PostingsEnum places;

    PublicTerms(TermsEnum all, Bits open) {
      super(all);
      this.open = open;
    }

    private boolean isOpen() throws IOException {
      places = in.postings(places, PostingsEnum.NONE);
      int entry = places.nextDoc();
      while (entry != DocIdSetIterator.NO_MORE_DOCS && !open.get(entry)) {
        entry = places.nextDoc();
      }
      return entry != DocIdSetIterator.NO_MORE_DOCS;
    }

    @Override
    public @Nullable BytesRef next() throws IOException {
      BytesRef term = in.next();
      while (term != null && !isOpen()) {
        term = in.next();
      }
      return term;
    }

    @Override
    public SeekStatus seekCeil(BytesRef term) throws IOException {
      SeekStatus found = in.seekCeil(term);
      if (found == SeekStatus.END || isOpen()) {
        return found;
      }
      return next() == null ? SeekStatus.END : SeekStatus.NOT_FOUND;
    }

    @Override
    public boolean seekExact(BytesRef term) throws IOException {
      return in.seekExact(term) && isOpen();
    }

    @Override
    public IOBooleanSupplier prepareSeekExact(BytesRef term) {
      return () -> seekExact(term);
    }
  }
}
