package no.speil.library.glossary;

import java.util.List;
import no.speil.library.glossary.GlossaryRefusedException.Reason;

/**
 * What became of terms that were added from a file.
 *
 * @param added how many are in the glossary now
 * @param known how many it had already
 */
public record GlossaryAdditions(int added, int known, List<RefusedLine> refused) {

  /**
   * A term that is none.
   *
   * @param line of the file
   */
  public record RefusedLine(int line, Reason reason) {}
}
