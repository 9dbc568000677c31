package no.speil.library.documents;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.Block;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.BlockKind;
import no.speil.corpus.DocumentText;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;

/**
 * The hashes of an original's blocks, without its title, by which it is known again under another
 * name.
 */
public record DocumentFingerprint(Set<TextHash> hashes) {
  private static final int SAMPLE = 8;
  private static final int LEAST_BLOCKS = 3;
  private static final int LEAST_CHARACTERS = 60;

  public DocumentFingerprint {
    hashes = Set.copyOf(hashes);
  }

  static DocumentFingerprint of(DocumentText original) {
    return new DocumentFingerprint(body(original).map(TextHash::of).collect(Collectors.toSet()));
  }

  /** Those that a record remembers. */
  public static DocumentFingerprint of(List<SectionLayout> layout) {
    return new DocumentFingerprint(
        layout.stream()
            .flatMap(section -> section.side(Side.ORIGINAL).stream())
            .filter(print -> print.kind() != BlockKind.TITLE)
            .map(BlockFingerprint::hash)
            .collect(Collectors.toSet()));
  }

  /**
   * The lowest hashes: two texts that have most blocks in common have some of these in common
   * (bottom-k sketches, Cohen and Kaplan 2007).
   */
  public List<TextHash> sample() {
    return hashes.stream().sorted(Comparator.comparing(TextHash::hex)).limit(SAMPLE).toList();
  }

  /** Whether half of the blocks on both sides are the other's. */
  boolean agreeWith(DocumentText original) {
    return 2 * shared(original).size() >= Math.max(of(original).hashes.size(), hashes.size());
  }

  /** Whether what they share with a text is more than phrases that anybody might write. */
  boolean areTelling(DocumentText original) {
    Set<TextHash> shared = shared(original);
    int characters =
        body(original)
            .filter(block -> shared.contains(TextHash.of(block)))
            .mapToInt(block -> block.text().length())
            .sum();
    return shared.size() >= LEAST_BLOCKS || characters >= LEAST_CHARACTERS;
  }

  private Set<TextHash> shared(DocumentText original) {
    var shared = new HashSet<>(of(original).hashes);
    shared.retainAll(hashes);
    return shared;
  }

  private static Stream<Block> body(DocumentText text) {
    return text.blocks().stream().filter(block -> block.kind() != BlockKind.TITLE);
  }
}
