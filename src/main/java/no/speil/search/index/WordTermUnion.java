package no.speil.search.index;

import java.io.IOException;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.speil.search.schema.WholeWordTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The terms of words in a field: each stands where any of its words stands. */
final class WordTermUnion extends SequentialTerms {
  private final TermsEnum words;
  private final Union union = new Union();

  /** By number of the term, where its words begin; and one more, where the last ones end. */
  private final int[] starts;

  /** The ordinals of the words of each term, in order; twice if a word has the term twice. */
  private final int[] ordinals;

  /**
   * @param words the terms of words as written, with ordinals
   * @param analysis the terms of a word in the field
   */
  WordTermUnion(Terms words, Function<String, List<char[]>> analysis) throws IOException {
    this.words = words.iterator();
    int[] terms = new int[1024];
    int[] ofWords = new int[1024];
    int size = 0;
    TermsEnum each = words.iterator();
    for (BytesRef word = each.next(); word != null; word = each.next()) {
      Optional<String> written = WholeWordTerms.written(word.utf8ToString());
      for (char[] term : analysis.apply(written.orElseThrow())) {
        terms = ArrayUtil.grow(terms, size + 1);
        ofWords = ArrayUtil.grow(ofWords, size + 1);
        terms[size] = number(new BytesRef(CharBuffer.wrap(term)));
        ofWords[size++] = Math.toIntExact(each.ord());
      }
    }
    starts = new int[Math.toIntExact(size()) + 1];
    for (int i = 0; i < size; i++) {
      starts[terms[i] + 1]++;
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] next = starts.clone();
    ordinals = new int[size];
    for (int i = 0; i < size; i++) {
      ordinals[next[terms[i]]++] = ofWords[i];
    }
  }

  @Override
  PostingsEnum postings(int number, int flags) throws IOException {
    return union.of(starts[number], starts[number + 1], flags);
  }

  /** The postings of some words as those of one. */
  private final class Union extends SequentialPostings {
    private @Nullable PostingsEnum[] ofWords = new PostingsEnum[4];
    private ByDocument queue = new ByDocument(4);
    private boolean hasFrequencies;
    private boolean hasPositions;
    private int document;
    private int frequency;
    private int[] positions = new int[16];
    private int nextPosition;

    PostingsEnum of(int from, int to, int flags) throws IOException {
      int size = to - from;
      ofWords = ArrayUtil.grow(ofWords, size);
      for (int i = 0; i < size; i++) {
        words.seekExact((long) ordinals[from + i]);
        ofWords[i] = words.postings(ofWords[i], flags);
      }
      PostingsEnum first = ofWords[0];
      if (size == 1 && first != null) {
        return first;
      }
      if (queue.limit < size) {
        queue = new ByDocument(ArrayUtil.oversize(size, Integer.BYTES));
      }
      for (int i = 0; i < size; i++) {
        PostingsEnum each = ofWords[i];
        if (each != null && each.nextDoc() != NO_MORE_DOCS) {
          queue.add(each);
        }
      }
      hasFrequencies = featureRequested(flags, FREQS);
      hasPositions = featureRequested(flags, POSITIONS);
      document = -1;
      return this;
    }

    @Override
    public int docID() {
      return document;
    }

    @Override
    public int nextDoc() throws IOException {
      frequency = 0;
      nextPosition = 0;
      if (queue.size() == 0) {
        document = NO_MORE_DOCS;
        return document;
      }
      document = queue.top().docID();
      do {
        PostingsEnum word = queue.top();
        add(word);
        if (word.nextDoc() == NO_MORE_DOCS) {
          queue.pop();
        } else {
          queue.updateTop();
        }
      } while (queue.size() > 0 && queue.top().docID() == document);
      if (hasPositions) {
        Arrays.sort(positions, 0, frequency);
      }
      return document;
    }

    private void add(PostingsEnum word) throws IOException {
      if (!hasFrequencies) {
        return;
      }
      int ofWord = word.freq();
      if (hasPositions) {
        positions = ArrayUtil.grow(positions, frequency + ofWord);
        for (int i = 0; i < ofWord; i++) {
          positions[frequency + i] = word.nextPosition();
        }
      }
      frequency += ofWord;
    }

    @Override
    public int freq() {
      return frequency;
    }

    @Override
    public int nextPosition() {
      return positions[nextPosition++];
    }
  }

  private static final class ByDocument extends PriorityQueue<PostingsEnum> {
    final int limit;

    ByDocument(int limit) {
      super(limit);
      this.limit = limit;
    }

    @Override
    protected boolean lessThan(PostingsEnum a, PostingsEnum b) {
      return a.docID() < b.docID();
    }
  }
}
