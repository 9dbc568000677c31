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
 * @param lines those with an entry, in the order of the file
 * @param problems the lines that could not be read
 */
public record Glossary(List<GlossaryLine> lines, List<Problem> problems) {
  /** In characters, on either side. */
  public static final int LONGEST = 200;

  public static final Glossary EMPTY = new Glossary(List.of(), List.of());

  public Glossary {
    lines = List.copyOf(lines);
    problems = List.copyOf(problems);
  }

  public List<Entry> entries() {
    return lines.stream().map(GlossaryLine::entry).toList();
  }

  /** Of the entries that have one; the last counts. */
  Map<Entry, String> notes() {
    var notes = new HashMap<Entry, String>();
    for (GlossaryLine line : lines) {
      if (!line.note().isEmpty()) {
        notes.put(line.entry(), line.note());
      }
    }
    return notes;
  }

  /**
   * Reads a glossary; never fails.
   *
   * @param file its name, for the problems
   */
  public static Glossary parse(String text, String file) {
    var entries = new ArrayList<GlossaryLine>();
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
      String note = columns.size() > 2 ? columns.get(2) : "";
      entries.add(new GlossaryLine(i + 1, new Entry(columns.get(0), columns.get(1)), note));
    }
    return new Glossary(entries, problems);
  }

  static List<String> columns(String line) {
    return List.of(line.split("\t", -1)).stream().map(String::strip).toList();
  }
}
