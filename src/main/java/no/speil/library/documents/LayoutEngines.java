package no.speil.library.documents;

import java.util.function.Supplier;
import no.speil.align.LayoutEngine;
import no.speil.align.dp.Aligner;
import no.speil.search.index.SectionIndex;

/**
 * By what a document is aligned. A first layout is the same on every machine, so it knows what the
 * program knows from the start and nothing else; what changes later, or is asked for, is written
 * down once and may know what the archive has taught.
 */
public final class LayoutEngines {
  private final LayoutEngine first;
  private final Supplier<LayoutEngine> later;

  private LayoutEngines(LayoutEngine first, Supplier<LayoutEngine> later) {
    this.first = first;
    this.later = later;
  }

  /** Where nothing is written down, or nothing learned. */
  public static LayoutEngines untrained() {
    return always(DictionaryAligners.aligner());
  }

  /** Always by that one. */
  public static LayoutEngines always(Aligner aligner) {
    var same = new LayoutEngine(aligner);
    return new LayoutEngines(same, () -> same);
  }

  /** By what the index has learned, as soon as it has learned anything. */
  public static LayoutEngines trainedBy(SectionIndex index) {
    var untrained = new LayoutEngine(DictionaryAligners.aligner());
    return new LayoutEngines(
        untrained,
        () ->
            index.lexiconFrom().isEmpty()
                ? untrained
                : new LayoutEngine(new Aligner(index.lexicon(), index.tokenizer())));
  }

  LayoutEngine first() {
    return first;
  }

  public LayoutEngine later() {
    return later.get();
  }
}
