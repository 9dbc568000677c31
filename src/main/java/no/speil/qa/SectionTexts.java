package no.speil.qa;

import java.util.Set;
import no.speil.corpus.TextRole;
import org.jspecify.annotations.Nullable;

/**
 * A section's two texts in Markdown.
 *
 * @param role of both texts in their documents
 * @param notes labels of the footnotes that the rest of the translation has; null if unknown
 */
public record SectionTexts(
    String original, String translation, TextRole role, @Nullable Set<String> notes) {

  /** Two texts outside a document. */
  public static SectionTexts of(String original, String translation) {
    return new SectionTexts(original, translation, TextRole.BODY, null);
  }
}
