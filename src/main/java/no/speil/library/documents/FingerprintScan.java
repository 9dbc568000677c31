package no.speil.library.documents;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentId;
import no.speil.corpus.TextHash;

/** Finds documents by their blocks where there is no index, by reading the files. */
public final class FingerprintScan implements FingerprintIndex {
  private final Archive archive;
  private final Map<TextHash, Set<DocumentId>> holders = new HashMap<>();

  public FingerprintScan(Archive archive) {
    this.archive = archive;
  }

  /**
   * Reads which of all documents have blocks of those whose record or text is without the other.
   */
  public void read(Collection<DocumentId> open, Collection<DocumentId> all) {
    var reader = new RecordAssignment(archive, this);
    for (DocumentId id : open) {
      reader.blocks(id).forEach(hash -> holders.put(hash, new TreeSet<>()));
    }
    for (DocumentId id : all) {
      reader.blocks(id).stream()
          .filter(holders::containsKey)
          .forEach(hash -> holders.computeIfAbsent(hash, any -> new TreeSet<>()).add(id));
    }
  }

  @Override
  public List<DocumentId> alike(List<TextHash> blocks, int least, int most) {
    return FingerprintIndex.foundMost(
        blocks.stream().flatMap(hash -> holders.getOrDefault(hash, Set.of()).stream()),
        least,
        most);
  }
}
