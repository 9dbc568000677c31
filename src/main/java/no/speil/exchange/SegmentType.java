package no.speil.exchange;

import java.util.Optional;
import no.speil.corpus.Coded;

/** What a unit of a translation memory is: a section or a sentence. */
public enum SegmentType implements Coded {
  SECTION,
  SENTENCE;

  /** The type with that {@link #code}; empty if there is none. */
  public static Optional<SegmentType> parse(String code) {
    return Coded.parse(values(), code);
  }
}
