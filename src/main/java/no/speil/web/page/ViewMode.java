package no.speil.web.page;

import java.util.Locale;

/** How the two texts are laid out. */
public enum ViewMode {
  SIDE,
  LINES,
  NO,
  EN;

  /** The name in addresses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
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
      case SIDE, LINES -> lang.equals("en") ? NO : EN;
    };
  }

  /** Parses a code; side by side by default. */
  public static ViewMode of(String code) {
    for (ViewMode view : values()) {
      if (view.code().equals(code)) {
        return view;
      }
    }
    return SIDE;
  }
}
