package no.speil.qa;

import java.util.Set;
import no.speil.corpus.TextRole;

/**
 * A section's two texts in Markdown.
 *
 * @param role of both texts in their documents
 * @param notes labels of the footnotes that the rest of the translation has
 */
public record SectionTexts(String original, String translation, TextRole role, Set<String> notes) {}
