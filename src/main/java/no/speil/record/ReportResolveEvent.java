package no.speil.record;

import java.util.List;
import no.speil.corpus.SectionId;

/**
 * "resolve" of a report: what came of it. The last one counts.
 *
 * @param section the one that the report is shown at, which may not be the one it was made on
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
