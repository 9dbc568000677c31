package no.speil.search.index;

import java.io.IOException;
import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;
import org.jspecify.annotations.Nullable;

/** Terms that are read from the first to the last only, which is how a segment is written. */
abstract class SequentialTerms extends Terms {
  private final BytesRefHash terms = new BytesRefHash();

  /** The numbers of the terms in their order; null before they are read, after which none come. */
  private int @Nullable [] sorted;

  /** The number of a term: the same for the same term, from 0 in the order in which they come. */
  final int number(BytesRef term) {
    int number = terms.add(term);
    return number < 0 ? -number - 1 : number;
  }

  /** The sections of a term, by its number. */
  abstract PostingsEnum postings(int number, int flags) throws IOException;

  @Override
  public final TermsEnum iterator() {
    int[] known = sorted;
    if (known == null) {
      known = terms.sort();
      sorted = known;
    }
    return new Sorted(known);
  }

  @Override
  public final long size() {
    return terms.size();
  }

  @Override
  public final long getSumTotalTermFreq() {
    throw new UnsupportedOperationException();
  }

  @Override
  public final long getSumDocFreq() {
    throw new UnsupportedOperationException();
  }

  @Override
  public final int getDocCount() {
    throw new UnsupportedOperationException();
  }

  @Override
  public final boolean hasFreqs() {
    throw new UnsupportedOperationException();
  }

  @Override
  public final boolean hasOffsets() {
    throw new UnsupportedOperationException();
  }

  @Override
  public final boolean hasPositions() {
    throw new UnsupportedOperationException();
  }

  @Override
  public final boolean hasPayloads() {
    throw new UnsupportedOperationException();
  }

  private final class Sorted extends BaseTermsEnum {
    private final int[] numbers;
    private final BytesRef term = new BytesRef();
    private int at = -1;

    Sorted(int[] numbers) {
      this.numbers = numbers;
    }

    @Override
    public @Nullable BytesRef next() {
      return ++at < terms.size() ? terms.get(numbers[at], term) : null;
    }

    @Override
    public BytesRef term() {
      return term;
    }

    @Override
    public PostingsEnum postings(@Nullable PostingsEnum reuse, int flags) throws IOException {
      return SequentialTerms.this.postings(numbers[at], flags);
    }

    @Override
    public int docFreq() {
      throw new UnsupportedOperationException();
    }

    @Override
    public long totalTermFreq() {
      throw new UnsupportedOperationException();
    }

    @Override
    public ImpactsEnum impacts(int flags) {
      throw new UnsupportedOperationException();
    }

    @Override
    public SeekStatus seekCeil(BytesRef text) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void seekExact(long number) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long ord() {
      throw new UnsupportedOperationException();
    }
  }

  /** Sections that are read from the first to the last only, without offsets. */
  abstract static class SequentialPostings extends PostingsEnum {
    @Override
    public final int advance(int target) throws IOException {
      return slowAdvance(target);
    }

    @Override
    public final long cost() {
      throw new UnsupportedOperationException();
    }

    @Override
    public final int startOffset() {
      return -1;
    }

    @Override
    public final int endOffset() {
      return -1;
    }

    @Override
    public final @Nullable BytesRef getPayload() {
      return null;
    }
  }
}
