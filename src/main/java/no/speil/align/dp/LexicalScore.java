package no.speil.align.dp;

import java.util.Arrays;
import java.util.List;
import no.speil.align.dp.ExpectedTranslations.Run;
import no.speil.corpus.Side;

/**
 * Scores pairs of runs by word translations, in both directions: a known translation that is there
 * speaks for the pair, the more the rarer it is in the document; known translations that are all
 * missing speak against it.
 */
final class LexicalScore {
  private static final double GAIN = 0.7;
  private static final double LOSS = 0.65;
  private static final double LEAST = -7;
  private static final double MOST = 12;

  private final Postings translation;
  private final ExpectedTranslations there;
  private final ExpectedTranslations back;

  /** By the length of a translation run, less 1: which expect a term of the original. */
  private final Postings[] expecting = new Postings[Bead.LONGEST];

  LexicalScore(
      List<BlockFeatures> original, List<BlockFeatures> translation, FeatureReader reader) {
    int[][] own = original.stream().map(BlockFeatures::terms).toArray(int[][]::new);
    int[][] other = translation.stream().map(BlockFeatures::terms).toArray(int[][]::new);
    this.translation = new Postings(other, reader.size());
    this.there = new ExpectedTranslations(Side.ORIGINAL, own, this.translation, reader);
    this.back =
        new ExpectedTranslations(Side.TRANSLATION, other, new Postings(own, reader.size()), reader);
    for (int length = 1; length <= expecting.length; length++) {
      expecting[length - 1] =
          new Postings(
              Arrays.stream(back.runs(length)).map(Run::terms).toArray(int[][]::new),
              reader.size());
    }
  }

  /**
   * Adds the log likelihood ratios, by their words, of an original run with the translation runs of
   * one length that begin at the first block to that before the last.
   */
  void add(int i, int ofOriginal, int ofTranslation, int from, int to, double[] sums) {
    double[] gain = new double[to - from];
    double[] mass = new double[to - from];
    addExpected(i, ofOriginal, ofTranslation, from, gain, mass);
    double known = there.runs(ofOriginal)[i].known();
    double[] missing = new double[to - from];
    for (int j = 0; j < mass.length; j++) {
      missing[j] = Math.max(0, known - mass[j]);
      mass[j] = 0;
    }
    addExpecting(i, ofOriginal, ofTranslation, from, gain, mass);
    Run[] runs = back.runs(ofTranslation);
    for (int j = 0; j < mass.length; j++) {
      double allMissing = missing[j] + Math.max(0, runs[from + j].known() - mass[j]);
      sums[j] += Math.clamp((GAIN * gain[j] - LOSS * allMissing) / 2, LEAST, MOST);
    }
  }

  /** What the original run expects of the translation runs. */
  private void addExpected(
      int i, int ofOriginal, int ofTranslation, int from, double[] gain, double[] mass) {
    Run own = there.runs(ofOriginal)[i];
    float[] gains = own.gains()[ofTranslation - 1];
    int lastRun = from + gain.length - 1;
    for (int k = 0; k < own.terms().length; k++) {
      int term = own.terms()[k];
      int next = from;
      int end = translation.end(term);
      for (int at = translation.first(term, from); at < end && next <= lastRun; at++) {
        int block = translation.block(at);
        int last = Math.min(block, lastRun);
        for (int run = Math.max(next, block - ofTranslation + 1); run <= last; run++) {
          gain[run - from] += gains[k];
          mass[run - from] += own.masses()[k];
        }
        next = block + 1;
      }
    }
  }

  /** What the translation runs expect of the original run. */
  private void addExpecting(
      int i, int ofOriginal, int ofTranslation, int from, double[] gain, double[] mass) {
    Run[] runs = back.runs(ofTranslation);
    Postings postings = expecting[ofTranslation - 1];
    for (int term : there.runs(ofOriginal)[i].own()) {
      int end = postings.end(term);
      for (int at = postings.first(term, from); at < end; at++) {
        int run = postings.block(at) - from;
        if (run >= gain.length) {
          break;
        }
        Run expected = runs[from + run];
        int k = postings.place(at);
        gain[run] += expected.gains()[ofOriginal - 1][k];
        mass[run] += expected.masses()[k];
      }
    }
  }
}
