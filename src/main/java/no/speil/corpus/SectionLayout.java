package no.speil.corpus;

import java.util.List;
import java.util.stream.Stream;

/**
 * A section in the record: the fingerprints of its blocks. One side may be empty, and the
 * document's title is a section of its own.
 */
public record SectionLayout(
    SectionId id,
    Alignment alignment,
    List<BlockFingerprint> original,
    List<BlockFingerprint> translation) {

  public SectionLayout {
    original = List.copyOf(original);
    translation = List.copyOf(translation);
    if (original.isEmpty() && translation.isEmpty()) {
      throw new ImpossibleLayoutException(id, "has no blocks");
    }
    if (isTitle(original, translation) && !(isTitleAlone(original) && isTitleAlone(translation))) {
      throw new ImpossibleLayoutException(id, "has the title and other blocks");
    }
  }

  private static boolean isTitle(List<BlockFingerprint> one, List<BlockFingerprint> other) {
    return Stream.concat(one.stream(), other.stream())
        .anyMatch(print -> print.kind() == BlockKind.TITLE);
  }

  private static boolean isTitleAlone(List<BlockFingerprint> run) {
    return run.isEmpty() || (run.size() == 1 && run.getFirst().kind() == BlockKind.TITLE);
  }

  /** Whether it is the section of the document's title. */
  public boolean isTitle() {
    return isTitle(original, translation);
  }

  /** The layout of a section with its current blocks. */
  public static SectionLayout of(Section section) {
    return new SectionLayout(
        section.id(),
        section.alignment(),
        section.original().stream().map(BlockFingerprint::of).toList(),
        section.translation().stream().map(BlockFingerprint::of).toList());
  }

  /** The fingerprints of the original; where there are none, those of the translation. */
  public List<BlockFingerprint> leading() {
    return original.isEmpty() ? translation : original;
  }

  /** Whether the other has the same texts on both sides. */
  public boolean hasTextsOf(SectionLayout other) {
    return BlockFingerprint.hashes(original).equals(BlockFingerprint.hashes(other.original))
        && BlockFingerprint.hashes(translation).equals(BlockFingerprint.hashes(other.translation));
  }

  /** The fingerprints of one side. */
  public List<BlockFingerprint> side(Side side) {
    return side == Side.ORIGINAL ? original : translation;
  }
}
