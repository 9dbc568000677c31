package no.speil.web;

import java.util.Locale;

/** How the two texts are laid out. */
enum View {
  SIDE,
  LINES,
  NO,
  EN;

  /** The name in addresses. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The view of that code; side by side for anything else. */
  static View of(String code) {
    for (View view : values()) {
      if (view.code().equals(code)) {
        return view;
      }
    }
    return SIDE;
  }
}
