package no.speil.search;

import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.corpus.TextHash;

/**
 * What the index keeps about a document beside its sections, even after they are deleted.
 *
 * @param gone ids of sections that it had; the index still finds the document by them
 * @param fingerprints hashes of its blocks, which identify the text under another name
 * @param texts its sections' texts, and former ones that its record lacks
 */
public record DocumentTrace(
    List<SectionId> gone, List<TextHash> fingerprints, List<SectionText> texts) {
  public static final DocumentTrace NONE = new DocumentTrace(List.of(), List.of(), List.of());

  public boolean isEmpty() {
    return gone.isEmpty() && fingerprints.isEmpty() && texts.isEmpty();
  }
}
