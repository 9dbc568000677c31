package no.speil.qa;

import java.util.Set;

/**
 * A section's two texts in Markdown.
 *
 * @param notes labels of the footnotes that the rest of the translation has
 */
public record SectionTexts(String original, String translation, Set<String> notes) {
  public SectionTexts {
    notes = Set.copyOf(notes);
  }

  /** Two texts that stand alone. */
  public static SectionTexts of(String original, String translation) {
    return new SectionTexts(original, translation, Set.of());
  }
}
