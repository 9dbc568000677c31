package no.speil.align.identity;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import no.speil.corpus.Alignment;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.BlockKind;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;
import org.jspecify.annotations.Nullable;

/** A section in the making: the current blocks of each side, in order. */
public final class MutableSection {
  private final @Nullable SectionLayout recorded;
  private Alignment alignment;
  private @Nullable MutableSection mergedInto;
  private List<CurrentBlock> original = List.of();
  private List<CurrentBlock> translation = List.of();

  /**
   * @param recorded the recorded section that this one continues; null for a new one
   */
  public MutableSection(@Nullable SectionLayout recorded, Alignment alignment) {
    this.recorded = recorded;
    this.alignment = alignment;
  }

  /** Makes this section empty and the other its survivor. */
  void mergeInto(MutableSection other) {
    mergedInto = other;
    put(List.of(), List.of());
  }

  /** The section that this one is part of now: itself unless it was merged into another. */
  MutableSection survivor() {
    MutableSection last = this;
    while (last.mergedInto != null) {
      last = last.mergedInto;
    }
    return last;
  }

  public @Nullable SectionLayout recorded() {
    return recorded;
  }

  /**
   * The id of the recorded section that this one continues.
   *
   * @throws NullPointerException for a new section
   */
  public SectionId recordedId() {
    return Objects.requireNonNull(recorded).id();
  }

  public Alignment alignment() {
    return alignment;
  }

  public void align(Alignment alignment) {
    this.alignment = alignment;
  }

  /** A person confirmed the pair: the side that is left of it may get another counterpart. */
  void unconfirmIfOneSideIsLost() {
    if (isConfirmed()
        && recorded != null
        && recorded.original().isEmpty() == recorded.translation().isEmpty()
        && !isPair()) {
      alignment = Alignment.CERTAIN;
    }
  }

  public List<CurrentBlock> side(Side side) {
    return side == Side.ORIGINAL ? original : translation;
  }

  /** The blocks of the original; of the translation if there is no original. */
  public List<CurrentBlock> leadingSide() {
    return original.isEmpty() ? translation : original;
  }

  public void put(Side side, List<CurrentBlock> blocks) {
    if (side == Side.ORIGINAL) {
      original = List.copyOf(blocks);
    } else {
      translation = List.copyOf(blocks);
    }
  }

  public void put(List<CurrentBlock> originals, List<CurrentBlock> translations) {
    original = List.copyOf(originals);
    translation = List.copyOf(translations);
  }

  public boolean has(Side side) {
    return !side(side).isEmpty();
  }

  public boolean isPair() {
    return has(Side.ORIGINAL) && has(Side.TRANSLATION);
  }

  public boolean isEmpty() {
    return !has(Side.ORIGINAL) && !has(Side.TRANSLATION);
  }

  public boolean isTitle() {
    return Stream.of(original, translation)
        .anyMatch(side -> !side.isEmpty() && side.getFirst().block().kind() == BlockKind.TITLE);
  }

  boolean isConfirmed() {
    return alignment.method() == Alignment.Method.CONFIRMED;
  }

  /** The place of the first block of that side, which is not empty. */
  public int first(Side side) {
    return side(side).getFirst().place();
  }

  public Section section(SectionId id) {
    return new Section(
        id, CurrentBlock.blocks(original), CurrentBlock.blocks(translation), alignment);
  }

  SectionLayout layout(SectionId id) {
    return new SectionLayout(id, alignment, fingerprints(original), fingerprints(translation));
  }

  private static List<BlockFingerprint> fingerprints(List<CurrentBlock> blocks) {
    return blocks.stream().map(CurrentBlock::fingerprint).toList();
  }
}
