package no.speil.corpus;

import org.jspecify.annotations.Nullable;

/**
 * A section that has left the layout.
 *
 * @param became the section that it was merged into, or null where its text is gone
 */
public record RemovedSection(SectionId id, @Nullable SectionId became) {}
