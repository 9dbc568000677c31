package no.speil.align.identity;

import java.util.List;
import no.speil.corpus.Alignment;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;
import org.jspecify.annotations.Nullable;

/**
 * A section in the making: the found blocks of each side, in order, and the remembered section that
 * it continues, or null for a new one.
 */
public final class MutableSection {
  private final @Nullable SectionLayout recorded;
  private Alignment alignment;
  private @Nullable MutableSection became;
  private List<CurrentBlock> original = List.of();
  private List<CurrentBlock> translation = List.of();

  public MutableSection(@Nullable SectionLayout recorded, Alignment alignment) {
    this.recorded = recorded;
    this.alignment = alignment;
  }

  /** Hands its blocks over to another group, in which it lives on. */
  void become(MutableSection other) {
    became = other;
    original = List.of();
    translation = List.of();
  }

  /** The group that it lives on in, itself as a rule. */
  MutableSection survivor() {
    MutableSection last = this;
    while (last.became != null) {
      last = last.became;
    }
    return last;
  }

  public @Nullable SectionLayout recorded() {
    return recorded;
  }

  public Alignment alignment() {
    return alignment;
  }

  public void align(Alignment alignment) {
    this.alignment = alignment;
  }

  /**
   * What a person said of a pair is not said of the part that is left: it waits for another
   * counterpart.
   */
  void waitWhereAPartIsGone() {
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

  public void put(Side side, List<CurrentBlock> blocks) {
    if (side == Side.ORIGINAL) {
      original = List.copyOf(blocks);
    } else {
      translation = List.copyOf(blocks);
    }
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

  public int first(Side side) {
    return side(side).getFirst().place();
  }

  int last(Side side) {
    return side(side).getLast().place();
  }

  boolean isConfirmed() {
    return alignment.method() == Alignment.Method.CONFIRMED;
  }
}
