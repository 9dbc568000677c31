package no.speil.tracking;

import java.util.List;
import no.speil.corpus.SectionId;

/**
 * "suggest": a translation proposed, or kept from a save that was refused.
 *
 * @param text Markdown
 * @param reason why it is a suggestion and not the text
 */
public record Suggest(Signature signature, SectionId section, String text, String reason)
    implements Event {

  @Override
  public List<SectionId> concerns() {
    return List.of(section);
  }
}
