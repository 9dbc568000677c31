package no.speil.checking;

import java.util.Set;

/**
 * A section's two texts in Markdown.
 *
 * @param notes labels of the footnotes that the rest of the translation has
 */
public record Texts(String original, String translation, Set<String> notes) {
  public Texts {
    notes = Set.copyOf(notes);
  }

  /** Two texts that stand alone. */
  public static Texts of(String original, String translation) {
    return new Texts(original, translation, Set.of());
  }
}
