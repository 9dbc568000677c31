package no.speil.align.identity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.TextHash;

/** Gives sections their ids: the recorded ones, and new ones that the record has never held. */
final class SectionIdAllocator {
  private final DocumentId document;
  private final Set<SectionId> taken;
  private final Map<TextHash, Integer> occurrences = new HashMap<>();

  SectionIdAllocator(DocumentId document, Set<SectionId> taken) {
    this.document = document;
    this.taken = new HashSet<>(taken);
  }

  /** The ids of all sections, which come in the document's order. */
  Map<MutableSection, SectionId> ids(List<MutableSection> ordered) {
    var ids = new LinkedHashMap<MutableSection, SectionId>();
    for (MutableSection section : ordered) {
      List<CurrentBlock> run = section.leadingSide();
      int occurrence = occurrences.merge(CurrentBlock.hash(run), 1, Integer::sum) - 1;
      SectionLayout known = section.recorded();
      ids.put(section, known == null ? allocate(run, occurrence) : known.id());
    }
    return ids;
  }

  private SectionId allocate(List<CurrentBlock> run, int occurrence) {
    String normalized = CurrentBlock.normalized(run);
    for (int salt = 0; ; salt++) {
      SectionId id = SectionId.derive(document, normalized, occurrence, salt);
      if (taken.add(id)) {
        return id;
      }
    }
  }
}
