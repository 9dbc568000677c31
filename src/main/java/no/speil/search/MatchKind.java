package no.speil.search;

import no.speil.corpus.Coded;

/** How a section matches a search. */
public enum MatchKind implements Coded {
  /** It has every word as it was asked for, inflected or in the other written norm. */
  WORDS,
  /** It has some of the words by sure translations only. */
  TRANSLATION,
  /** It may be meant; not counted as found. */
  GUESS
}
