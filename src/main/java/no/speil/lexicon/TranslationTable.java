package no.speil.lexicon;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The translations of each word of a vocabulary, highest weight first. */
final class TranslationTable {
  private final int[] starts;
  private final int[] targets;

  /** Negative for translations that are not sure, here as in the file. */
  private final float[] weights;

  private TranslationTable(int[] starts, int[] targets, float[] weights) {
    this.starts = starts;
    this.targets = targets;
    this.weights = weights;
  }

  /** A translation as a number in the other vocabulary. */
  record Target(int number, float weight, boolean sure) {}

  static TranslationTable of(List<List<Target>> rows) {
    var starts = new int[rows.size() + 1];
    int size = rows.stream().mapToInt(List::size).sum();
    var targets = new int[size];
    var weights = new float[size];
    int at = 0;
    for (int row = 0; row < rows.size(); row++) {
      for (Target each : rows.get(row)) {
        targets[at] = each.number();
        weights[at++] = each.sure() ? each.weight() : -each.weight();
      }
      starts[row + 1] = at;
    }
    return new TranslationTable(starts, targets, weights);
  }

  int size() {
    return targets.length;
  }

  List<Target> of(int number) {
    var row = new ArrayList<Target>();
    for (int i = starts[number]; i < starts[number + 1]; i++) {
      row.add(new Target(targets[i], Math.abs(weights[i]), weights[i] > 0));
    }
    return row;
  }

  void write(DataOutputStream out) throws IOException {
    Numbers.writeStarts(out, starts);
    Numbers.write(out, targets);
    Numbers.write(out, weights);
  }

  static TranslationTable read(DataInputStream in) throws IOException {
    int[] starts = Numbers.starts(in);
    int[] targets = Numbers.ints(in, starts[starts.length - 1]);
    return new TranslationTable(starts, targets, Numbers.floats(in, targets.length));
  }
}
