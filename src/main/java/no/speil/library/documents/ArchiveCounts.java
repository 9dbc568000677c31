package no.speil.library.documents;

import no.speil.status.Progress;

/** What the archive holds, counted. */
public record ArchiveCounts(long documents, long sections, long problems, Progress progress) {}
