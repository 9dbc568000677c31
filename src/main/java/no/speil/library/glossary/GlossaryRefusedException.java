package no.speil.library.glossary;

import no.speil.corpus.Coded;
import no.speil.lexicon.GlossaryEntry;

/** A change of the glossary that is not made. The message says what to do. */
public final class GlossaryRefusedException extends RuntimeException {
  private final Reason reason;

  GlossaryRefusedException(Reason reason) {
    super(reason.sentence);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** Why not. */
  public enum Reason implements Coded {
    EMPTY("An entry has two sides: write the Norwegian term and the English one."),
    CONTROL("An entry is one line with tabs between its columns: take out tabs and line breaks."),
    TOO_LONG(
        "A term has at most %d characters: shorten it, or make several entries of it."
            .formatted(GlossaryEntry.LONGEST)),
    NOTE_TOO_LONG("A note has at most %d characters: shorten it.".formatted(GlossaryEntry.LONGEST)),
    COMMENT("A line that begins with # is a comment: let the Norwegian term begin otherwise."),
    PRESENT("The glossary has this pair already: change the line that has it."),
    NO_LINE("There is no entry on that line: load the glossary again and take its line numbers."),
    NOT_UTF8(
        "The file glossary.tsv is not UTF-8, so saving could change other words in it: save it as"
            + " UTF-8 first.");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }
  }
}
