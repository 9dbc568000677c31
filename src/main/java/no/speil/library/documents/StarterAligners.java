package no.speil.library.documents;

import java.util.List;
import no.speil.align.dp.Aligner;
import no.speil.align.dp.SentenceAligner;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.LexiconSources;
import no.speil.lexicon.StarterLexicon;
import no.speil.lexicon.TermTokenizer;
import no.speil.search.analysis.IndexTokenizer;

/**
 * What the program itself knows of the two languages, whatever an archive has taught it: a first
 * layout must be the same on every machine.
 */
public final class StarterAligners {
  private static final Aligner ALIGNER = make();

  private StarterAligners() {}

  /** Aligns by the starter words; made once for all libraries. */
  static Aligner aligner() {
    return ALIGNER;
  }

  /** Pairs the sentences of a section by the starter words. */
  public static SentenceAligner sentences() {
    return new SentenceAligner(ALIGNER);
  }

  private static Aligner make() {
    TermTokenizer termTokenizer = new IndexTokenizer();
    return new Aligner(
        Lexicon.learn(
            termTokenizer,
            new LexiconSources(
                sink -> {}, sink -> {}, sink -> {}, StarterLexicon.all(), List.of())),
        termTokenizer);
  }
}
