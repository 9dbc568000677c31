package no.speil.library.documents;

import no.speil.align.dp.Aligner;
import no.speil.align.dp.SentenceAligner;
import no.speil.lexicon.Lexicon;
import no.speil.search.analysis.BuiltInDictionary;
import no.speil.search.analysis.IndexTokenizer;

/**
 * What the program itself knows of the two languages, whatever an archive has taught it: a first
 * layout must be the same on every machine.
 */
public final class DictionaryAligners {
  private static final Aligner ALIGNER =
      new Aligner(Lexicon.of(BuiltInDictionary.get()), new IndexTokenizer());

  private DictionaryAligners() {}

  /** Aligns by the dictionary; made once for all libraries. */
  static Aligner aligner() {
    return ALIGNER;
  }

  /** Pairs the sentences of a section by the dictionary. */
  public static SentenceAligner sentences() {
    return new SentenceAligner(ALIGNER);
  }
}
