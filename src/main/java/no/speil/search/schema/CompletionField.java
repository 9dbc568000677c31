package no.speil.search.schema;

import java.util.Locale;

/** The fields of titles and headings for completion: their words with accents folded. */
public enum CompletionField {
  TITLE,
  HEADING;

  private static final String FIRST = "_first";
  private static final String ANY = "_any";

  public static boolean isFirst(String field) {
    return field.endsWith(FIRST);
  }

  /** The field of the first word. */
  public String first(FieldGroup fieldGroup) {
    return field(fieldGroup) + FIRST;
  }

  /** The field of all words. */
  public String any(FieldGroup fieldGroup) {
    return field(fieldGroup) + ANY;
  }

  private String field(FieldGroup fieldGroup) {
    return fieldGroup.stem() + "_" + name().toLowerCase(Locale.ROOT);
  }
}
