package no.speil.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import no.speil.corpus.SectionId;

/**
 * "resolve" of a report: its verdict. The last one counts.
 *
 * @param section where the report is shown, which may not be the section that it was made on
 * @param report its {@link ReportEvent#id}
 */
public record ReportResolveEvent(
    EventSignature signature,
    SectionId section,
    String report,
    @JsonProperty("outcome") ReportVerdict verdict)
    implements SectionEvent {}
