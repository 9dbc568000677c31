package no.speil.web.section;

import no.speil.corpus.Coded;

/** How the two texts are laid out. */
public enum ViewMode implements Coded {
  SIDE,
  LINES,
  NO,
  EN;

  /**
   * The view with only the other language.
   *
   * @param lang of the page, for views that show both
   */
  public ViewMode other(String lang) {
    return switch (this) {
      case NO -> EN;
      case EN -> NO;
      case SIDE, LINES -> lang.equals("en") ? NO : EN;
    };
  }

  /** Parses a code; side by side by default. */
  public static ViewMode of(String code) {
    return Coded.parse(values(), code).orElse(SIDE);
  }
}
