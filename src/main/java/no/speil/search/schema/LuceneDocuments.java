package no.speil.search.schema;

import java.io.IOException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.DocumentKind;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.Task;
import no.speil.corpus.TextHash;
import no.speil.corpus.text.NameWords;
import no.speil.search.DocumentTrace;
import no.speil.search.DueTask;
import no.speil.search.IndexedDocument;
import no.speil.search.IndexedDocument.Publication;
import no.speil.search.IndexedSection;
import no.speil.search.IndexedSection.Place;
import no.speil.search.IndexedSection.Role;
import no.speil.search.IndexedStatus;
import no.speil.search.OpenItems;
import no.speil.search.SectionText;
import no.speil.search.Waiting;
import no.speil.search.WorkFacet;
import no.speil.search.query.DateRange;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.FloatDocValuesField;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Makes the Lucene document of a section; {@link StoredSectionReader} reads it back. */
public final class LuceneDocuments {
  private static final FieldType TERMS = type(IndexOptions.DOCS);
  private static final FieldType PHRASES = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

  private static final float NO_SENTENCE = .5f;
  private static final float OF_TITLE = 1.5f;
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern PLAIN_WORD =
      Pattern.compile("[(«“”]?\\p{L}[\\p{L}\\p{M}’'-]*[.,;:!?)»”…]*");

  private final FacetsConfig facets = IndexSchema.facets();

  public Document section(IndexedDocument head, IndexedSection section) throws IOException {
    var document = new Document();
    addIdentity(document, head.id(), section);
    addText(document, FieldGroup.ORIGINAL, section.original());
    addText(document, FieldGroup.TRANSLATION, section.translation());
    addPlace(document, section.place());
    addCompletions(document, head, section);
    addStatus(document, section.status());
    addHead(document, head);
    addTranslator(document, head, section.status().translator());
    if (section.place().role() == Role.TITLE) {
      addNamesAsText(document, head.publication());
      for (String title : List.of(head.titles().original(), head.titles().translation())) {
        Term term = IndexSchema.titled(title);
        document.add(new StringField(term.field(), term.text(), Store.NO));
      }
      document.add(new BinaryDocValuesField(IndexSchema.SUMMARY, new BytesRef(head.summary())));
    }
    return facets.build(document);
  }

  /**
   * Makes the entry that keeps a document's trace.
   *
   * @param sections all that are indexed with it
   */
  public static Document trace(
      DocumentId id, DocumentTrace documentTrace, List<IndexedSection> sections)
      throws IOException {
    var document = new Document();
    document.add(new StringField(IndexSchema.IS, "tombstone", Store.NO));
    document.add(new SortedDocValuesField(IndexSchema.DOCUMENT, new BytesRef(id.value())));
    document.add(new StringField(IndexSchema.DOCUMENT, id.value(), Store.YES));
    document.add(new FloatDocValuesField(IndexSchema.WEIGHT, 0));
    document.add(new FloatDocValuesField(IndexSchema.DOCUMENT_WEIGHT, 0));
    FieldGroup.BOTH.forEach(side -> addNoTerms(document, side));
    for (SectionId each : documentTrace.gone()) {
      document.add(new StringField(IndexSchema.GONE, each.value(), Store.NO));
    }
    for (TextHash each : documentTrace.fingerprints()) {
      Term term = IndexSchema.fingerprint(each);
      document.add(new StringField(term.field(), term.text(), Store.NO));
    }
    StoredText.StoredWords words = words(sections);
    for (SectionText each : documentTrace.texts()) {
      document.add(new StoredField(IndexSchema.TEXTS, StoredText.write(each, words)));
    }
    return document;
  }

  private static StoredText.StoredWords words(List<IndexedSection> sections) {
    var byId = new HashMap<SectionId, IndexedSection>();
    sections.forEach(section -> byId.put(section.id(), section));
    return (id, side) -> {
      IndexedSection section = byId.get(id);
      return section == null
          ? null
          : composed(side == Side.ORIGINAL ? section.original() : section.translation());
    };
  }

