package no.speil.align.dp;

import java.util.ArrayList;
import java.util.List;
import no.speil.align.dp.Pairing.Span;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.Side;

/**
 * Aligns the sentences of a section's original with those of its translation, in order. The same
 * texts always give the same pairings. Thread-safe.
 */
public final class SentenceAligner {
  /** Sentences on either side; more take too long while a person waits. */
  private static final int MOST = 300;

  private final Aligner aligner;

  /**
   * @param aligner treats each sentence as a paragraph
   */
  public SentenceAligner(Aligner aligner) {
    this.aligner = aligner;
  }

  /** The spans of a text's sentences, in order, without the white space between them. */
  public static List<Span> sentences(Side side, String text) {
    return new SentenceSplitter(side).of(text);
  }

  /**
   * Spans of the two texts in characters (UTF-16) that belong together; every sentence is in one of
   * them. Texts of more than 300 sentences are one pairing, with confidence 0.
   */
  public List<Pairing> align(String original, String translation) {
    List<Span> left = sentences(Side.ORIGINAL, original);
    List<Span> right = sentences(Side.TRANSLATION, translation);
    if (left.size() > MOST || right.size() > MOST) {
      return List.of(
          new Pairing(new Span(0, original.length()), new Span(0, translation.length()), 0));
    }
    var pairings = new ArrayList<Pairing>();
    for (Pairing each : aligner.align(blocks(original, left), blocks(translation, right))) {
      Span there = stretch(left, each.original());
      Span here = stretch(right, each.translation());
      pairings.add(new Pairing(there, here, each.confidence()));
    }
    return pairings;
  }

  private static List<Block> blocks(String text, List<Span> sentences) {
    var whole = new Block(BlockKind.PARAGRAPH, 0, new Block.Source(0, 1, text), text);
    return sentences.stream().map(each -> Segmentation.part(whole, each)).toList();
  }

  /**
   * From the first sentence to the last; if there is none, the empty span after the previous one.
   */
  private static Span stretch(List<Span> sentences, Span some) {
    if (some.isEmpty()) {
      int place = some.from() == 0 ? 0 : sentences.get(some.from() - 1).to();
      return new Span(place, place);
    }
    return new Span(sentences.get(some.from()).from(), sentences.get(some.to() - 1).to());
  }
}
