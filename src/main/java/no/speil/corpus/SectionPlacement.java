package no.speil.corpus;

import org.jspecify.annotations.Nullable;

/**
 * A section new or changed in a layout, and where it stands.
 *
 * @param after the section just before it, or null for the document's first
 */
public record SectionPlacement(SectionLayout section, @Nullable SectionId after) {}