  private static void addIdentity(Document document, DocumentId id, IndexedSection section) {
    document.add(new StringField(IndexSchema.IS, "section", Store.NO));
    document.add(new StringField(IndexSchema.DOCUMENT, id.value(), Store.YES));
    document.add(new SortedDocValuesField(IndexSchema.DOCUMENT, new BytesRef(id.value())));
    long hash = StringHelper.murmurhash3_x64_128(new BytesRef(id.value()))[0];
    document.add(new NumericDocValuesField(IndexSchema.DOCUMENT_HASH, hash));
    document.add(new StringField(IndexSchema.SECTION, section.id().value(), Store.YES));
    document.add(new NumericDocValuesField(IndexSchema.SAMPLE_ORDER, sampleOrder(section.id())));
    document.add(new NumericDocValuesField(IndexSchema.POSITION, section.place().position()));
    document.add(new StoredField(IndexSchema.POSITION, section.place().position()));
    float weight = weight(section);
    Role role = section.place().role();
    float least = weight * weight(role);
    document.add(new FloatDocValuesField(IndexSchema.WEIGHT, least));
    // What a document is about is said by its title and its headings.
    float most = role == Role.TITLE ? OF_TITLE * weight : role == Role.HEADING ? weight : least;
    document.add(new FloatDocValuesField(IndexSchema.DOCUMENT_WEIGHT, most));
    String path = id.value().toLowerCase(Locale.ROOT);
    for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
      document.add(new StringField(IndexSchema.FOLDER, path.substring(0, end), Store.NO));
    }
  }

  private static long sampleOrder(SectionId id) {
    var bytes = new BytesRef(id.value());
    long first = StringHelper.murmurhash3_x86_32(bytes, 1);
    return first << Integer.SIZE
        | Integer.toUnsignedLong(StringHelper.murmurhash3_x86_32(bytes, 2));
  }

  /**
   * The weight of a section's score by its texts. A section with only one gets more, since others
   * score by the better of two. What is no sentence gets less.
   */
  private static float weight(IndexedSection section) {
    boolean hasOriginal = !section.original().isEmpty();
    boolean hasBoth = hasOriginal && !section.translation().isEmpty();
    boolean isSentence = isSentence(hasOriginal ? section.original() : section.translation());
    return (hasBoth ? 1 : IndexSchema.LARGEST_WEIGHT) * (isSentence ? 1 : NO_SENTENCE);
  }

  /** Whether half of it or more is plain words, unlike addresses, code and sample values. */
  private static boolean isSentence(String text) {
    String[] all = SPACE.split(text.strip());
    return 2 * Stream.of(all).filter(each -> PLAIN_WORD.matcher(each).matches()).count()
        >= all.length;
  }

  /** BM25 prefers short texts, and so titles and headings; this corrects it. */
  private static float weight(Role role) {
    return switch (role) {
      case TITLE -> .5f;
      case HEADING, PICTURE -> .35f;
      case TEXT -> 1f;
    };
  }

  private static void addText(Document document, FieldGroup fieldGroup, String text) {
    if (text.isEmpty()) {
      addNoTerms(document, fieldGroup);
      return;
    }
    addTerms(document, fieldGroup, composed(text), Store.YES);
    document.add(new StringField(IndexSchema.HAS, fieldGroup.stem(), Store.NO));
  }

  /** Gives it norms nevertheless: Lucene finds norms sooner if every document has some. */
  private static void addNoTerms(Document document, FieldGroup fieldGroup) {
    document.add(new TextField(fieldGroup.stem(), "", Store.NO));
    document.add(new TextField(fieldGroup.folded(), "", Store.NO));
    document.add(new TextField(fieldGroup.exact(), "", Store.NO));
  }

  private static void addTerms(Document document, FieldGroup fieldGroup, String text, Store store) {
    document.add(new TextField(fieldGroup.stem(), text, store));
    document.add(new TextField(fieldGroup.folded(), text, Store.NO));
    document.add(new TextField(fieldGroup.exact(), text, Store.NO));
    document.add(new Field(fieldGroup.endings(), text, TERMS));
    if (!fieldGroup.standalone().equals(fieldGroup.stem())) {
      document.add(new Field(fieldGroup.standalone(), text, TERMS));
    }
    NameWords capitals = NameWords.of(text);
    Stream.concat(capitals.names().stream(), capitals.first().stream().map("^"::concat))
        .map(word -> new StringField(fieldGroup.capitals(), word, Store.NO))
        .forEach(document::add);
  }

  private static void addPlace(Document document, Place place) {
    document.add(new StoredField(IndexSchema.HEADING, place.heading()));
    document.add(new StoredField(IndexSchema.TRANSLATED_HEADING, place.translatedHeading()));
    document.add(new StoredField(IndexSchema.ROLE, place.role().name()));
  }

  private static void addCompletions(
      Document document, IndexedDocument head, IndexedSection section) {
    CompletionField completionField = CompletionField.of(section.place().role());
    if (completionField == null) {
      return;
    }
    boolean title = completionField == CompletionField.TITLE;
    addCompletions(
        document,
        completionField,
        FieldGroup.ORIGINAL,
        title ? head.titles().original() : section.original());
    addCompletions(
        document,
        completionField,
        FieldGroup.TRANSLATION,
        title ? head.titles().translation() : section.translation());
  }

  private static void addCompletions(
      Document document, CompletionField completionField, FieldGroup fieldGroup, String text) {
    document.add(new Field(completionField.first(fieldGroup), composed(text), TERMS));
    document.add(new Field(completionField.any(fieldGroup), composed(text), TERMS));
  }

  private static void addHead(Document document, IndexedDocument head) {
    addTitle(document, FieldGroup.ORIGINAL, head.titles().original());
    addTitle(document, FieldGroup.TRANSLATION, head.titles().translation());
    addDate(document, head.classification().date());
    addLabel(document, IndexSchema.LANGUAGE, head.language().tag());
    document.add(new StoredField(IndexSchema.LANGUAGE, head.language().tag()));
    addKind(document, head.classification().kind());
    addNames(document, IndexSchema.SUBJECT, head.classification().subjects());
    addPublication(document, head.publication());
  }

  /** A common kind is found by each of its names, and counted as one. */
  private static void addKind(Document document, String kind) {
    for (String name :
        DocumentKind.parse(kind).map(DocumentKind::names).orElseGet(() -> List.of(kind))) {
      addFilterText(document, IndexSchema.KIND, name);
    }
    addLabel(document, IndexSchema.KIND, composed(DocumentKind.group(kind)));
  }

  private static void addPublication(Document document, Publication publication) {
    addNames(document, IndexSchema.AUTHOR, publication.original().authors());
    for (String author : publication.original().authors()) {
      document.add(new StoredField(IndexSchema.AUTHOR, author));
    }
    for (String author : publication.translation().authors()) {
      addFilterText(document, IndexSchema.AUTHOR, author);
      document.add(new StoredField(IndexSchema.TRANSLATED_AUTHOR, author));
    }
    addNames(document, IndexSchema.TRANSLATOR, publication.translators());
    addNames(document, IndexSchema.PUBLISHER, publication.publishers());
    addNames(document, IndexSchema.RIGHTS, publication.rights());
    document.add(new StoredField(IndexSchema.SOURCE, publication.source()));
  }

  /** Lets a document be found by the names of its people and publishers, at its title. */
  private static void addNamesAsText(Document document, Publication publication) {
    var all = new LinkedHashSet<String>();
    for (FieldGroup fieldGroup : FieldGroup.BOTH) {
      for (String name : publication.names(fieldGroup.side())) {
        addTerms(document, fieldGroup, composed(name), Store.NO);
        all.add(name);
      }
    }
    all.forEach(name -> document.add(new StoredField(IndexSchema.NAMES, name)));
  }

  private static void addTitle(Document document, FieldGroup fieldGroup, String title) {
    addFilterText(document, fieldGroup.title(), title);
    document.add(new StoredField(fieldGroup.title(), composed(title)));
  }

  private static void addDate(Document document, String date) {
    document.add(new StoredField(IndexSchema.DATE_AS_WRITTEN, date));
    DateRange.of(date)
        .ifPresent(
            span -> {
              document.add(new NumericDocValuesField(IndexSchema.DATE, span.first()));
              document.add(new IntPoint(IndexSchema.FIRST_DAY, span.first()));
              document.add(new IntPoint(IndexSchema.LAST_DAY, span.last()));
              addLabel(document, IndexSchema.YEAR, "%04d".formatted(span.first() / 10_000));
            });
  }

  private static void addNames(Document document, String field, List<String> names) {
    for (String name : names) {
      addFilterText(document, field, name);
      addLabel(document, field, composed(name));
    }
  }

  /** Text that sections are found by, which does not count for their scores. */
  private static void addFilterText(Document document, String field, String text) {
    document.add(new Field(field, composed(text), PHRASES));
  }

  private static void addStatus(Document document, IndexedStatus status) {
    if (status.isCounted()) {
      addCode(document, IndexSchema.STATE, status.value().code());
    } else {
      document.add(new StoredField(IndexSchema.UNCOUNTED, status.value().code()));
    }
    addCode(document, IndexSchema.FRESHNESS, status.freshness().code());
    long changed = status.changed().toEpochMilli();
    document.add(new NumericDocValuesField(IndexSchema.CHANGED, changed));
    document.add(new StoredField(IndexSchema.CHANGED, changed));
    addTask(document, status.due(), changed);
  }

  private static void addTask(Document document, DueTask due, long changed) {
    Task task = due.task();
    if (task != null) {
      addCode(document, IndexSchema.TASK, task.code());
      document.add(new NumericDocValuesField(IndexSchema.TASK_ORDER, task.order()));
    }
    addWork(document, due.works());
    addOpen(document, due.open());
    Instant reported = due.reported();
    long at = reported == null ? 0 : reported.toEpochMilli();
    document.add(new StoredField(IndexSchema.REPORTED, at));
    document.add(new NumericDocValuesField(IndexSchema.NEWS, Math.max(at, changed)));
  }

  private static void addWork(Document document, List<Task> works) {
    if (works.isEmpty()) {
      return;
    }
    works.forEach(work -> addLabel(document, IndexSchema.WORK, work.code()));
    addLabel(document, IndexSchema.WORK, WorkFacet.ANY);
    if (works.equals(List.of(Task.REVIEW))) {
      addLabel(document, IndexSchema.WORK, WorkFacet.ONLY_REVIEW);
    }
    document.add(new NumericDocValuesField(IndexSchema.WORK_ORDER, works.getFirst().order()));
  }

  private static void addOpen(Document document, OpenItems open) {
    addOpen(document, Task.SUGGESTION, open.suggestion());
    addOpen(document, Task.COMMENT, open.comment());
    addOpen(document, Task.CHECK, !open.checks().isEmpty());
    for (String check : open.checks()) {
      document.add(new StringField(IndexSchema.CHECK, check, Store.YES));
    }
    for (Waiting waiting : open.waiting()) {
      Term term = IndexSchema.waiting(waiting);
      document.add(new StringField(term.field(), term.text(), Store.YES));
    }
  }

  private static void addOpen(Document document, Task kind, boolean isOpen) {
    if (isOpen) {
      document.add(new StringField(IndexSchema.OPEN, kind.code(), Store.YES));
    }
  }

  /** Adds the section's translator to those named in the file. */
  private static void addTranslator(Document document, IndexedDocument head, String translator) {
    if (!translator.isEmpty()) {
      document.add(new StoredField(IndexSchema.TRANSLATOR, translator));
      if (!head.publication().translators().contains(translator)) {
        addNames(document, IndexSchema.TRANSLATOR, List.of(translator));
      }
    }
  }

  private static void addCode(Document document, String field, String code) {
    document.add(new StringField(field, code, Store.YES));
    addLabel(document, field, code);
  }

  private static void addLabel(Document document, String facet, String value) {
    String label = IndexSchema.label(value);
    if (!label.isEmpty()) {
      document.add(new SortedSetDocValuesFacetField(facet, label));
    }
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static FieldType type(IndexOptions options) {
    var type = new FieldType(TextField.TYPE_NOT_STORED);
    type.setIndexOptions(options);
    type.setOmitNorms(true);
    type.freeze();
    return type;
  }
}
