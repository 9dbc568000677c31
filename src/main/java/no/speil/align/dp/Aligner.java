package no.speil.align.dp;

import java.util.ArrayList;
import java.util.List;
import no.speil.align.dp.BestPath.Step;
import no.speil.corpus.Block;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TermTokenizer;

/**
 * Pairs the blocks of an original with those of its translation, in order: dynamic programming
 * after Gale and Church (1993) over lengths, kinds, and signs that survive translation; where that
 * leaves doubt, over their sentences as well. The same blocks always give the same pairs.
 * Thread-safe.
 */
public final class Aligner {
  private static final int SMALL_GRID = 250_000;
  private static final int LARGEST_GRID = 12_000_000;
  private static final int LEAST_HALF_WIDTH = 64;
  private static final int NEAR = 16;
  private static final int ROUNDS = 5;

  /**
   * How far from the path others are that a pairing is compared with, to find how probable it is.
   */
  private static final int REACH = 6;

  /** The omission rates to start with: high and very low. */
  private static final double[] FIRST_OMISSIONS = {0.1, 0.003};

  private final WordCache words;

  /**
   * @param tokenizer the one that the lexicon was trained with; pure
   */
  public Aligner(Lexicon lexicon, TermTokenizer tokenizer) {
    this.words = new WordCache(lexicon, tokenizer);
  }

  /**
   * Aligns two lists of blocks, without titles. Every block is in exactly one pairing, in order.
   */
  public List<Pairing> align(List<Block> original, List<Block> translation) {
    var reader = new FeatureReader(words);
    var scorer = new PairScorer(original, translation, reader);
    var links = new LinkScores(scorer, true);
    AlignmentPath path = likeliest(scorer, links);
    SearchBand near = SearchBand.along(path.steps(), REACH);
    var steps = new PathSearch(links, near, path.omission());
    var sums = new ForwardBackward(near, 0, 0, steps::into);
    var pairings = new ArrayList<Pairing>();
    for (Step step : path.steps()) {
      int toI = step.original().to();
      int toJ = step.translation().to();
      steps.into(
          toI,
          toJ,
          (fromI, fromJ, score) -> {
            if (fromI == step.original().from() && fromJ == step.translation().from()) {
              double probability = sums.probability(fromI, fromJ, score, toI, toJ);
              pairings.add(
                  new Pairing(step.original(), step.translation(), Math.min(1, probability)));
            }
          });
    }
    return SentenceRefinement.refine(pairings, scorer, links, path.omission(), reader);
  }

  /**
   * Estimates the omission rate from the path itself, by expectation maximisation. The result
   * depends on the start value, so it starts twice and takes the more likely path.
   */
  private static AlignmentPath likeliest(PairScorer scorer, LinkScores links) {
    AlignmentPath one = settle(scorer, links, FIRST_OMISSIONS[0]);
    AlignmentPath other = settle(scorer, links, FIRST_OMISSIONS[1]);
    return other.likelihood() > one.likelihood() ? other : one;
  }

  private static AlignmentPath settle(PairScorer scorer, LinkScores links, double omission) {
    int n = scorer.original.size();
    int m = scorer.translation.size();
    boolean isSmall = (long) n * m <= SMALL_GRID;
    SearchBand whole = SearchBand.whole(n, m);
    AlignmentPath path =
        isSmall ? new PathSearch(links, whole, omission).best() : search(scorer, omission);
    for (int round = 0; round < ROUNDS; round++) {
      SearchBand near = isSmall ? whole : SearchBand.along(path.steps(), NEAR);
      AlignmentPath next = new PathSearch(links, near, path.estimatedOmission()).best();
      if (next.steps().equals(path.steps())) {
        return next;
      }
      path = next;
    }
    return path;
  }

  private static AlignmentPath search(PairScorer scorer, double omission) {
    var links = new LinkScores(scorer, false);
    int n = scorer.original.size();
    int m = scorer.translation.size();
    int[] line = seedLine(scorer);
    for (int half = LEAST_HALF_WIDTH; ; half *= 2) {
      SearchBand band = SearchBand.around(line, line, m, half);
      AlignmentPath path = new PathSearch(links, band, omission).best();
      boolean widest = half >= Math.max(n, m) || band.cells() * 2 > LARGEST_GRID;
      if (widest || !touchesEdge(path.steps(), band, m)) {
        return path;
      }
    }
  }

  /**
   * A first guess at the path, used only to place the band: the longest increasing sequence of
   * pairs that alone share some mark, with straight lines between them.
   *
   * @return per number of original blocks taken, a number of translation blocks taken
   */
  private static int[] seedLine(PairScorer scorer) {
    int[] pairs = scorer.marks.unique();
    int[] kept = IncreasingSubsequence.longest(pairs);
    int rows = pairs.length + 1;
    int[] line = new int[rows];
    int fromI = 0;
    int fromJ = 0;
    for (int k = 0; k <= kept.length; k++) {
      int toI = k < kept.length ? kept[k] : rows - 1;
      int toJ = k < kept.length ? pairs[kept[k]] : scorer.translation.size();
      for (int i = fromI; i <= toI; i++) {
        line[i] =
            toI == fromI ? toJ : fromJ + (int) ((long) (toJ - fromJ) * (i - fromI) / (toI - fromI));
      }
      fromI = toI;
      fromJ = toJ;
    }
    return line;
  }

  /** Whether the path touches the edge of the band, so that a better one may lie outside. */
  private static boolean touchesEdge(List<Step> path, SearchBand band, int translations) {
    return path.stream()
        .anyMatch(step -> band.isEdge(step.original().to(), step.translation().to(), translations));
  }
}
