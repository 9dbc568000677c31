package no.speil.library.documents;

import java.util.LinkedHashMap;
import java.util.Optional;
import no.speil.corpus.DocumentId;

/**
 * The documents read last, within a bound of memory; the very last also where it alone is beyond
 * it. Thread-safe.
 */
final class DocumentCache {
  private final LinkedHashMap<DocumentId, LiveDocument> documents =
      new LinkedHashMap<>(64, 0.75f, true);
  private final long capacity;
  private long weight;

  /**
   * @param capacity how much it may hold, in {@link LiveDocument#weight}
   */
  DocumentCache(long capacity) {
    this.capacity = capacity;
  }

  synchronized Optional<LiveDocument> get(DocumentId id) {
    return Optional.ofNullable(documents.get(id));
  }

  synchronized void put(LiveDocument loaded) {
    remove(loaded.id());
    documents.put(loaded.id(), loaded);
    weight += loaded.weight();
    while (weight > capacity && documents.size() > 1) {
      remove(documents.sequencedKeySet().getFirst());
    }
  }

  synchronized void remove(DocumentId id) {
    LiveDocument before = documents.remove(id);
    if (before != null) {
      weight -= before.weight();
    }
  }
}
