package no.speil.search.index;

import java.io.IOException;
import java.util.Iterator;
import java.util.SortedSet;
import java.util.TreeSet;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.WholeWordTerms;
import org.apache.lucene.codecs.FieldsConsumer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.Fields;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;
import org.jspecify.annotations.Nullable;

/**
 * Another format, with a dictionary of the words of each side by their endings: whenever a segment
 * is written, the terms of folded words are read backwards and sorted. So a word is kept once a
 * segment for this, whatever the number of sections that have it; one that no section has any more
 * may be left until the next merge. The terms of {@link FieldGroup#endings} all stand in the first
 * entry of their segment, which means nothing.
 */
final class WordEndingsFormat extends PostingsFormat {
  private final PostingsFormat format;

  WordEndingsFormat(PostingsFormat format) {
    super("SpeilPostings");
    this.format = format;
  }

  @Override
  public FieldsConsumer fieldsConsumer(SegmentWriteState state) throws IOException {
    FieldsConsumer out = format.fieldsConsumer(state);
    return new FieldsConsumer() {
      @Override
      public void write(Fields fields, NormsProducer norms) throws IOException {
        out.write(new WithEndings(fields, state.fieldInfos), norms);
      }

      @Override
      public void close() throws IOException {
        out.close();
      }
    };
  }

  @Override
  public FieldsProducer fieldsProducer(SegmentReadState state) throws IOException {
    return format.fieldsProducer(state);
  }

  /** Fields, but for the endings, which follow from the words. */
  private static final class WithEndings extends Fields {
    private final Fields fields;
    private final FieldInfos infos;

    WithEndings(Fields fields, FieldInfos infos) {
      this.fields = fields;
      this.infos = infos;
    }

    private SortedSet<String> names() {
      var names = new TreeSet<String>();
      fields.forEach(names::add);
      for (FieldGroup fieldGroup : FieldGroup.BOTH) {
        if (names.contains(fieldGroup.words()) && infos.fieldInfo(fieldGroup.endings()) != null) {
          names.add(fieldGroup.endings());
        } else {
          names.remove(fieldGroup.endings());
        }
      }
      return names;
    }

    @Override
    public Iterator<String> iterator() {
      return names().iterator();
    }

    @Override
    public int size() {
      return names().size();
    }

    @Override
    public @Nullable Terms terms(String field) throws IOException {
      for (FieldGroup fieldGroup : FieldGroup.BOTH) {
        if (field.equals(fieldGroup.endings())) {
          Terms words = fields.terms(fieldGroup.words());
          return words == null ? null : new Endings(words);
        }
      }
      return fields.terms(field);
    }
  }

  private static final class Endings extends Terms {
    private final BytesRefHash endings = new BytesRefHash();
    private final int[] sorted;

    Endings(Terms words) throws IOException {
      TermsEnum each = words.iterator();
      for (BytesRef word = each.next(); word != null; word = each.next()) {
        String term = word.utf8ToString();
        if (WholeWordTerms.foldedWord(term).isPresent()) {
          endings.add(new BytesRef(WholeWordTerms.backwards(term)));
        }
      }
      sorted = endings.sort();
    }

    @Override
    public TermsEnum iterator() {
      return new SortedEndings(endings, sorted);
    }

    @Override
    public long size() {
      return endings.size();
    }

    @Override
    public long getSumTotalTermFreq() {
      return endings.size();
    }

    @Override
    public long getSumDocFreq() {
      return endings.size();
    }

    @Override
    public int getDocCount() {
      return 1;
    }

    @Override
    public boolean hasFreqs() {
      return false;
    }

    @Override
    public boolean hasOffsets() {
      return false;
    }

    @Override
    public boolean hasPositions() {
      return false;
    }

    @Override
    public boolean hasPayloads() {
      return false;
    }
  }

  /** Can be read from the first to the last only, which is how a segment is written. */
  private static final class SortedEndings extends BaseTermsEnum {
    private final BytesRefHash endings;
    private final int[] sorted;
    private final BytesRef term = new BytesRef();
    private int at = -1;

    SortedEndings(BytesRefHash endings, int[] sorted) {
      this.endings = endings;
      this.sorted = sorted;
    }

    @Override
    public @Nullable BytesRef next() {
      return ++at < endings.size() ? endings.get(sorted[at], term) : null;
    }

    @Override
    public BytesRef term() {
      return term;
    }

    @Override
    public int docFreq() {
      return 1;
    }

    @Override
    public long totalTermFreq() {
      return 1;
    }

    @Override
    public PostingsEnum postings(@Nullable PostingsEnum reuse, int flags) {
      return new FirstEntry();
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

  private static final class FirstEntry extends PostingsEnum {
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
    public int advance(int target) throws IOException {
      return first.advance(target);
    }

    @Override
    public long cost() {
      return 1;
    }

    @Override
    public int freq() {
      return 1;
    }

    @Override
    public int nextPosition() {
      return -1;
    }

    @Override
    public int startOffset() {
      return -1;
    }

    @Override
    public int endOffset() {
      return -1;
    }

    @Override
    public @Nullable BytesRef getPayload() {
      return null;
    }
  }
}
