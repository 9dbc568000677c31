package no.speil.corpus;

import java.util.List;

/** A section as the record remembers it: its blocks known by their prints. */
public record SectionLayout(
    SectionId id,
    Alignment alignment,
    List<BlockFingerprint> original,
    List<BlockFingerprint> translation) {

  public SectionLayout {
    original = List.copyOf(original);
    translation = List.copyOf(translation);
  }

  /** What to remember of a section. */
  public static SectionLayout of(Section section) {
    return new SectionLayout(
        section.id(),
        section.alignment(),
        section.original().stream().map(BlockFingerprint::of).toList(),
        section.translation().stream().map(BlockFingerprint::of).toList());
  }

  /** The prints of one side. */
  public List<BlockFingerprint> side(Side side) {
    return side == Side.ORIGINAL ? original : translation;
  }
}
