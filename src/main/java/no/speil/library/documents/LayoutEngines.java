package no.speil.library.documents;

import java.util.function.Supplier;
import no.speil.align.LayoutEngine;
import no.speil.align.dp.Aligner;
import no.speil.align.dp.SentenceAligner;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TermTokenizer;
import no.speil.search.analysis.BuiltInDictionary;
import no.speil.search.analysis.IndexTokenizer;
import no.speil.search.index.SectionIndex;
import org.jspecify.annotations.Nullable;

/**
 * By what a document is aligned. A first layout is the same on every machine, so it knows what the
 * program knows from the start and nothing else; what changes later, or is asked for, is written
 * down once and may know what the archive has taught.
 */
public final class LayoutEngines {
  /** Knows what the program itself knows of the two languages; made once for all libraries. */
  private static final Aligner BY_DICTIONARY =
      new Aligner(Lexicon.of(BuiltInDictionary.get()), new IndexTokenizer());

  private final LayoutEngine first;
  private final Supplier<LayoutEngine> later;

  private LayoutEngines(LayoutEngine first, Supplier<LayoutEngine> later) {
    this.first = first;
    this.later = later;
  }

  /** Where nothing is written down, or nothing learned. */
  public static LayoutEngines untrained() {
    return always(BY_DICTIONARY);
  }

  /** Always by that one. */
  public static LayoutEngines always(Aligner aligner) {
    var same = new LayoutEngine(aligner);
    return new LayoutEngines(same, () -> same);
  }

  /** Pairs the sentences of a section by the dictionary. */
  public static SentenceAligner sentences() {
    return new SentenceAligner(BY_DICTIONARY);
  }

  /** By what the index has learned, as soon as it has learned anything. */
  public static LayoutEngines trainedBy(SectionIndex index) {
    var untrained = new LayoutEngine(BY_DICTIONARY);
    var trained = new TrainedEngine();
    return new LayoutEngines(
        untrained,
        () ->
            index.lexiconFrom().isEmpty()
                ? untrained
                : trained.of(index.lexicon(), index.tokenizer()));
  }

  /**
   * Aligns by a lexicon and terms. Is the same while they are, since an aligner keeps what it knows
   * of words. Thread-safe.
   */
  static final class TrainedEngine {
    private volatile @Nullable Latest last;

    private record Latest(Lexicon lexicon, TermTokenizer termTokenizer, LayoutEngine engine) {}

    LayoutEngine of(Lexicon words, TermTokenizer terms) {
      Latest latest = last;
      if (latest == null || latest.lexicon != words || !latest.termTokenizer.equals(terms)) {
        latest = new Latest(words, terms, new LayoutEngine(new Aligner(words, terms)));
        last = latest;
      }
      return latest.engine;
    }
  }

  LayoutEngine first() {
    return first;
  }

  public LayoutEngine later() {
    return later.get();
  }
}
