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
 * The words that each block of one side leads to expect on the other side, by a lexicon, numbered
 * so that what a block there has of them is one pass over two short sorted arrays.
 */
final class ExpectedTranslations {
  /** No lexicon is surer of a word. */
  private static final double SUREST = 0.9;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final int[][] present;
  private final double[] rarity;
  private final int[][] expected;
  private final List<float[][]> gains;
  private final float[][] hits;
  private final double[] known;

  /** A word that is expected: how probable, and what finding it settles. */
  private static final class Hope {
    double likely;
    double settles;
  }

  /**
   * @param from the side of the first blocks
   * @param own the terms of each run of that side
   * @param other those of the other side
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
    this.hits = new float[own.size()][];
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

  /** How much of what the own run is known to say the other has not. */
  double missing(int i, int j) {
    return Math.max(0, known[i] - sum(expected[i], hits[i], present[j]));
  }

  /**
   * How much likelier what it has makes it than chance does: a logarithm.
   *
   * @param blocks of the other run, 1 or 2
   */
  double gain(int i, int j, int blocks) {
    return sum(expected[i], gains.get(blocks - 1)[i], present[j]);
  }

  private void expect(int i, List<List<TermTranslation>> words) {
    var hopes = new TreeMap<Integer, Hope>();
    for (List<TermTranslation> word : words) {
      double mass = Math.min(1, word.stream().mapToDouble(TermTranslation::weight).sum());
      known[i] += mass;
      for (TermTranslation each : word) {
        Integer number = numbers.get(each.term());
        if (number != null) {
          Hope hope = hopes.computeIfAbsent(number, n -> new Hope());
          hope.likely = Math.min(SUREST, hope.likely + each.weight());
          hope.settles = Math.max(hope.settles, mass);
        }
      }
    }
    expected[i] = hopes.keySet().stream().mapToInt(Integer::intValue).toArray();
    gains.forEach(each -> each[i] = new float[expected[i].length]);
    hits[i] = new float[expected[i].length];
    int k = 0;
    for (Map.Entry<Integer, Hope> each : hopes.entrySet()) {
      Hope hope = each.getValue();
      for (int blocks = 1; blocks <= 2; blocks++) {
        double ratio = Math.max(1, rarity[each.getKey()] / blocks);
        gains.get(blocks - 1)[i][k] = (float) Math.log(1 - hope.likely + hope.likely * ratio);
      }
      hits[i][k++] = (float) hope.settles;
    }
  }

  private int[] numbered(Set<String> terms) {
    var list = new ArrayList<Integer>();
    terms.forEach(term -> list.add(numbers.computeIfAbsent(term, t -> numbers.size())));
    int[] sorted = list.stream().mapToInt(Integer::intValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private static double sum(int[] expected, float[] worths, int[] present) {
    double sum = 0;
    int x = 0;
    int y = 0;
    while (x < expected.length && y < present.length) {
      if (expected[x] == present[y]) {
        sum += worths[x++];
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
