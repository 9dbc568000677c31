package no.speil.status;

import no.speil.corpus.Freshness;
import no.speil.corpus.Section;
import no.speil.corpus.State;
import no.speil.corpus.TextHash;
import no.speil.record.EventSignature;
import no.speil.record.SectionVersion;
import no.speil.status.grading.Change;
import org.jspecify.annotations.Nullable;

/**
 * The status of a section: what people have done with it, and whether that still holds.
 *
 * @param change of the original since the text was vouched for or saved; null if there is none
 */
public record SectionStatus(
    State state,
    Freshness freshness,
    @Nullable Change change,
    StateReason reason,
    Attribution attribution) {
  private static final int ACT_DIGITS = 6;

  /** Whether the passage is left out of the translation on purpose, and so is done. */
  public boolean isLeftOut() {
    return reason instanceof StateReason.LeftOut;
  }

  /** The version of a section that has this status. */
  public SectionVersion version(Section section) {
    return new SectionVersion(
        SectionVersion.hashOf(section.original()),
        SectionVersion.hashOf(section.translation()),
        state.code().charAt(0) + "-" + act(attribution.judged()));
  }

  private static String act(@Nullable EventSignature judged) {
    return judged == null
        ? "0"
        : TextHash.ofNormalized(judged.at() + "|" + judged.by()).hex().substring(0, ACT_DIGITS);
  }
}
