package no.speil.exchange.unit;

import no.speil.corpus.Coded;

/** A file that is not what its name says, or is not all there. The message is for people. */
public final class UnreadableFileException extends Exception {
  private final Reason reason;
  private final int line;

  /** What is wrong with it. */
  public enum Reason implements Coded {
    /** It is no file of that format. */
    NOT_THIS_FORMAT,
    /** Files with that ending are not brought back. */
    NOT_BROUGHT_BACK,
    /** No terms or memories are kept in files with that ending. */
    UNKNOWN_KIND,
    /** It has nothing in Norwegian and English. */
    OTHER_LANGUAGES,
    /** It ends in the middle, or is damaged. */
    DAMAGED,
    /** It defines entities, which could stand for anything. */
    HAS_ENTITIES,
    /** It is no text in UTF-8 or what it says itself. */
    ENCODING,
    /** It is longer than any export. */
    TOO_LARGE,
    /** An archive within which there is no file that could be read. */
    NOTHING_IN_IT,
    /** A text of which nobody has said what it translates. */
    WITHOUT_ORIGINAL
  }

  /**
   * @param line of the file, from 1; 0 if it is not about a line
   * @param detail what the format's reader says; may be empty
   */
  public UnreadableFileException(Reason reason, int line, String detail) {
    super(reason + (line > 0 ? " in line " + line : "") + (detail.isEmpty() ? "" : ": " + detail));
    this.reason = reason;
    this.line = line;
  }

  public Reason reason() {
    return reason;
  }

  public int line() {
    return line;
  }
}
