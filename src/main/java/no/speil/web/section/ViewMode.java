package no.speil.web.section;

import no.speil.corpus.Coded;

/** How the two texts are laid out; of a pair, the Norwegian one comes first unless it says so. */
public enum ViewMode implements Coded {
  SIDE,
  LINES,
  NO,
  EN,
  SIDE_EN,
  LINES_EN,

  /** Both, beside the files that show how the original looked. */
  EVIDENCE;

  /** Whether both texts are shown, and nothing else. */
  public boolean isPair() {
    return this != EVIDENCE && !isOneText();
  }

  public boolean isOneText() {
    return this == NO || this == EN;
  }

  /** The same layout with the Norwegian text first. */
  public ViewMode norwegianFirst() {
    return switch (this) {
      case SIDE_EN -> SIDE;
      case LINES_EN -> LINES;
      case SIDE, LINES, NO, EN, EVIDENCE -> this;
    };
  }

  /** The same layout with the other text first, for pairs. */
  public ViewMode swapped() {
    return switch (this) {
      case SIDE -> SIDE_EN;
      case LINES -> LINES_EN;
      case SIDE_EN, LINES_EN, NO, EN, EVIDENCE -> norwegianFirst();
    };
  }

  /**
   * The view with only the other language.
   *
   * @param lang of the page, for views that show both
   */
  public ViewMode other(String lang) {
    return switch (this) {
      case NO -> EN;
      case EN -> NO;
      default -> lang.equals("en") ? NO : EN;
    };
  }

  /** Parses a code; side by side by default. */
  public static ViewMode of(String code) {
    return Coded.parse(values(), code).orElse(SIDE);
  }
}
