package no.speil.library;

import no.speil.tracking.Progress;

/** What the archive holds, counted. */
public record Census(long documents, long sections, long problems, Progress progress) {}
