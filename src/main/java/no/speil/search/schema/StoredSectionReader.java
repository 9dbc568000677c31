package no.speil.search.schema;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Language;
import no.speil.corpus.SectionId;
import no.speil.json.RecordJson;
import no.speil.search.DocumentRef;
import no.speil.search.DocumentRef.Byline;
import no.speil.search.DocumentTitles;
import no.speil.search.IndexedSection.Place;
import no.speil.search.IndexedStatus;
import no.speil.search.StoredSection;
import no.speil.search.StoredSection.Texts;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;

/** Reads the stored fields that {@link LuceneDocuments} has written. */
public final class StoredSectionReader {
  private final StoredFields stored;

  public StoredSectionReader(StoredFields stored) {
    this.stored = stored;
  }

  /** What is stored in one field: all but the texts and the ids. */
  record Details(
      DocumentTitles titles, Language language, Byline byline, Place place, IndexedStatus status) {}

  public StoredSection read(int number) throws IOException {
    Document document = stored.document(number);
    Details details = RecordJson.read(document.get(IndexSchema.DETAILS), Details.class);
    return new StoredSection(
        new SectionId(document.get(IndexSchema.SECTION)),
        new DocumentRef(
            new DocumentId(document.get(IndexSchema.DOCUMENT)),
            details.titles(),
            details.byline(),
            details.language()),
        new Texts(
            details.place(),
            document.get(FieldGroup.ORIGINAL.stem()),
            document.get(FieldGroup.TRANSLATION.stem())),
        details.status());
  }

  /** Those that a query finds, the best first. */
  public static List<StoredSection> found(Query query, IndexSearcher searcher, int most, Sort order)
      throws IOException {
    var stored = new StoredSectionReader(searcher.storedFields());
    var found = new ArrayList<StoredSection>();
    for (ScoreDoc each : searcher.search(query, most, order).scoreDocs) {
      found.add(stored.read(each.doc));
    }
    return found;
  }

  /** The names by which a document is found at that section; none unless it is the title. */
  public List<String> names(int number) throws IOException {
    Document document = stored.document(number, Set.of(IndexSchema.NAMES));
    return List.of(document.getValues(IndexSchema.NAMES));
  }
}
