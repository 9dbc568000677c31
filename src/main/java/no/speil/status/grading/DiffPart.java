package no.speil.status.grading;

import no.speil.corpus.Coded;

/** A part of a diff: text that both versions have, or only one of them. */
public record DiffPart(Op op, String text) {

  /** Whether both versions have the text, only the newer, or only the older. */
  public enum Op implements Coded {
    EQUAL,
    INSERT,
    DELETE
  }
}
