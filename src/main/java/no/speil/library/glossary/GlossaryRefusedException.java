package no.speil.library.glossary;

import no.speil.corpus.Coded;

/** A change of the glossary that is not made. The message is a code. */
public final class GlossaryRefusedException extends RuntimeException {
  private final Reason reason;

  GlossaryRefusedException(Reason reason) {
    super(reason.code());
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** Why not. */
  public enum Reason implements Coded {
    EMPTY,
    CONTROL,
    TOO_LONG,
    NOTE_TOO_LONG,
    COMMENT,
    PRESENT,
    NO_LINE,
    NOT_UTF8
  }
}
