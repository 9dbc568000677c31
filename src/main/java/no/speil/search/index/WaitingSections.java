package no.speil.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import no.speil.search.StoredSection;
import no.speil.search.Waiting;
import no.speil.search.schema.IndexSchema;
import no.speil.search.schema.StoredSectionReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;

/** Looks up what waits for a person, without scores, facets and highlights. */
final class WaitingSections {
  private static final Sort LATEST_FIRST =
      new Sort(new SortField(IndexSchema.CHANGED, SortField.Type.LONG, true));

  private WaitingSections() {}

  static long count(IndexReader reader, Waiting waiting) throws IOException {
    return new IndexSearcher(reader).count(query(waiting));
  }

  /** At most so many of them, those that changed last first. */
  static List<StoredSection> latest(IndexReader reader, Waiting waiting, int most)
      throws IOException {
    var searcher = new IndexSearcher(reader);
    var stored = new StoredSectionReader(searcher.storedFields());
    var sections = new ArrayList<StoredSection>();
    for (ScoreDoc hit : searcher.search(query(waiting), most, LATEST_FIRST).scoreDocs) {
      sections.add(stored.read(hit.doc));
    }
    return sections;
  }

  private static Query query(Waiting waiting) {
    return new TermQuery(IndexSchema.waiting(waiting));
  }
}
