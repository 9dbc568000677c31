package no.speil.search.schema;

import java.util.Locale;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The fields of titles and headings for completion. Short beginnings of words are terms, so that a
 * lookup reads one list of postings, and so are whole words, few of which have a longer beginning.
 */
public enum CompletionField {
  TITLE,
  HEADING;

  /** In letters, of the beginnings that are terms. */
  public static final int LONGEST_BEGINNING = 3;

  private static final String FIRST = "_first";
  private static final String ANY = "_any";

  public static boolean isField(String field) {
    return isFirst(field) || field.endsWith(ANY);
  }

  public static boolean isFirst(String field) {
    return field.endsWith(FIRST);
  }

  /** Matches where a word in that field begins so. */
  public static Query beginning(String field, String beginning) {
    var term = new Term(field, beginning);
    // Terms that are longer than beginnings are whole words.
    return beginning.length() <= LONGEST_BEGINNING ? new TermQuery(term) : new PrefixQuery(term);
  }

  /** The field of the first word. */
  public String first(FieldGroup fields) {
    return field(fields) + FIRST;
  }

  /** The field of all words. */
  public String any(FieldGroup fields) {
    return field(fields) + ANY;
  }

  private String field(FieldGroup fields) {
    return fields.stem() + "_" + name().toLowerCase(Locale.ROOT);
  }
}
