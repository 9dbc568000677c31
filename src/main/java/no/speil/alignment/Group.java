package no.speil.alignment;

import java.util.List;
import no.speil.corpus.Alignment;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;
import org.jspecify.annotations.Nullable;

/**
 * A section in the making: the found blocks of each side, in order, and the remembered section that
 * it continues, or null for a new one.
 */
final class Group {
  private final @Nullable SectionLayout recorded;
  private Alignment alignment;
  private @Nullable Group became;
  private List<Found> original = List.of();
  private List<Found> translation = List.of();

  Group(@Nullable SectionLayout recorded, Alignment alignment) {
    this.recorded = recorded;
    this.alignment = alignment;
  }

  /** Hands its blocks over to another group, in which it lives on. */
  void become(Group other) {
    became = other;
    original = List.of();
    translation = List.of();
  }

  /** The group that it lives on in, itself as a rule. */
  Group survivor() {
    Group last = this;
    while (last.became != null) {
      last = last.became;
    }
    return last;
  }

  @Nullable SectionLayout recorded() {
    return recorded;
  }

  Alignment alignment() {
    return alignment;
  }

  void align(Alignment alignment) {
    this.alignment = alignment;
  }

  List<Found> side(Side side) {
    return side == Side.ORIGINAL ? original : translation;
  }

  void put(Side side, List<Found> blocks) {
    if (side == Side.ORIGINAL) {
      original = List.copyOf(blocks);
    } else {
      translation = List.copyOf(blocks);
    }
  }

  boolean has(Side side) {
    return !side(side).isEmpty();
  }

  boolean isPair() {
    return has(Side.ORIGINAL) && has(Side.TRANSLATION);
  }

  boolean isEmpty() {
    return !has(Side.ORIGINAL) && !has(Side.TRANSLATION);
  }

  int first(Side side) {
    return side(side).getFirst().place();
  }

  int last(Side side) {
    return side(side).getLast().place();
  }

  boolean isConfirmed() {
    return alignment.method() == Alignment.Method.CONFIRMED;
  }
}
