package no.speil.markdown.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Problem;

/** The entries of a front matter in order, each value as it is written, and its problems. */
public record FrontMatterEntries(Map<String, Entry> byKey, List<Problem> problems) {

  /**
   * One key's value.
   *
   * @param values the value, or the elements where it is a list
   * @param line of the key in the file, from 1
   */
  record Entry(List<String> values, int line) {
    private static final int LONGEST = 4096;

    /** The value as one text; list elements are separated by commas. */
    String text() {
      var text = new StringBuilder();
      for (String value : values) {
        if (text.length() > LONGEST) {
          return text + "…";
        }
        text.append(text.isEmpty() ? "" : ", ").append(value);
      }
      return text.toString();
    }
  }

  /** Reads the front matter of a file; a key that cannot be read is left out. */
  public static FrontMatterEntries read(String source, String file) {
    var entries = new FrontMatterEntries(new LinkedHashMap<>(), new ArrayList<>());
    if (FrontMatter.isUnclosed(source)) {
      entries.problems.add(Problem.of(file, 1, Problem.Kind.FRONT_MATTER_UNCLOSED));
    }
    if (FrontMatter.isToml(source)) {
      entries.problems.add(Problem.of(file, 1, Problem.Kind.FRONT_MATTER_TOML));
    }
    String unmarked = MergeConflict.blankMarks(source);
    FrontMatter.find(source)
        .ifPresent(
            found ->
                new YamlReader(file, LineBreaks.count(source, 0, found.from()) + 1, entries)
                    .read(unmarked.substring(found.from(), found.to())));
    return entries;
  }

  /** The value of a key as one line; empty if there is none. */
  public String line(String key) {
    Entry entry = byKey.get(key);
    return entry == null ? "" : Whitespace.fold(entry.text());
  }

  /** The value of a key as a list; empty if there is none. */
  List<String> list(String key) {
    Entry entry = byKey.get(key);
    return entry == null
        ? List.of()
        : entry.values().stream().map(Whitespace::fold).filter(value -> !value.isEmpty()).toList();
  }
}
