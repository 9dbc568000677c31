package no.speil.corpus;

import org.jspecify.annotations.Nullable;

/**
 * A section that was removed from the layout.
 *
 * @param became the section that it was merged into, or null if its text is gone
 */
public record RemovedSection(SectionId id, @Nullable SectionId became) {}
