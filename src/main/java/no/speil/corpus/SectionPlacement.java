package no.speil.corpus;

import org.jspecify.annotations.Nullable;

/**
 * A new or changed section of a layout and its place.
 *
 * @param after the section before it, or null for the document's first
 */
public record SectionPlacement(SectionLayout section, @Nullable SectionId after) {}
