package no.speil.library;

import no.speil.tracking.Progress;

/** What the archive holds, counted. */
public record ArchiveCounts(long documents, long sections, long problems, Progress progress) {}
