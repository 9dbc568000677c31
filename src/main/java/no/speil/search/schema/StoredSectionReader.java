package no.speil.search.schema;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.speil.corpus.Coded;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.Language;
import no.speil.corpus.SectionId;
import no.speil.corpus.Task;
import no.speil.search.DocumentRef;
import no.speil.search.DocumentRef.Byline;
import no.speil.search.DocumentTitles;
import no.speil.search.DueTask;
import no.speil.search.IndexedSection.Place;
import no.speil.search.IndexedSection.Role;
import no.speil.search.IndexedStatus;
import no.speil.search.OpenItems;
import no.speil.search.StateFacet;
import no.speil.search.StoredSection;
import no.speil.search.StoredSection.Texts;
import no.speil.search.Waiting;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;

/** Reads the stored fields that {@link LuceneDocuments} has written. */
public final class StoredSectionReader {
  private final StoredFields stored;

  public StoredSectionReader(StoredFields stored) {
    this.stored = stored;
  }

  public StoredSection read(int number) throws IOException {
    Document document = stored.document(number);
    return new StoredSection(
        new SectionId(text(document, IndexSchema.SECTION)),
        documentRef(document),
        new Texts(
            new Place(
                Integer.parseInt(text(document, IndexSchema.POSITION)),
                Role.valueOf(text(document, IndexSchema.ROLE)),
                text(document, IndexSchema.HEADING),
                text(document, IndexSchema.TRANSLATED_HEADING)),
            document.get(FieldGroup.ORIGINAL.stem()),
            document.get(FieldGroup.TRANSLATION.stem())),
        status(document));
  }

  /** The names by which a document is found at that section; none unless it is the title. */
  public List<String> names(int number) throws IOException {
    Document document = stored.document(number, Set.of(IndexSchema.NAMES));
    return List.of(document.getValues(IndexSchema.NAMES));
  }

  private static IndexedStatus status(Document document) {
    boolean isCounted = document.get(IndexSchema.UNCOUNTED) == null;
    String state = isCounted ? IndexSchema.STATE : IndexSchema.UNCOUNTED;
    return new IndexedStatus(
        Coded.parse(StateFacet.values(), text(document, state)).orElseThrow(),
        isCounted,
        Coded.parse(Freshness.values(), text(document, IndexSchema.FRESHNESS)).orElseThrow(),
        due(document),
        text(document, IndexSchema.TRANSLATOR),
        Instant.ofEpochMilli(Long.parseLong(text(document, IndexSchema.CHANGED))));
  }

  private static DueTask due(Document document) {
    long reported = Long.parseLong(text(document, IndexSchema.REPORTED));
    return new DueTask(
        Task.parse(text(document, IndexSchema.TASK)).orElse(null),
        reported == 0 ? null : Instant.ofEpochMilli(reported),
        open(document));
  }

  private static OpenItems open(Document document) {
    List<String> kinds = List.of(document.getValues(IndexSchema.OPEN));
    return new OpenItems(
        kinds.contains(Task.SUGGESTION.code()),
        kinds.contains(Task.COMMENT.code()),
        List.of(document.getValues(IndexSchema.CHECK)),
        Arrays.stream(document.getValues(IndexSchema.WAITING))
            .flatMap(written -> waiting(written).stream())
            .toList());
  }

  private static Optional<Waiting> waiting(String written) {
    int colon = written.indexOf(':');
    return Coded.parse(Waiting.Kind.values(), written.substring(0, colon))
        .map(kind -> new Waiting(kind, written.substring(colon + 1)));
  }

  private static DocumentRef documentRef(Document document) {
    return new DocumentRef(
        new DocumentId(text(document, IndexSchema.DOCUMENT)),
        new DocumentTitles(
            text(document, FieldGroup.ORIGINAL.title()),
            text(document, FieldGroup.TRANSLATION.title())),
        new Byline(
            List.of(document.getValues(IndexSchema.AUTHOR)),
            List.of(document.getValues(IndexSchema.TRANSLATED_AUTHOR)),
            text(document, IndexSchema.DATE_AS_WRITTEN),
            text(document, IndexSchema.SOURCE)),
        new Language(text(document, IndexSchema.LANGUAGE)));
  }

  private static String text(Document document, String field) {
    String text = document.get(field);
    return text == null ? "" : text;
  }
}
