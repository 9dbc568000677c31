package no.speil.align.identity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.TextHash;

/** Derives ids for new sections, none that the record has ever held. */
final class SectionIdAllocator {
  private final DocumentId document;
  private final Set<SectionId> taken;
  private final Map<TextHash, Integer> occurrences = new HashMap<>();

  SectionIdAllocator(DocumentId document, Set<SectionId> taken) {
    this.document = document;
    this.taken = new HashSet<>(taken);
  }

  /** Counts a section of that text that has its id already. */
  void count(TextHash text) {
    occurrences.merge(text, 1, Integer::sum);
  }

  /**
   * The id of a new section.
   *
   * @param run its blocks; sections come in the document's order
   */
  SectionId allocate(List<CurrentBlock> run) {
    int occurrence = occurrences.merge(CurrentBlock.hash(run), 1, Integer::sum) - 1;
    String normalized = CurrentBlock.normalized(run);
    for (int salt = 0; ; salt++) {
      SectionId id = SectionId.derive(document, normalized, occurrence, salt);
      if (taken.add(id)) {
        return id;
      }
    }
  }
}
