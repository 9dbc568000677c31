package no.speil.library;

import java.util.function.Supplier;
import no.speil.alignment.Aligner;
import no.speil.alignment.Layouter;
import no.speil.search.index.SectionIndex;

/**
 * By what a document is aligned. A first layout is the same on every machine, so it knows what the
 * program knows from the start and nothing else; what changes later, or is asked for, is written
 * down once and may know what the archive has taught.
 */
final class Layouters {
  private final Layouter first = new Layouter(KnownFromTheStart.aligner());
  private final Supplier<Layouter> later;

  private Layouters(Supplier<Layouter> later) {
    this.later = later;
  }

  /** Where nothing is written down, or nothing learned. */
  static Layouters ofTheStart() {
    var same = new Layouter(KnownFromTheStart.aligner());
    return new Layouters(() -> same);
  }

  /** By what the index has learned, as soon as it has learned anything. */
  static Layouters taughtBy(SectionIndex index) {
    var untaught = new Layouter(KnownFromTheStart.aligner());
    return new Layouters(
        () ->
            index.lexiconFrom().isEmpty()
                ? untaught
                : new Layouter(new Aligner(index.lexicon(), index.cutting())));
  }

  Layouter first() {
    return first;
  }

  Layouter later() {
    return later.get();
  }
}
