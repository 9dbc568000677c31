package no.speil.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Problem;
import no.speil.lexicon.LexiconSources.Entry;

/**
 * The keeper's glossary: one entry a line, Norwegian, English and an optional note, separated by
 * tabs. Empty lines and lines that begin with {@code #} are skipped.
 *
 * @param notes of the entries that have one
 * @param problems the lines that could not be read
 */
public record Glossary(List<Entry> entries, Map<Entry, String> notes, List<Problem> problems) {
  /** In characters, on either side. */
  private static final int LONGEST = 200;

  public static final Glossary EMPTY = new Glossary(List.of(), Map.of(), List.of());

  public Glossary {
    entries = List.copyOf(entries);
    notes = Map.copyOf(notes);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a glossary; never fails.
   *
   * @param file its name, for the problems
   */
  public static Glossary parse(String text, String file) {
    var entries = new ArrayList<Entry>();
    var notes = new HashMap<Entry, String>();
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
      if (columns.stream().limit(2).anyMatch(each -> each.length() > LONGEST)) {
        problems.add(Problem.of(file, i + 1, Problem.Kind.ENTRY_TOO_LONG, String.valueOf(LONGEST)));
        continue;
      }
      var entry = new Entry(columns.get(0), columns.get(1));
      entries.add(entry);
      if (columns.size() > 2 && !columns.get(2).isEmpty()) {
        notes.put(entry, columns.get(2));
      }
    }
    return new Glossary(entries, notes, problems);
  }

  static List<String> columns(String line) {
    return List.of(line.split("\t", -1)).stream().map(String::strip).toList();
  }
}
