package no.speil.status;

import no.speil.record.EventSignature;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a section.
 *
 * @param judged the last mark or confirmation, upward or downward, that the standing rests on
 * @param vouched the last mark as translated or reviewed, or confirmation, not since taken back
 * @param translated who last saved the text, or marked it translated where nobody saved it here
 */
public record Attribution(
    @Nullable EventSignature judged,
    @Nullable EventSignature vouched,
    @Nullable EventSignature translated) {
  public static final Attribution NOBODY = new Attribution(null, null, null);
}
