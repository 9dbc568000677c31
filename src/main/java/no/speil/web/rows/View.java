package no.speil.web.rows;

import java.util.Locale;

/** How the two texts are laid out. */
public enum View {
  SIDE,
  LINES,
  NO,
  EN;

  /** The name in addresses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The view of that code; side by side for anything else. */
  public static View of(String code) {
    for (View view : values()) {
      if (view.code().equals(code)) {
        return view;
      }
    }
    return SIDE;
  }
}
