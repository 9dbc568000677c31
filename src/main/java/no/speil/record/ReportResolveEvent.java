package no.speil.record;

import java.util.List;
import no.speil.corpus.SectionId;

/**
 * "resolve" of a report: its verdict. The last one counts.
 *
 * @param section where the report is shown, which may not be the section that it was made on
 * @param report its {@link ReportEvent#id}
 */
public record ReportResolveEvent(
    EventSignature signature, SectionId section, String report, ReportVerdict verdict)
    implements Event {

  @Override
  public List<SectionId> concerns() {
    return List.of(section);
  }
}
