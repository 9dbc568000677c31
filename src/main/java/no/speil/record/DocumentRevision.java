package no.speil.record;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.SectionLayout;

/**
 * What a record tells of a version that its document had.
 *
 * @param since when the version was first seen, the last time that it was there
 * @param sections in their order then
 * @param texts as far as their wording is known
 */
public record DocumentRevision(Instant since, List<SectionLayout> sections, BlockTexts texts) {

  /**
   * Finds a version by replaying the layouts; empty if the document has never had it, as far as the
   * record tells.
   *
   * @param events of the whole record, in order
   * @param texts where to look for the wordings
   */
  public static Optional<DocumentRevision> find(
      DocumentVersion version, List<Event> events, BlockTexts texts) {
    var replay = new LayoutReplay();
    DocumentRevision found = null;
    boolean isThere = false;
    for (Event event : LayoutReplay.inOrder(new LinkedHashSet<>(events))) {
      if (!replay.take(event)) {
        continue;
      }
      List<SectionLayout> layout = replay.layout();
      boolean matches = DocumentVersion.ofLayout(layout).equals(version);
      if (matches && !isThere) {
        found = new DocumentRevision(event.signature().at(), layout, texts);
      }
      isThere = matches;
    }
    return Optional.ofNullable(found);
  }

  /** The Markdown of each of these blocks, as far as it is known. */
  public List<String> known(List<BlockFingerprint> blocks) {
    return blocks.stream().flatMap(block -> texts.of(block).stream()).toList();
  }
}
