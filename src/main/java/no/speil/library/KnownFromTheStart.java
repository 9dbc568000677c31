package no.speil.library;

import java.util.List;
import no.speil.alignment.Aligner;
import no.speil.alignment.SentenceAligner;
import no.speil.lexicon.Cutting;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.Sources;
import no.speil.lexicon.StarterWords;
import no.speil.search.text.IndexCutting;

/**
 * What the program itself knows of the two languages, whatever an archive has taught it: a first
 * layout must be the same on every machine.
 */
public final class KnownFromTheStart {
  private static final Aligner ALIGNER = make();

  private KnownFromTheStart() {}

  /** Aligns by the starter words; made once for all libraries. */
  static Aligner aligner() {
    return ALIGNER;
  }

  /** Pairs the sentences of a section by the starter words. */
  public static SentenceAligner sentences() {
    return new SentenceAligner(ALIGNER);
  }

  private static Aligner make() {
    Cutting cutting = new IndexCutting();
    return new Aligner(
        Lexicon.learn(
            cutting,
            new Sources(sink -> {}, sink -> {}, sink -> {}, StarterWords.all(), List.of())),
        cutting);
  }
}
