package no.speil.search;

import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.corpus.TextHash;

/**
 * What the index keeps of a document beside its sections, also when they are gone.
 *
 * @param gone ids that its sections had, by which the index goes on finding it
 * @param prints by which the index knows its text again under another name
 */
public record DocumentTrace(List<SectionId> gone, List<TextHash> prints) {
  public static final DocumentTrace NONE = new DocumentTrace(List.of(), List.of());

  public DocumentTrace {
    gone = List.copyOf(gone);
    prints = List.copyOf(prints);
  }

  public boolean isEmpty() {
    return gone.isEmpty() && prints.isEmpty();
  }
}
