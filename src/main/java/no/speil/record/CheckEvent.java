package no.speil.record;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import no.speil.corpus.SectionId;
import no.speil.corpus.TextHash;

/** "check": a verdict on a failed check, made for exactly these two texts. The last one counts. */
public record CheckEvent(
    EventSignature signature,
    SectionId section,
    @JsonUnwrapped CheckVerdict verdict,
    TextSnapshot original,
    TextSnapshot translation)
    implements SectionEvent {
  /** Whether it is about that finding in these two texts. */
  public boolean isAbout(CheckVerdict finding, TextHash ofOriginal, TextHash ofTranslation) {
    return verdict.code().equals(finding.code())
        && verdict.words().equals(finding.words())
        && original.hash().equals(ofOriginal)
        && translation.hash().equals(ofTranslation);
  }

  @Override
  public int characters() {
    String reason = verdict.reason();
    return reason == null ? 0 : reason.length();
  }
}
