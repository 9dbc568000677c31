package no.speil.status.grading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** One written case of {@code graded-changes.tsv}: two texts and the class of their change. */
record GradedCase(ChangeClass grade, String older, String newer) {

  static List<GradedCase> all() throws IOException {
    try (InputStream in = GradedCase.class.getResourceAsStream("graded-changes.tsv")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).map(GradedCase::parse).toList();
    }
  }

  private static GradedCase parse(String line) {
    String[] cells = line.split("\t", -1);
    return new GradedCase(ChangeClass.valueOf(cells[0]), unescape(cells[1]), unescape(cells[2]));
  }

  private static String unescape(String cell) {
    return cell.replace("\\n", "\n").replace("\\u00a0", "\u00a0");
  }
}
