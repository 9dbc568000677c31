package no.speil.exchange;

import no.speil.corpus.Coded;

/** What a unit of a translation memory is: a section or a sentence. */
public enum SegmentType implements Coded {
  SECTION,
  SENTENCE
}
