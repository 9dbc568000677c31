package no.speil.search.schema;

import java.util.Locale;
import no.speil.search.IndexedSection.Role;
import org.jspecify.annotations.Nullable;

/**
 * The fields of titles and headings for completion. Every prefix of every word is a term, so that a
 * lookup reads one list of postings and does not iterate over words.
 */
public enum CompletionField {
  TITLE,
  HEADING;

  private static final String FIRST = "_first";
  private static final String ANY = "_any";

  /** The field for a section of that role; null for plain text. */
  static @Nullable CompletionField of(Role role) {
    return switch (role) {
      case TITLE -> TITLE;
      case HEADING -> HEADING;
      case PICTURE, TEXT -> null;
    };
  }

  public static boolean isField(String field) {
    return isFirst(field) || field.endsWith(ANY);
  }

  public static boolean isFirst(String field) {
    return field.endsWith(FIRST);
  }

  /** The field of prefixes of the first word. */
  public String first(FieldGroup fieldGroup) {
    return field(fieldGroup) + FIRST;
  }

  /** The field of prefixes of any word. */
  public String any(FieldGroup fieldGroup) {
    return field(fieldGroup) + ANY;
  }

  private String field(FieldGroup fieldGroup) {
    return fieldGroup.stem() + "_" + name().toLowerCase(Locale.ROOT);
  }
}
