package no.speil.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.Problem;

/**
 * The keeper's glossary: one entry a line, Norwegian, English and an optional note, separated by
 * tabs. Empty lines and lines that begin with {@code #} are skipped.
 *
 * @param entries in the order of the file
 * @param problems the lines that could not be read
 */
public record Glossary(List<GlossaryEntry> entries, List<Problem> problems) {
  public static final Glossary EMPTY = new Glossary(List.of(), List.of());

  /**
   * Reads a glossary; never fails.
   *
   * @param file its name, for the problems
   */
  public static Glossary parse(String text, String file) {
    var entries = new ArrayList<GlossaryEntry>();
    var problems = new ArrayList<Problem>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replace("\uFEFF", "");
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> columns = Stream.of(line.split("\t", -1)).map(String::strip).toList();
      if (columns.size() < 2 || columns.get(0).isEmpty() || columns.get(1).isEmpty()) {
        problems.add(Problem.of(file, i + 1, Problem.Kind.NO_PAIR));
        continue;
      }
      if (columns.stream().limit(2).anyMatch(each -> each.length() > GlossaryEntry.LONGEST)) {
        String longest = String.valueOf(GlossaryEntry.LONGEST);
        problems.add(Problem.of(file, i + 1, Problem.Kind.ENTRY_TOO_LONG, longest));
        continue;
      }
      String note = columns.size() > 2 ? columns.get(2) : "";
      entries.add(new GlossaryEntry(i + 1, columns.get(0), columns.get(1), note));
    }
    return new Glossary(entries, problems);
  }
}
