package no.speil.record;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import no.speil.corpus.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * "claim": somebody is at a part of the document, for others to know; nothing is locked.
 *
 * @param section the heading of the part, or the title for the whole document
 * @param until the last day; null if they are no longer at it
 */
public record ClaimEvent(
    EventSignature signature,
    SectionId section,
    @JsonSetter(nulls = Nulls.SET) @Nullable LocalDate until)
    implements SectionEvent {}
