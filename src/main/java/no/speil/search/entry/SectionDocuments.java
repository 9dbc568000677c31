package no.speil.search.entry;

import java.io.IOException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.Task;
import no.speil.corpus.TextHash;
import no.speil.search.Due;
import no.speil.search.Footprint;
import no.speil.search.IndexedDocument;
import no.speil.search.IndexedSection;
import no.speil.search.IndexedSection.Role;
import no.speil.search.Status;
import no.speil.search.query.DateSpan;
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
import org.apache.lucene.util.BytesRef;

/** Makes the Lucene document of a section; {@link StoredSections} reads it back. */
public final class SectionDocuments {
  private static final FieldType TERMS = type(IndexOptions.DOCS);
  private static final FieldType COUNTED_TERMS = type(IndexOptions.DOCS_AND_FREQS);

  private final FacetsConfig facets = Schema.facets();

  public Document section(IndexedDocument head, IndexedSection section) throws IOException {
    var document = new Document();
    addIdentity(document, head.id(), section);
    addText(document, Column.ORIGINAL, section.original());
    addText(document, Column.TRANSLATION, section.translation());
    document.add(new StoredField(Schema.HEADING, section.place().heading()));
    addLead(document, head, section);
    addStatus(document, section.status());
    addHead(document, head);
    addTranslator(document, head, section.status().translator());
    if (section.place().role() == Role.TITLE) {
      document.add(new BinaryDocValuesField(Schema.CARD, new BytesRef(head.card())));
    }
    return facets.build(document);
  }

  /** What is findable of a document beside its sections. */
  public static Document beside(DocumentId id, Footprint footprint) {
    var document = new Document();
    document.add(new StringField(Schema.IS, "tombstone", Store.NO));
    document.add(new SortedDocValuesField(Schema.DOCUMENT, new BytesRef(id.value())));
    document.add(new StringField(Schema.DOCUMENT, id.value(), Store.YES));
    for (SectionId each : footprint.gone()) {
      document.add(new StringField(Schema.GONE, each.value(), Store.NO));
    }
    for (TextHash each : footprint.prints()) {
      document.add(new StringField(Schema.PRINT, each.hex(), Store.NO));
    }
    return document;
  }

  /** Tells sections apart even where two documents hold the same id. */
  public static String key(DocumentId document, SectionId section) {
    return document.value() + '\n' + section.value();
  }

