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
   * The view that shows the other language alone.
   *
   * @param lang the reader's, which is at hand where both are shown
   */
  public ViewMode other(String lang) {
    return switch (this) {
      case NO -> EN;
      case EN -> NO;
      case SIDE, LINES -> lang.equals("en") ? NO : EN;
    };
  }

  /** The view of that code; side by side for anything else. */
  public static ViewMode of(String code) {
    for (ViewMode view : values()) {
      if (view.code().equals(code)) {
        return view;
      }
    }
    return SIDE;
  }
}
