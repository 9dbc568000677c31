package no.speil.corpus;

import java.util.Optional;
import java.util.regex.Pattern;

/** A colour of a screen (sRGB), each part from 0 to 255. */
public record Color(int red, int green, int blue) {
  /** The darkest ground of words in the light theme. */
  public static final Color LIGHT_GROUND = new Color(0xf5, 0xf3, 0xee);

  /** The brightest ground of words in the dark theme. */
  public static final Color DARK_GROUND = new Color(0x1f, 0x22, 0x26);

  /** The least contrast of words with their ground (WCAG 2.2, 1.4.3). */
  public static final double READABLE = 4.5;

  private static final Pattern WRITTEN = Pattern.compile("#?\\p{XDigit}{6}");
  private static final int STEPS = 20;

  /** The colour written as six hexadecimal digits, with or without {@code #}. */
  public static Optional<Color> parse(String written) {
    if (!WRITTEN.matcher(written).matches()) {
      return Optional.empty();
    }
    int all = Integer.parseInt(written.replace("#", ""), 16);
    return Optional.of(new Color(all >> 16, all >> 8 & 0xff, all & 0xff));
  }

  /** How well one can be told from the other, from 1 to 21 (WCAG 2.2, contrast ratio). */
  public double contrast(Color other) {
    double one = luminance() + .05;
    double two = other.luminance() + .05;
    return Math.max(one, two) / Math.min(one, two);
  }

  private double luminance() {
    return .2126 * linear(red) + .7152 * linear(green) + .0722 * linear(blue);
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= .04045 ? share / 12.92 : Math.pow((share + .055) / 1.055, 2.4);
  }

  /** The same, with so much white in it that it can be read in the dark theme. */
  public Color inDarkTheme() {
    Color lighter = this;
    for (int step = 1; lighter.contrast(DARK_GROUND) < READABLE; step++) {
      lighter = new Color(lighter(red, step), lighter(green, step), lighter(blue, step));
    }
    return lighter;
  }

  private static int lighter(int part, int step) {
    return part + (255 - part) * step / STEPS;
  }

  @Override
  public String toString() {
    return "#%02x%02x%02x".formatted(red, green, blue);
  }
}
