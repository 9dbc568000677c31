package no.speil.lexicon;

import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.Problem;
import no.speil.lexicon.Sources.Entry;

/**
 * Words and phrases that a keeper has settled, one pair a line: Norwegian, English and perhaps a
 * note, with tabs between. Empty lines and those that begin with {@code #} say nothing.
 *
 * @param problems the lines that could not be understood
 */
public record Glossary(List<Entry> entries, List<Problem> problems) {
  public static final Glossary EMPTY = new Glossary(List.of(), List.of());

  public Glossary {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a glossary; never fails.
   *
   * @param file its name, for the problems
   */
  public static Glossary parse(String text, String file) {
    var entries = new ArrayList<Entry>();
    var problems = new ArrayList<Problem>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replace("\uFEFF", "");
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> columns = columns(line);
      if (columns.size() < 2 || columns.get(0).isEmpty() || columns.get(1).isEmpty()) {
        problems.add(Problem.of(file, i + 1, Problem.Kind.NO_PAIR));
        continue;
      }
      entries.add(new Entry(columns.get(0), columns.get(1)));
    }
    return new Glossary(entries, problems);
  }

  static List<String> columns(String line) {
    return List.of(line.split("\t", -1)).stream().map(String::strip).toList();
  }
}
