package no.speil.align.dp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.speil.corpus.Side;
import no.speil.lexicon.TermTranslation;

/**
 * The translations that the runs of one side lead to expect on the other side, by the lexicon. Only
 * those that are somewhere on the other side are kept.
 */
final class ExpectedTranslations {
  /** The highest probability given to a translation. */
  private static final double SUREST = 0.9;

  private final Side side;
  private final Postings other;
  private final FeatureReader reader;

  /** By own term. */
  private final Map<Integer, Known> known = new HashMap<>();

  /** By their length, less 1; then by their first block. */
  private final Run[][] runs = new Run[Bead.LONGEST][];

  /** For the run at hand: where each translation stands among its terms; -1 if not yet. */
  private final int[] places;

  /** A translation that the other side has. */
  private record Target(int term, double weight) {}

  /**
   * The translations of a term.
   *
   * @param mass the weight of all together, at most 1
   * @param targets those that the other side has
   */
  private record Known(double mass, List<Target> targets) {}

  /**
   * What a run leads to expect.
   *
   * @param own its terms, each once
   * @param known the weight of its translations that the lexicon knows
   * @param terms those that the other side has
   * @param masses how much weight of the run's words each covers
   * @param gains by the length of the run on the other side, less 1: the log of how much more
   *     likely it has the translation than any such run has
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared nor changed
  record Run(int[] own, double known, int[] terms, float[] masses, float[][] gains) {}

  /**
   * @param own the terms of each block, each once
   * @param other those of the other side
   */
  ExpectedTranslations(Side side, int[][] own, Postings other, FeatureReader reader) {
    this.side = side;
    this.other = other;
    this.reader = reader;
    this.places = new int[reader.size()];
    Arrays.fill(places, -1);
    for (int k = 0; k < runs.length; k++) {
      int length = k + 1;
      runs[k] =
          IntStream.rangeClosed(0, own.length - length)
              .mapToObj(from -> Arrays.stream(own, from, from + length))
              .map(run -> run(run.flatMapToInt(Arrays::stream).distinct().toArray()))
              .toArray(Run[]::new);
    }
  }

  /** The runs of one length by their first block. */
  Run[] runs(int length) {
    return runs[length - 1];
  }

  private Known known(int term) {
    double mass = 0;
    var targets = new ArrayList<Target>();
    for (TermTranslation each : reader.translations(side, term)) {
      mass += each.weight();
      int number = reader.number(each.term());
      if (number >= 0 && other.count(number) > 0) {
        targets.add(new Target(number, each.weight()));
      }
    }
    return new Known(Math.min(1, mass), targets);
  }

  private Run run(int[] own) {
    var ofTerms = new ArrayList<Known>(own.length);
    int most = 0;
    for (int term : own) {
      Known its = known.computeIfAbsent(term, this::known);
      ofTerms.add(its);
      most += its.targets().size();
    }
    int[] terms = new int[most];
    double[] probabilities = new double[most];
    float[] covered = new float[most];
    double mass = 0;
    int size = 0;
    for (Known each : ofTerms) {
      mass += each.mass();
      for (Target target : each.targets()) {
        if (places[target.term()] < 0) {
          terms[size] = target.term();
          places[target.term()] = size++;
        }
        int at = places[target.term()];
        probabilities[at] = Math.min(SUREST, probabilities[at] + target.weight());
        covered[at] = (float) Math.max(covered[at], each.mass());
      }
    }
    float[][] gains = new float[Bead.LONGEST][size];
    for (int length = 1; length <= Bead.LONGEST; length++) {
      for (int at = 0; at < size; at++) {
        double rarity = (other.blocks() + 1.0) / (other.count(terms[at]) + 0.5);
        double ratio = Math.max(1, rarity / length);
        gains[length - 1][at] = (float) Math.log(1 - probabilities[at] + probabilities[at] * ratio);
        places[terms[at]] = -1;
      }
    }
    return new Run(own, mass, Arrays.copyOf(terms, size), Arrays.copyOf(covered, size), gains);
  }
}
