package no.speil.search.schema;

import java.util.Locale;
import no.speil.search.IndexedSection.Role;
import org.jspecify.annotations.Nullable;

/**
 * What is offered while a query is typed. Every beginning of every word of it is a term of its own,
 * so that a look-up reads one list and does not walk through the words of the archive.
 */
public enum CompletionField {
  TITLE,
  HEADING;

  private static final String FIRST = "_first";
  private static final String ANY = "_any";

  /** What a section leads with; null for plain text. */
  static @Nullable CompletionField of(Role role) {
    return switch (role) {
      case TITLE -> TITLE;
      case HEADING -> HEADING;
      case TEXT -> null;
    };
  }

  public static boolean isField(String field) {
    return isFirst(field) || field.endsWith(ANY);
  }

  public static boolean isFirst(String field) {
    return field.endsWith(FIRST);
  }

  /** Beginnings of the first word. */
  public String first(FieldGroup fieldGroup) {
    return field(fieldGroup) + FIRST;
  }

  /** Beginnings of any word. */
  public String any(FieldGroup fieldGroup) {
    return field(fieldGroup) + ANY;
  }

  private String field(FieldGroup fieldGroup) {
    return fieldGroup.stem() + "_" + name().toLowerCase(Locale.ROOT);
  }
}
