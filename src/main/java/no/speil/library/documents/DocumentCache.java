package no.speil.library.documents;

import java.util.LinkedHashMap;
import java.util.Optional;
import no.speil.corpus.DocumentId;

/**
 * The documents read last, within a bound of memory; the very last also where it alone is beyond
 * it. Thread-safe.
 */
final class DocumentCache {
  private final LinkedHashMap<DocumentId, LoadedDocument> documents =
      new LinkedHashMap<>(64, 0.75f, true);
  private final long capacity;
  private long weight;

  /**
   * @param capacity how much it may hold, in {@link LoadedDocument#weight}
   */
  DocumentCache(long capacity) {
    this.capacity = capacity;
  }

  synchronized Optional<LoadedDocument> get(DocumentId id) {
    return Optional.ofNullable(documents.get(id));
  }

  synchronized void put(LoadedDocument loaded) {
    remove(loaded.live().id());
    documents.put(loaded.live().id(), loaded);
    weight += loaded.weight();
    shrink();
  }

  synchronized void remove(DocumentId id) {
    LoadedDocument before = documents.remove(id);
    if (before != null) {
      weight -= before.weight();
    }
  }

  private void shrink() {
    while (weight > capacity && documents.size() > 1) {
      remove(documents.sequencedKeySet().getFirst());
    }
  }
}
