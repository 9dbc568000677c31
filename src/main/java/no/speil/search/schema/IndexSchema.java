package no.speil.search.schema;

import no.speil.corpus.DocumentId;
import no.speil.corpus.TextHash;
import no.speil.search.DocumentTitles;
import no.speil.search.Facet;
import no.speil.search.Waiting;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.FacetsConfig.DrillDownTermsIndexing;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** The names of the fields of a Lucene document; {@link FieldGroup} has those of the texts. */
public final class IndexSchema {
  /** Raised when a field changes its meaning, so that older indexes are rebuilt. */
  public static final String VERSION = "26";

  public static final String FOLDED = "_x";
  public static final String EXACT = "_e";
  public static final String ENDINGS = "_endings";
  public static final String STANDALONE = "_w";
  static final String CAPITALS = "_c";

  /** Matches sections, not the entries with a document's trace. */
  public static final Query EVERY_SECTION = new TermQuery(new Term("is", "section"));

  /** Matches the entries with a document's trace. */
  private static final Query EVERY_TRACE = new TermQuery(new Term("is", "tombstone"));

  static final String IS = "is";
  public static final String DOCUMENT = "document";

  /** A hash of a section's document: the same in all segments, unlike ordinals. */
  public static final String DOCUMENT_HASH = "document_hash";

  /** The day from which on everybody may read it, since 1970; missing where it was never closed. */
  public static final String PUBLIC_FROM = "public_from";

  public static final String SECTION = "section";

  /** Puts sections in a pseudo-random order that is always the same. */
  public static final String SAMPLE_ORDER = "sample_order";

  public static final String GONE = "gone";
  private static final String FINGERPRINT = "print";

  /** The texts of a document's sections, by {@link StoredText}; stored only. */
  public static final String TEXTS = "texts";

  /** The sides that have text, by {@link FieldGroup#stem}. */
  static final String HAS = "has";

  public static final String POSITION = "position";

  /** What a section's score is multiplied by: more than 0, at most {@link #LARGEST_WEIGHT}. */
  public static final String WEIGHT = "weight";

  /** The same where documents are searched for, of which titles and headings say more. */
  public static final String DOCUMENT_WEIGHT = "document_weight";

  public static final float LARGEST_WEIGHT = 1.3f;
  public static final String SUMMARY = "card";

  /** The document's id and all folders above it, in lower case. */
  public static final String FOLDER = "folder";

  static final String TITLE = "title_";
  public static final String DATE = "date";
  public static final String FIRST_DAY = "first_day";
  public static final String LAST_DAY = "last_day";

  /** What is shown of a section beside its texts; stored only. */
  static final String DETAILS = "details";

  /** The names of a document's people and publishers, stored with its title. */
  static final String NAMES = "names";

  public static final String TASK_ORDER = "task_order";

  /** What waits for an answer: suggestion, comment or check, as in {@code has:comment}. */
  public static final String OPEN = "open";

  /** The codes of failed checks that nobody has dismissed. */
  public static final String CHECK = "check";

  /** For whom it waits and why, by {@link #waiting}. */
  static final String WAITING = "waiting";

  public static final String WORK_ORDER = "work_order";

  /** When the section last changed or an open report was filed, in milliseconds since the epoch. */
  public static final String NEWS = "news";

  /** When the section last changed, in milliseconds since the epoch. */
  public static final String CHANGED = "changed";

  private static final String TITLED = "titled";
  private static final int LONGEST_LABEL = 200;

  /** In hexadecimal digits; what is found by so much of a hash is compared in full. */
  private static final int FINGERPRINT_LENGTH = 12;

  private IndexSchema() {}

  /** The label of a facet value, as it is indexed, counted and filtered by. */
  public static String label(String value) {
    String stripped = value.strip();
    return stripped.codePointCount(0, stripped.length()) <= LONGEST_LABEL
        ? stripped
        : stripped.substring(0, stripped.offsetByCodePoints(0, LONGEST_LABEL));
  }

  /** Matches the sections of a document. */
  public static Query sectionsOf(DocumentId id) {
    return Queries.all(EVERY_SECTION, new TermQuery(new Term(DOCUMENT, id.value())));
  }

  /** Matches the entry with a document's trace. */
  public static Query traceOf(DocumentId id) {
    return Queries.all(EVERY_TRACE, new TermQuery(new Term(DOCUMENT, id.value())));
  }

  /** Matches the sections that have text on that side. */
  public static Query has(FieldGroup side) {
    return new TermQuery(new Term(HAS, side.stem()));
  }

  /** The term of the sections that wait so. */
  public static Term waiting(Waiting waiting) {
    return new Term(WAITING, waiting.kind().code() + ":" + waiting.person());
  }

  /** The term of the title sections with that title, on either side, whatever its punctuation. */
  public static Term titled(String title) {
    return new Term(TITLED, DocumentTitles.words(title));
  }

  /** The term of the documents that have or had a block with that hash, and hardly any others. */
  public static Term fingerprint(TextHash hash) {
    return new Term(FINGERPRINT, hash.hex().substring(0, FINGERPRINT_LENGTH));
  }

  public static FacetsConfig facets() {
    var config = new FacetsConfig();
    for (Facet facet : Facet.values()) {
      config.setMultiValued(facet.code(), facet.hasSeveralValues());
      config.setDrillDownTermsIndexing(facet.code(), DrillDownTermsIndexing.FULL_PATH_ONLY);
    }
    return config;
  }
}
