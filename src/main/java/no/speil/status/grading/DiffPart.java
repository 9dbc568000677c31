package no.speil.status.grading;

import java.util.Locale;

/** A stretch of text that two versions share, or that one of them has. */
public record DiffPart(Op op, String text) {

  /** Whose the stretch is: of both, of the newer only, of the older only. */
  public enum Op {
    EQUAL,
    INSERT,
    DELETE;

    /** The name in JSON: lower case. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
