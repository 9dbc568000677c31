package no.speil.align.dp;

import java.util.List;
import no.speil.align.dp.BestPath.Step;

/**
 * A path through the grid, from corner to corner.
 *
 * @param score the sum of the scores of its steps, a logarithm
 * @param omission the share of steps that leave a block out, as it was assumed
 */
record AlignmentPath(List<Step> steps, double score, double omission) {
  /** Before it is seen, one step in ten is expected to leave a block out: 0.5 of 5 steps. */
  private static final double PRIOR_STEPS = 5;

  private static final double PRIOR_OMISSIONS = 0.5;
  private static final double HIGHEST_OMISSION = 0.95;

  /** The share of steps that leave a block out, estimated from the path and the prior. */
  double estimatedOmission() {
    long omissions = steps.stream().filter(step -> !step.isLink()).count();
    return Math.min(HIGHEST_OMISSION, (omissions + PRIOR_OMISSIONS) / (steps.size() + PRIOR_STEPS));
  }

  /**
   * The log likelihood of the path whatever the omission rate: the score without the assumed rate,
   * and the probability of its omissions, step by step as from Polya's urn. Comparable for paths
   * through the same grid.
   */
  double likelihood() {
    double sum = score;
    double omissions = PRIOR_OMISSIONS;
    double links = PRIOR_STEPS - PRIOR_OMISSIONS;
    for (Step step : steps) {
      double alike = step.isLink() ? links++ : omissions++;
      double share = step.isLink() ? 1 - omission : omission;
      sum += Math.log(alike / (omissions + links - 1)) - Math.log(share);
    }
    return sum;
  }
}
