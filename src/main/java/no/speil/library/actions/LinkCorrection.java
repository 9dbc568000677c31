package no.speil.library.actions;

import no.speil.corpus.Side;

/** What a person puts right in how a section's texts belong together. */
public sealed interface LinkCorrection {

  /** The section and another become one. */
  record Join(ExpectedVersion other) implements LinkCorrection {}

  /**
   * The section becomes two.
   *
   * @param original how many blocks of the original the first part, which keeps the id, has
   * @param translation how many of the translation
   */
  record Split(int original, int translation) implements LinkCorrection {}

  /** So many blocks of one side, those nearest to the other section, go to it. */
  record Move(Side side, int blocks, ExpectedVersion to) implements LinkCorrection {}

  /** The two texts do not belong together: each becomes a section without a counterpart. */
  record Unlink() implements LinkCorrection {}

  /** It is right as it is. */
  record Confirm() implements LinkCorrection {}

  /** The last correction that concerned the section is taken back, as long as its texts stand. */
  record Undo() implements LinkCorrection {}
}
