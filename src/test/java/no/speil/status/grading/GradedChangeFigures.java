package no.speil.status.grading;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import no.speil.record.TestSections;

/** Prints the written cases by expected grade (rows) and actual grade (columns). */
final class GradedChangeFigures {
  private GradedChangeFigures() {}

  public static void main(String[] args) throws IOException {
    var table = new EnumMap<ChangeClass, Map<ChangeClass, Integer>>(ChangeClass.class);
    for (GradedCase written : GradedCase.all()) {
      ChangeClass graded = TestSections.change(written.older(), written.newer()).grade();
      table
          .computeIfAbsent(written.grade(), row -> new EnumMap<>(ChangeClass.class))
          .merge(graded, 1, Integer::sum);
      if (graded != written.grade()) {
        System.out.println(graded + " instead of " + written);
      }
    }
    table.forEach((row, cells) -> System.out.println(row + " " + cells));
  }
}
