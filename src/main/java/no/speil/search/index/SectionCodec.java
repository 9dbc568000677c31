package no.speil.search.index;

import java.util.Set;
import java.util.stream.Collectors;
import no.speil.search.analysis.FieldAnalyzer;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.compressing.CompressionMode;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene90.compressing.Lucene90CompressingStoredFieldsFormat;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;

/**
 * Lucene's codec with fields that follow from words. Stored fields are compressed in larger blocks,
 * so that the Markdown that is kept of a document costs little beside the texts of its sections,
 * which are the same words; repetitions are looked for longer than is usual, and reading takes no
 * longer for it.
 */
public final class SectionCodec extends FilterCodec {
  /** In bytes. */
  private static final int BLOCK = 32 * 1024;

  private static final int MOST_DOCUMENTS = 512;
  private static final int BLOCKS_AN_INDEX_SHIFT = 10;

  private final StoredFieldsFormat stored =
      new Lucene90CompressingStoredFieldsFormat(
          "SpeilStoredFields",
          CompressionMode.FAST_DECOMPRESSION,
          BLOCK,
          MOST_DOCUMENTS,
          BLOCKS_AN_INDEX_SHIFT);

  private final PostingsFormat postings;

  /** For reading, and for writing texts with all terms of their words. */
  public SectionCodec() {
    this(null);
  }

  private SectionCodec(@Nullable FieldAnalyzer analyzer) {
    super("Speil", new Lucene104Codec());
    this.postings = new WordFieldsFormat(super.postingsFormat(), analyzer);
  }

  /** For writing texts as words, of which the codec makes the stems. */
  static IndexWriterConfig config(FieldAnalyzer analyzer) {
    return new IndexWriterConfig(analyzer.ofWrittenWords())
        .setSimilarity(new StemCountNorms())
        .setCodec(new SectionCodec(analyzer));
  }

  @Override
  public PostingsFormat postingsFormat() {
    return postings;
  }

  @Override
  public StoredFieldsFormat storedFieldsFormat() {
    return stored;
  }

  /** Norms of texts whose stems {@link FieldAnalyzer#ofWrittenWords} only counts. */
  private static final class StemCountNorms extends BM25Similarity {
    private static final Set<String> STEMS =
        FieldGroup.BOTH.stream().map(FieldGroup::stem).collect(Collectors.toUnmodifiableSet());

    @Override
    public long computeNorm(FieldInvertState state) {
      return STEMS.contains(state.getName())
          ? SmallFloat.intToByte4(state.getPosition() + 1)
          : super.computeNorm(state);
    }
  }
}
