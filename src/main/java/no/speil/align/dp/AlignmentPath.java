package no.speil.align.dp;

import java.util.List;

/**
 * A way through the grid, from corner to corner.
 *
 * @param worth the sum of its steps' worths, a logarithm
 * @param omission the share of steps that leave a block out, as was assumed
 */
record AlignmentPath(List<Bead> beads, double worth, double omission) {
  AlignmentPath {
    beads = List.copyOf(beads);
  }
}
