package no.speil.corpus;

/**
 * How the two sides of a section came together.
 *
 * @param confidence 0 to 1
 */
public record Alignment(Method method, double confidence) {
  /** Made or confirmed by a person. */
  public static final Alignment CONFIRMED = new Alignment(Method.CONFIRMED, 1);

  /** Certain, but made by the program; also for a text that waits for a counterpart. */
  public static final Alignment CERTAIN = new Alignment(Method.AUTOMATIC, 1);

  public Alignment {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence outside 0..1: " + confidence);
    }
  }

  /** Who made the alignment. */
  public enum Method implements Coded {
    AUTOMATIC,
    CONFIRMED
  }
}
