package no.speil.search;

import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** The names of the fields of a Lucene document; {@link Column} has those of the texts. */
final class Schema {
  /** Raised when a field changes its meaning, so that older indexes are built anew. */
  static final String VERSION = "5";

  static final String FOLDED = "_x";
  static final String EXACT = "_e";
  static final String REVERSED = "_r";
  static final String GRAMS = "_g";

  /** Set on sections, not on the tombstones beside them. */
  static final Query EVERY_SECTION = new TermQuery(new Term("is", "section"));

  static final String IS = "is";
  static final String DOCUMENT = "document";
  static final String SECTION = "section";
  static final String KEY = "key";
  static final String GONE = "gone";
  static final String PRINT = "print";

  /** Which sides have text: the names of their columns. */
  static final String HAS = "has";

  static final String POSITION = "position";
  static final String WEIGHT = "weight";
  static final String CARD = "card";

  /** The document's id and all folders above it, in lower case. */
  static final String FOLDER = "folder";

  static final String TITLE = "title_";
  static final String HEADING = "heading";
  static final String LANGUAGE = "language";
  static final String DATE = "date";
  static final String DATE_AS_WRITTEN = "date_as_written";
  static final String FIRST_DAY = "first_day";
  static final String LAST_DAY = "last_day";
  static final String AUTHOR = "author";
  static final String TRANSLATOR = "translator";
  static final String KIND = "kind";
  static final String SUBJECT = "subject";
  static final String STATE = "state";
  static final String FRESHNESS = "freshness";
  static final String TASK = "task";
  static final String TASK_ORDER = "task_order";

  /** The task, or that something is reported: for those who may write, and nobody else. */
  static final String WORK = "work";

  static final String WORK_ORDER = "work_order";

  /** When a reader last reported something that waits, in milliseconds of the epoch. */
  static final String REPORTED = "reported";

  /** When the section last changed or something was reported. */
  static final String NEWS = "news";

  /** When the section last changed, in milliseconds of the epoch. */
  static final String CHANGED = "changed";

  private Schema() {}

  static FacetsConfig facets() {
    var config = new FacetsConfig();
    config.setMultiValued(AUTHOR, true);
    config.setMultiValued(SUBJECT, true);
    config.setMultiValued(TRANSLATOR, true);
    return config;
  }
}
