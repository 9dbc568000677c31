package no.speil.search.schema;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.speil.corpus.Access;
import no.speil.corpus.DocumentId;
import no.speil.corpus.DocumentKind;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.Task;
import no.speil.corpus.text.NameWords;
import no.speil.corpus.text.Normalization;
import no.speil.json.RecordJson;
import no.speil.search.DocumentRef.Byline;
import no.speil.search.DocumentTitles;
import no.speil.search.DocumentTrace;
import no.speil.search.DueTask;
import no.speil.search.Facet;
import no.speil.search.IndexedDocument;
import no.speil.search.IndexedDocument.Publication;
import no.speil.search.IndexedSection;
import no.speil.search.IndexedSection.Role;
import no.speil.search.IndexedStatus;
import no.speil.search.query.DateRange;
import no.speil.search.schema.StoredSectionReader.Details;
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
import org.jspecify.annotations.Nullable;

/** Makes the Lucene document of a section; {@link StoredSectionReader} reads it back. */
public final class LuceneDocuments {
  private static final FieldType TERMS = type(IndexOptions.DOCS, false);
  private static final FieldType WORDS = type(IndexOptions.DOCS_AND_FREQS, true);
  private static final FieldType PHRASES = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);

  private static final float NO_SENTENCE = .5f;
  private static final float OF_TITLE = 1.5f;
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern PLAIN_WORD =
      Pattern.compile("[(«“”]?\\p{L}[\\p{L}\\p{M}’'-]*[.,;:!?)»”…]*");

  private static final FacetsConfig FACETS = IndexSchema.facets();

  /** Work that is searched for as open. */
  private static final Set<Task> OPEN = Set.of(Task.SUGGESTION, Task.COMMENT, Task.CHECK);

  private final Document document = new Document();

  private LuceneDocuments(IndexedDocument head, String is) {
    DocumentId id = head.id();
    exact(IndexSchema.IS, is, Store.NO);
    exact(IndexSchema.DOCUMENT, id.value(), Store.YES);
    document.add(new SortedDocValuesField(IndexSchema.DOCUMENT, new BytesRef(id.value())));
    if (!head.access().equals(Access.EVERYBODY)) {
      number(IndexSchema.PUBLIC_FROM, head.access().from().toEpochDay());
    }
  }

  /** Makes the entry of a section. */
  public static Document section(IndexedDocument head, IndexedSection section) throws IOException {
    var entry = new LuceneDocuments(head, "section");
    entry.addIdentity(head.id(), section);
    entry.addText(FieldGroup.ORIGINAL, section.original());
    entry.addText(FieldGroup.TRANSLATION, section.translation());
    entry.addCompletions(head, section);
    entry.addStatus(section.status());
    entry.addHead(head);
    entry.addTranslator(head, section.status().translator());
    entry.stored(IndexSchema.DETAILS, RecordJson.write(details(head, section)));
    if (section.place().role() == Role.TITLE) {
      entry.addTitle(head);
    }
    return FACETS.build(entry.document);
  }

  private static Details details(IndexedDocument head, IndexedSection section) {
    DocumentTitles titles = head.titles();
    Publication publication = head.publication();
    return new Details(
        new DocumentTitles(
            Normalization.compose(titles.original()), Normalization.compose(titles.translation())),
        head.language(),
        new Byline(
            publication.original().authors(),
            publication.translation().authors(),
            head.classification().date(),
            publication.source()),
        section.place(),
        section.status());
  }

  /**
   * Makes the entry that keeps a document's trace.
   *
   * @param sections all that are indexed with it
   */
  public static Document trace(
      IndexedDocument head, DocumentTrace trace, List<IndexedSection> sections) {
    var entry = new LuceneDocuments(head, "tombstone");
    entry.addWeights(0, 0);
    FieldGroup.BOTH.forEach(each -> entry.addTerms(each, "", Store.NO));
    trace.gone().forEach(each -> entry.exact(IndexSchema.GONE, each.value(), Store.NO));
    trace.fingerprints().forEach(each -> entry.exact(IndexSchema.fingerprint(each), Store.NO));
    var byId = new HashMap<SectionId, IndexedSection>();
    sections.forEach(section -> byId.put(section.id(), section));
    trace
        .texts()
        .forEach(each -> entry.stored(IndexSchema.TEXTS, StoredText.write(each, words(byId))));
    return entry.document;
  }

  private static BiFunction<SectionId, Side, @Nullable String> words(
      Map<SectionId, IndexedSection> sections) {
    return (id, side) -> {
      IndexedSection section = sections.get(id);
      return section == null
          ? null
          : Normalization.compose(
              side == Side.ORIGINAL ? section.original() : section.translation());
    };
  }

  private void addIdentity(DocumentId id, IndexedSection section) {
    long hash = StringHelper.murmurhash3_x64_128(new BytesRef(id.value()))[0];
    number(IndexSchema.DOCUMENT_HASH, hash);
    exact(IndexSchema.SECTION, section.id().value(), Store.YES);
    number(IndexSchema.SAMPLE_ORDER, sampleOrder(section.id()));
    number(IndexSchema.POSITION, section.place().position());
    Role role = section.place().role();
    float weight = weight(section);
    float least = weight * weight(role);
    // What a document is about is said by its title and its headings.
    addWeights(
        least, role == Role.TITLE ? OF_TITLE * weight : role == Role.HEADING ? weight : least);
    String path = id.value().toLowerCase(Locale.ROOT);
    for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
      exact(IndexSchema.FOLDER, path.substring(0, end), Store.NO);
    }
  }

  private void addWeights(float ofSection, float ofDocument) {
    document.add(new FloatDocValuesField(IndexSchema.WEIGHT, ofSection));
    document.add(new FloatDocValuesField(IndexSchema.DOCUMENT_WEIGHT, ofDocument));
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

  private void addText(FieldGroup fields, String text) {
    addTerms(fields, text, text.isEmpty() ? Store.NO : Store.YES);
    if (!text.isEmpty()) {
      exact(IndexSchema.HAS, fields.stem(), Store.NO);
    }
  }

  /** Of an empty text, too: Lucene finds norms sooner if every document has some. */
  private void addTerms(FieldGroup fields, String written, Store store) {
    String text = Normalization.compose(written);
    document.add(new TextField(fields.stem(), text, store));
    document.add(new Field(fields.folded(), text, WORDS));
    document.add(new TextField(fields.exact(), text, Store.NO));
    document.add(new Field(fields.endings(), text, TERMS));
    if (!fields.standalone().equals(fields.stem())) {
      document.add(new Field(fields.standalone(), text, TERMS));
    }
    NameWords capitals = NameWords.of(text);
    Stream.concat(capitals.names().stream(), capitals.first().stream().map("^"::concat))
        .forEach(word -> exact(fields.capitals(), word, Store.NO));
  }

  private void addCompletions(IndexedDocument head, IndexedSection section) {
    Role role = section.place().role();
    if (role == Role.TITLE) {
      addCompletions(CompletionField.TITLE, head.titles().original(), head.titles().translation());
    } else if (role == Role.HEADING) {
      addCompletions(CompletionField.HEADING, section.original(), section.translation());
    }
  }

  private void addCompletions(CompletionField field, String original, String translation) {
    for (FieldGroup fields : FieldGroup.BOTH) {
      String text = Normalization.compose(fields == FieldGroup.ORIGINAL ? original : translation);
      document.add(new Field(field.first(fields), text, TERMS));
      document.add(new Field(field.any(fields), text, TERMS));
    }
  }

  private void addHead(IndexedDocument head) {
    filterText(FieldGroup.ORIGINAL.title(), head.titles().original());
    filterText(FieldGroup.TRANSLATION.title(), head.titles().translation());
    addDate(head.classification().date());
    label(Facet.LANGUAGE, head.language().tag());
    label(Facet.FOLDER, head.id().folder());
    addKind(head.classification().kind());
    addNames(Facet.SUBJECT, head.classification().subjects());
    addPublication(head.publication());
  }

  /** A common kind is found by each of its names, and counted as one. */
  private void addKind(String kind) {
    DocumentKind.parse(kind)
        .map(DocumentKind::names)
        .orElseGet(() -> List.of(kind))
        .forEach(name -> filterText(Facet.KIND.code(), name));
    label(Facet.KIND, Normalization.compose(DocumentKind.group(kind)));
  }

  private void addPublication(Publication publication) {
    addNames(Facet.AUTHOR, publication.original().authors());
    publication.translation().authors().forEach(author -> filterText(Facet.AUTHOR.code(), author));
    addNames(Facet.TRANSLATOR, publication.translators());
    addNames(Facet.PUBLISHER, publication.publishers());
    addNames(Facet.RIGHTS, publication.rights());
  }

  /** Lets a document be found by its title and the names of its people and publishers. */
  private void addTitle(IndexedDocument head) {
    var all = new LinkedHashSet<String>();
    for (FieldGroup fields : FieldGroup.BOTH) {
      for (String name : head.publication().names(fields.side())) {
        addTerms(fields, name, Store.NO);
        document.add(new Field(fields.names(), Normalization.compose(name), WORDS));
        all.add(name);
      }
    }
    all.forEach(name -> stored(IndexSchema.NAMES, name));
    Stream.of(head.titles().original(), head.titles().translation())
        .forEach(title -> exact(IndexSchema.titled(title), Store.NO));
    document.add(new BinaryDocValuesField(IndexSchema.SUMMARY, new BytesRef(head.summary())));
  }

  private void addDate(String date) {
    DateRange span = DateRange.of(date).orElse(null);
    if (span != null) {
      number(IndexSchema.DATE, span.first());
      document.add(new IntPoint(IndexSchema.FIRST_DAY, span.first()));
      document.add(new IntPoint(IndexSchema.LAST_DAY, span.last()));
      label(Facet.YEAR, "%04d".formatted(span.first() / 10_000));
    }
  }

  private void addNames(Facet facet, List<String> names) {
    for (String name : names) {
      filterText(facet.code(), name);
      label(facet, Normalization.compose(name));
    }
  }

  private void addStatus(IndexedStatus status) {
    if (status.isCounted()) {
      addCode(Facet.STATE, status.value().code());
    }
    addCode(Facet.FRESHNESS, status.freshness().code());
    number(IndexSchema.CHANGED, status.changed().toEpochMilli());
    number(IndexSchema.NEWS, status.due().news(status.changed()).toEpochMilli());
    DueTask due = status.due();
    Task task = due.task();
    if (task != null) {
      addCode(Facet.TASK, task.code());
      number(IndexSchema.TASK_ORDER, task.order());
    }
    addWork(due.works());
    due.open().checks().forEach(check -> exact(IndexSchema.CHECK, check, Store.NO));
    due.open().waiting().forEach(waiting -> exact(IndexSchema.waiting(waiting), Store.NO));
  }

  private void addWork(List<Task> works) {
    if (works.isEmpty()) {
      return;
    }
    works.forEach(work -> label(Facet.WORK, work.code()));
    works.stream()
        .filter(OPEN::contains)
        .forEach(work -> exact(IndexSchema.OPEN, work.code(), Store.NO));
    label(Facet.WORK, Facet.ANY_WORK);
    if (works.equals(List.of(Task.REVIEW))) {
      label(Facet.WORK, Facet.ONLY_REVIEW);
    }
    number(IndexSchema.WORK_ORDER, works.getFirst().order());
  }

  /** Adds the section's translator to those named in the file. */
  private void addTranslator(IndexedDocument head, String translator) {
    if (!translator.isEmpty() && !head.publication().translators().contains(translator)) {
      addNames(Facet.TRANSLATOR, List.of(translator));
    }
  }

  private void addCode(Facet facet, String code) {
    exact(facet.code(), code, Store.NO);
    label(facet, code);
  }

  private void label(Facet facet, String value) {
    String label = IndexSchema.label(value);
    if (!label.isEmpty()) {
      document.add(new SortedSetDocValuesFacetField(facet.code(), label));
    }
  }

  /** Text that sections are found by, which does not count for their scores. */
  private void filterText(String field, String text) {
    document.add(new Field(field, Normalization.compose(text), PHRASES));
  }

  private void exact(Term term, Store store) {
    exact(term.field(), term.text(), store);
  }

  private void exact(String field, String text, Store store) {
    document.add(new StringField(field, text, store));
  }

  private void stored(String field, String text) {
    document.add(new StoredField(field, text));
  }

  private void number(String field, long number) {
    document.add(new NumericDocValuesField(field, number));
  }

  private static FieldType type(IndexOptions options, boolean isScored) {
    var type = new FieldType(TextField.TYPE_NOT_STORED);
    type.setIndexOptions(options);
    type.setOmitNorms(!isScored);
    type.freeze();
    return type;
  }
}
