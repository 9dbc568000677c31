package no.speil.qa;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * Checks that a translation is about as long as its original. The limit is in standard deviations
 * that grow with the square root of the length, after Gale and Church (1993).
 */
final class LengthRatio implements QaRule {
  private static final double RATIO = 1.03;
  private static final double VARIANCE = 5.5;
  private static final double FARTHEST = 4;

  /** Smaller differences, in characters, are always allowed. */
  private static final int FEW = 18;

  @Override
  public void check(CheckedTexts checkedTexts, BiConsumer<QaCheck, List<String>> found) {
    double expected = RATIO * checkedTexts.original().text().length();
    int length = checkedTexts.translation().text().length();
    double off = length - expected;
    double deviation = Math.sqrt(VARIANCE * Math.max(1, (expected + length) / 2));
    if (Math.abs(off) > Math.max(FEW, FARTHEST * deviation)) {
      String share = String.valueOf(Math.round(100 * length / expected));
      found.accept(off < 0 ? QaCheck.TOO_SHORT : QaCheck.TOO_LONG, List.of(share));
    }
  }
}
