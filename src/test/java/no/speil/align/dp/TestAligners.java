package no.speil.align.dp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import no.speil.align.dp.ParallelTexts.Parallel;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.LexiconSources;
import no.speil.lexicon.TermTokenizer;
import no.speil.search.analysis.BuiltInDictionary;
import no.speil.search.analysis.IndexTokenizer;

/** Aligners with different lexicons, for comparison. */
public final class TestAligners {
  private static final TermTokenizer CUTTING = new IndexTokenizer();

  private TestAligners() {}

  /** One that knows no words. */
  public static Aligner none() {
    return new Aligner(Lexicon.EMPTY, (side, text) -> List.of());
  }

  static Aligner starter() {
    return learned(List.of());
  }

  /** An aligner with the starter lexicon trained on these texts. */
  static Aligner learned(List<Parallel> texts) {
    return new Aligner(
        Lexicon.learn(
            CUTTING,
            new LexiconSources(
                sink -> texts.forEach(text -> pairs(text, sink)),
                sink -> {},
                sink -> {},
                BuiltInDictionary.get(),
                List.of())),
        CUTTING);
  }

  /** For each text, an aligner trained on the other four fifths of the texts. */
  static List<Aligner> ofTheOthers(List<Parallel> texts) {
    var aligners = new ArrayList<Aligner>();
    for (int fold = 0; fold < 5; fold++) {
      var others = new ArrayList<Parallel>();
      for (int k = 0; k < texts.size(); k++) {
        if (k % 5 != fold) {
          others.add(texts.get(k));
        }
      }
      aligners.add(learned(others));
    }
    var ofTexts = new ArrayList<Aligner>();
    for (int k = 0; k < texts.size(); k++) {
      ofTexts.add(aligners.get(k % 5));
    }
    return ofTexts;
  }

  private static void pairs(Parallel text, BiConsumer<String, String> sink) {
    for (List<Integer> link : text.links()) {
      sink.accept(
          text.original().get(link.getFirst()).text(),
          text.translation().get(link.getLast()).text());
    }
  }
}
