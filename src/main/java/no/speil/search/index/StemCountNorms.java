package no.speil.search.index;

import java.util.Set;
import java.util.stream.Collectors;
import no.speil.search.analysis.FieldAnalyzer;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.util.SmallFloat;

/** Norms of texts whose stems {@link FieldAnalyzer#ofWrittenWords} only counts. */
final class StemCountNorms extends BM25Similarity {
  private static final Set<String> STEMS =
      FieldGroup.BOTH.stream().map(FieldGroup::stem).collect(Collectors.toUnmodifiableSet());

  @Override
  public long computeNorm(FieldInvertState state) {
    return STEMS.contains(state.getName())
        ? SmallFloat.intToByte4(state.getPosition() + 1)
        : super.computeNorm(state);
  }
}
