package no.speil.search;

import java.util.Locale;

/** How a section matches a search. */
public enum MatchKind {
  /** It has every word as it was asked for, inflected or in the other written norm. */
  WORDS,
  /** It has some of the words by sure translations only. */
  TRANSLATION,
  /** It may be meant; not counted as found. */
  GUESS;

  /** The code in JSON. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
