package no.speil.search;

import no.speil.corpus.Coded;
import no.speil.corpus.text.Normalization;

/**
 * Why a section waits for a person.
 *
 * @param person as the index writes names: composed and in lower case; empty for a report
 */
public record Waiting(Kind kind, String person) {

  /** The kinds, in the order in which an inbox lists them. */
  public enum Kind implements Coded {
    /** Somebody has suggested another text for the person's. */
    SUGGESTION,
    /** An open comment names the person, or somebody has written it on the person's text. */
    QUESTION,
    /** Somebody else has replaced the person's text, and they have done nothing there since. */
    REPLACED,
    /** The original has changed since the person translated it. */
    STALE,
    /** A reader has reported an error; waits for everybody who settles reports. */
    REPORT
  }

  /** A report that waits to be settled. */
  public static final Waiting REPORT = new Waiting(Kind.REPORT, "");

  public Waiting {
    person = Normalization.caseless(person);
  }
}
