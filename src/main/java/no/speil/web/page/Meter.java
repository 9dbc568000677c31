package no.speil.web.page;

import java.util.List;

/** How far something is: a bar for the eye and the same in words. */
public record Meter(List<Stretch> stretches, String words) {
  public Meter {
    stretches = List.copyOf(stretches);
  }

  /**
   * A part of the bar.
   *
   * @param from where it begins, in percent
   * @param width in percent
   */
  public record Stretch(String code, double from, double width) {}
}
