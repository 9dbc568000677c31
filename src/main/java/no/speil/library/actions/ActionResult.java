package no.speil.library.actions;

import no.speil.corpus.SectionId;
import no.speil.library.documents.ActionRefusedException;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;

/** What came of one section's part in an action on several: exactly one of the two is there. */
public record ActionResult(
    SectionId id, @Nullable TrackedSection now, @Nullable ActionRefusedException refused) {}
