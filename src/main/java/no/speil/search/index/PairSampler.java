package no.speil.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BiConsumer;
import no.speil.corpus.Freshness;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * Samples pairs of texts by hashes of their sections' ids, so that the sample is always the same.
 */
final class PairSampler {
  private static final int SEED = 1;

  private final IndexReader reader;

  PairSampler(IndexReader reader) {
    this.reader = reader;
  }

  private record Lot(int number, String id, int section) {}

  private static final Comparator<Lot> ORDER =
      Comparator.comparingInt(Lot::number).thenComparing(Lot::id).thenComparingInt(Lot::section);

  void each(int most, BiConsumer<String, String> sink) throws IOException {
    StoredFields stored = reader.storedFields();
    Set<String> texts = Set.of(FieldGroup.ORIGINAL.stem(), FieldGroup.TRANSLATION.stem());
    for (Lot lot : drawn(most)) {
      Document section = stored.document(lot.section(), texts);
      sink.accept(
          section.get(FieldGroup.ORIGINAL.stem()), section.get(FieldGroup.TRANSLATION.stem()));
    }
  }

  private List<Lot> drawn(int most) throws IOException {
    var lots = new PriorityQueue<Lot>(ORDER.reversed());
    for (LeafReaderContext leaf : reader.leaves()) {
      draw(leaf, most, lots);
    }
    var drawn = new ArrayList<>(lots);
    drawn.sort(ORDER);
    return drawn;
  }

  private static void draw(LeafReaderContext leaf, int most, PriorityQueue<Lot> lots)
      throws IOException {
    FixedBitSet wanted = wanted(leaf.reader());
    @Nullable Terms ids = leaf.reader().terms(IndexSchema.SECTION);
    if (ids == null) {
      return;
    }
    TermsEnum each = ids.iterator();
    @Nullable PostingsEnum sections = null;
    for (BytesRef id = each.next(); id != null; id = each.next()) {
      int number = StringHelper.murmurhash3_x86_32(id, SEED);
      sections = each.postings(sections, PostingsEnum.NONE);
      while (sections.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (wanted.get(sections.docID())
            && (lots.size() < most || number <= lots.element().number())) {
          lots.add(new Lot(number, id.utf8ToString(), leaf.docBase + sections.docID()));
        }
      }
      while (lots.size() > most) {
        lots.remove();
      }
    }
  }

  private static FixedBitSet wanted(LeafReader leaf) throws IOException {
    FixedBitSet wanted = having(leaf, IndexSchema.HAS, FieldGroup.ORIGINAL.stem());
    wanted.and(having(leaf, IndexSchema.HAS, FieldGroup.TRANSLATION.stem()));
    wanted.andNot(having(leaf, IndexSchema.FRESHNESS, Freshness.STALE.code()));
    var live = leaf.getLiveDocs();
    for (int i = 0; live != null && i < leaf.maxDoc(); i++) {
      if (!live.get(i)) {
        wanted.clear(i);
      }
    }
    return wanted;
  }

  private static FixedBitSet having(LeafReader leaf, String field, String value)
      throws IOException {
    var found = new FixedBitSet(leaf.maxDoc());
    @Nullable PostingsEnum sections = leaf.postings(new Term(field, value), PostingsEnum.NONE);
    while (sections != null && sections.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      found.set(sections.docID());
    }
    return found;
  }
}