  private static void addIdentity(Document document, DocumentId id, IndexedSection section) {
    document.add(new StringField(Schema.IS, "section", Store.NO));
    document.add(new StringField(Schema.KEY, key(id, section.id()), Store.NO));
    document.add(new StringField(Schema.DOCUMENT, id.value(), Store.YES));
    document.add(new SortedDocValuesField(Schema.DOCUMENT, new BytesRef(id.value())));
    document.add(new StringField(Schema.SECTION, section.id().value(), Store.YES));
    document.add(new NumericDocValuesField(Schema.POSITION, section.place().position()));
    document.add(new FloatDocValuesField(Schema.WEIGHT, weight(section.place().role())));
    String path = id.value().toLowerCase(Locale.ROOT);
    for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
      document.add(new StringField(Schema.FOLDER, path.substring(0, end), Store.NO));
    }
  }

  /** Titles and headings are short, which BM25 takes for pertinent; this takes it back. */
  private static float weight(Role role) {
    return switch (role) {
      case TITLE -> .5f;
      case HEADING -> .35f;
      case TEXT -> 1f;
    };
  }

  private static void addText(Document document, Column column, String text) {
    if (text.isEmpty()) {
      return;
    }
    String composed = composed(text);
    document.add(new TextField(column.stem(), composed, Store.YES));
    document.add(new TextField(column.folded(), composed, Store.NO));
    document.add(new TextField(column.exact(), composed, Store.NO));
    document.add(new Field(column.reversed(), composed, TERMS));
    document.add(new Field(column.grams(), composed, COUNTED_TERMS));
    document.add(new StringField(Schema.HAS, column.stem(), Store.NO));
  }

  private static void addLead(Document document, IndexedDocument head, IndexedSection section) {
    Lead lead = Lead.of(section.place().role());
    if (lead == null) {
      return;
    }
    boolean title = lead == Lead.TITLE;
    addLead(document, lead, Column.ORIGINAL, title ? head.titles().original() : section.original());
    addLead(
        document,
        lead,
        Column.TRANSLATION,
        title ? head.titles().translation() : section.translation());
  }

  private static void addLead(Document document, Lead lead, Column column, String text) {
    document.add(new Field(lead.first(column), composed(text), TERMS));
    document.add(new Field(lead.any(column), composed(text), TERMS));
  }

  private static void addHead(Document document, IndexedDocument head) {
    addTitle(document, Column.ORIGINAL, head.titles().original());
    addTitle(document, Column.TRANSLATION, head.titles().translation());
    addDate(document, head.classification().date());
    addLabel(document, Schema.LANGUAGE, head.language().tag());
    document.add(new StoredField(Schema.LANGUAGE, head.language().tag()));
    addNames(document, Schema.KIND, List.of(head.classification().kind()));
    addNames(document, Schema.SUBJECT, head.classification().subjects());
    addNames(document, Schema.AUTHOR, head.credits().authors());
    addNames(document, Schema.TRANSLATOR, head.credits().translators());
  }

  private static void addTitle(Document document, Column column, String title) {
    document.add(new TextField(column.title(), composed(title), Store.YES));
  }

  private static void addDate(Document document, String date) {
    document.add(new StoredField(Schema.DATE_AS_WRITTEN, date));
    DateSpan.of(date)
        .ifPresent(
            span -> {
              document.add(new NumericDocValuesField(Schema.DATE, span.first()));
              document.add(new IntPoint(Schema.FIRST_DAY, span.first()));
              document.add(new IntPoint(Schema.LAST_DAY, span.last()));
              addLabel(document, Schema.YEAR, "%04d".formatted(span.first() / 10_000));
            });
  }

  private static void addNames(Document document, String field, List<String> names) {
    for (String name : names) {
      document.add(new TextField(field, composed(name), Store.NO));
      addLabel(document, field, composed(name));
    }
  }

  private static void addStatus(Document document, Status status) {
    addCode(document, Schema.STATE, status.value().code());
    addCode(document, Schema.FRESHNESS, status.freshness().code());
    long changed = status.changed().toEpochMilli();
    document.add(new NumericDocValuesField(Schema.CHANGED, changed));
    document.add(new StoredField(Schema.CHANGED, changed));
    addDue(document, status.due(), changed);
  }

  private static void addDue(Document document, Due due, long changed) {
    Task task = due.task();
    if (task != null) {
      addCode(document, Schema.TASK, task.code());
      document.add(new NumericDocValuesField(Schema.TASK_ORDER, task.order()));
    }
    Task work = due.work();
    if (work != null) {
      addLabel(document, Schema.WORK, work.code());
      document.add(new NumericDocValuesField(Schema.WORK_ORDER, due.order()));
    }
    Instant reported = due.reported();
    long at = reported == null ? 0 : reported.toEpochMilli();
    document.add(new StoredField(Schema.REPORTED, at));
    document.add(new NumericDocValuesField(Schema.NEWS, Math.max(at, changed)));
  }

  /** Who translated the section, beside whom the file names. */
  private static void addTranslator(Document document, IndexedDocument head, String translator) {
    if (!translator.isEmpty()) {
      document.add(new StoredField(Schema.TRANSLATOR, translator));
      if (!head.credits().translators().contains(translator)) {
        addNames(document, Schema.TRANSLATOR, List.of(translator));
      }
    }
  }

  private static void addCode(Document document, String field, String code) {
    document.add(new StringField(field, code, Store.YES));
    addLabel(document, field, code);
  }

  private static void addLabel(Document document, String facet, String value) {
    String label = Schema.label(value);
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
    type.freeze();
    return type;
  }
}
