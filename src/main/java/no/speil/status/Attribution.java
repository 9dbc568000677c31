package no.speil.status;

import no.speil.record.EventSignature;
import org.jspecify.annotations.Nullable;

/**
 * Who is responsible for a section's status.
 *
 * @param judged the last mark or confirmation, in either direction, that the status rests on
 * @param vouched the last mark as translated or reviewed, or confirmation, that was not taken back
 * @param translated who last saved or suggested the text, or marked it translated if nobody saved
 *     it here; not who corrected it ({@link CorrectionRule})
 */
public record Attribution(
    @Nullable EventSignature judged,
    @Nullable EventSignature vouched,
    @Nullable EventSignature translated) {
  public static final Attribution NOBODY = new Attribution(null, null, null);
}
