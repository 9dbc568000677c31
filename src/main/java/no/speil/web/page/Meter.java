package no.speil.web.page;

import java.util.List;

/** Progress as a bar and in words. */
public record Meter(List<Stretch> stretches, String words) {
  public Meter {
    stretches = List.copyOf(stretches);
  }

  /**
   * A part of the bar.
   *
   * @param from start in percent
   * @param width in percent
   */
  public record Stretch(String code, double from, double width) {}
}
