package no.speil.status.grading;

import no.speil.corpus.Coded;

/** How much a change can matter to a translation, the most serious last. */
public enum ChangeClass implements Coded {
  /** The same words to the letter, with other markup; not stale. */
  MARKUP,
  /** Case, spacing, punctuation, quotes, or spelling within a letter or two. */
  TYPOGRAPHY,
  /** Other words. */
  WORDING,
  /** Numbers, dates, names, addresses of links, negation, modality, the length of a list. */
  FACTS;

  /** The more serious of the two. */
  ChangeClass or(ChangeClass other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
