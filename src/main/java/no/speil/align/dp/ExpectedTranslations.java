package no.speil.align.dp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.speil.corpus.Side;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TermTranslation;

/**
 * The translations that the runs of one side lead to expect on the other side, by the lexicon,
 * numbered so that those present are found in one pass over two short sorted arrays.
 */
final class ExpectedTranslations {
  /** The highest probability given to a translation. */
  private static final double SUREST = 0.9;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final int[][] present;
  private final double[] rarity;
  private final int[][] expected;
  private final List<float[][]> gains;
  private final float[][] masses;
  private final double[] known;

  /** An expected translation: its probability, and how much weight of its words it covers. */
  private static final class Expectation {
    double probability;
    double mass;
  }

  /**
   * @param from the side of the own runs
   * @param own the terms of each run of that side
   * @param other the terms of each run of the other side
   * @param blocks how many of the other runs are single blocks; they come first
   */
  ExpectedTranslations(
      Side from, List<Set<String>> own, List<Set<String>> other, int blocks, Lexicon lexicon) {
    int[] often = new int[other.stream().mapToInt(Set::size).sum()];
    this.present = new int[other.size()][];
    for (int j = 0; j < present.length; j++) {
      present[j] = numbered(other.get(j));
      for (int term : present[j]) {
        often[term] += j < blocks ? 1 : 0;
      }
    }
    this.rarity = new double[numbers.size()];
    for (int term = 0; term < rarity.length; term++) {
      rarity[term] = (blocks + 1.0) / (often[term] + 0.5);
    }
    this.expected = new int[own.size()][];
    this.gains = List.of(new float[own.size()][], new float[own.size()][]);
    this.masses = new float[own.size()][];
    this.known = new double[own.size()];
    Map<String, List<TermTranslation>> translations = new HashMap<>();
    for (int i = 0; i < expected.length; i++) {
      expect(
          i,
          own.get(i).stream()
              .map(term -> translations.computeIfAbsent(term, t -> lexicon.translations(from, t)))
              .toList());
    }
  }

  /** Expected translations of run i that run j lacks, as a sum of weights. */
  double missing(int i, int j) {
    return Math.max(0, known[i] - sum(expected[i], masses[i], present[j]));
  }

  /**
   * The log likelihood ratio of the expected translations of run i that run j has.
   *
   * @param blocks of run j, 1 or 2
   */
  double gain(int i, int j, int blocks) {
    return sum(expected[i], gains.get(blocks - 1)[i], present[j]);
  }

  private void expect(int i, List<List<TermTranslation>> words) {
    var expectations = new TreeMap<Integer, Expectation>();
    for (List<TermTranslation> word : words) {
      double mass = Math.min(1, word.stream().mapToDouble(TermTranslation::weight).sum());
      known[i] += mass;
      for (TermTranslation each : word) {
        Integer number = numbers.get(each.term());
        if (number != null) {
          Expectation expectation = expectations.computeIfAbsent(number, n -> new Expectation());
          expectation.probability = Math.min(SUREST, expectation.probability + each.weight());
          expectation.mass = Math.max(expectation.mass, mass);
        }
      }
    }
    expected[i] = expectations.keySet().stream().mapToInt(Integer::intValue).toArray();
    gains.forEach(each -> each[i] = new float[expected[i].length]);
    masses[i] = new float[expected[i].length];
    int k = 0;
    for (Map.Entry<Integer, Expectation> each : expectations.entrySet()) {
      Expectation expectation = each.getValue();
      for (int blocks = 1; blocks <= 2; blocks++) {
        double ratio = Math.max(1, rarity[each.getKey()] / blocks);
        gains.get(blocks - 1)[i][k] =
            (float) Math.log(1 - expectation.probability + expectation.probability * ratio);
      }
      masses[i][k++] = (float) expectation.mass;
    }
  }

  private int[] numbered(Set<String> terms) {
    var list = new ArrayList<Integer>();
    terms.forEach(term -> list.add(numbers.computeIfAbsent(term, t -> numbers.size())));
    int[] sorted = list.stream().mapToInt(Integer::intValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private static double sum(int[] expected, float[] values, int[] present) {
    double sum = 0;
    int x = 0;
    int y = 0;
    while (x < expected.length && y < present.length) {
      if (expected[x] == present[y]) {
        sum += values[x++];
        y++;
      } else if (expected[x] < present[y]) {
        x++;
      } else {
        y++;
      }
    }
    return sum;
  }
}
