package no.speil.status.grading;

import java.util.Locale;

/** A part of a diff: text that both versions have, or only one of them. */
public record DiffPart(Op op, String text) {

  /** Whether both versions have the text, only the newer, or only the older. */
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
