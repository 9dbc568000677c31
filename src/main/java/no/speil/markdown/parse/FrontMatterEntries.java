package no.speil.markdown.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import no.speil.corpus.Access;
import no.speil.corpus.Problem;

/** The entries of a front matter in order, each value as it is written, and its problems. */
public record FrontMatterEntries(Map<String, Entry> byKey, List<Problem> problems) {
  /** What says who may read, also in front matter that is damaged or in another language. */
  private static final Pattern CLOSED =
      Pattern.compile("(?m)^\\s*\"?access\"?\\s*[:=][ \\t]*[\"']?([^\"'\\r\\n#]*)");

  /**
   * One key's value.
   *
   * @param values the value, or the elements where it is a list
   * @param parts the value by its own keys, where it is a mapping
   * @param elements the value one by one, where it is a list
   * @param line of the key in the file, from 1
   * @param isNested whether the value holds keys of its own, so that its text is YAML
   */
  record Entry(
      List<String> values,
      Map<String, Entry> parts,
      List<Entry> elements,
      int line,
      boolean isNested) {
    /** That of a key that is not there. */
    static final Entry NONE = new Entry(List.of(), 0);

    private static final int LONGEST = 4096;

    Entry(List<String> values, int line) {
      this(values, Map.of(), List.of(), line, false);
    }

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

    /** Who may read, by this: what cannot be understood closes, as it may have been meant to. */
    Access access(Consumer<String> wrong) {
      Optional<Access> access = Access.parse(text());
      if (access.isEmpty()) {
        wrong.accept(text());
      }
      return access.orElse(Access.SIGNED_IN);
    }

    /** One of the parts as one line; empty if there is none. */
    String part(String key) {
      return Whitespace.fold(parts.getOrDefault(key, NONE).text());
    }
  }

  /**
   * Reads the front matter of a file; a key that cannot be read is left out, but what closes it.
   */
  public static FrontMatterEntries read(String source, String file) {
    var entries = new FrontMatterEntries(new LinkedHashMap<>(), new ArrayList<>());
    if (FrontMatter.isUnclosed(source)) {
      entries.problems.add(Problem.of(file, 1, Problem.Kind.FRONT_MATTER_UNCLOSED));
    }
    if (FrontMatter.findToml(source).isPresent()) {
      entries.problems.add(Problem.of(file, 1, Problem.Kind.FRONT_MATTER_TOML));
    }
    String unmarked = MergeConflict.blankMarks(source);
    FrontMatter.find(source)
        .ifPresent(
            found ->
                new YamlReader(file, LineBreaks.count(source, 0, found.from()) + 1, entries)
                    .read(unmarked.substring(found.from(), found.to())));
    return entries.closed(
        FrontMatter.find(source)
            .or(() -> FrontMatter.findToml(source))
            .map(found -> source.substring(found.from(), found.to()))
            .orElse(source));
  }

  /** Where some of it cannot be read, what says who may is looked for in all of it. */
  private FrontMatterEntries closed(String front) {
    if (problems.isEmpty()) {
      return this;
    }
    List<String> written =
        CLOSED.matcher(front).results().map(it -> it.group(1).strip()).distinct().toList();
    if (written.size() > 1 || (written.size() == 1 && !byKey.containsKey("access"))) {
      byKey.put("access", new Entry(written, 1));
    }
    return this;
  }

  /** Reads a file that is YAML from end to end; lines {@code ---} around it are passed over. */
  static FrontMatterEntries readWhole(String source, String file) {
    var entries = new FrontMatterEntries(new LinkedHashMap<>(), new ArrayList<>());
    String yaml =
        FrontMatter.find(source)
            .map(found -> source.substring(found.from(), found.to()))
            .orElseGet(() -> source.substring(FrontMatter.start(source)));
    int first = FrontMatter.find(source).isPresent() ? 2 : 1;
    new YamlReader(file, first, entries).read(yaml);
    return entries.closed(yaml);
  }

  /** The value of a key as one line; empty if there is none. */
  public String line(String key) {
    return Whitespace.fold(entry(key).text());
  }

  /** Every key with its value as a list; those whose values hold keys have an empty one. */
  public Map<String, List<String>> values() {
    var values = new LinkedHashMap<String, List<String>>();
    byKey.forEach((key, entry) -> values.put(key, entry.isNested() ? List.of() : list(key)));
    return values;
  }

  /** The keys whose values hold keys of their own. */
  public List<String> nested() {
    return byKey.entrySet().stream()
        .filter(entry -> entry.getValue().isNested())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The entry of a key; {@link Entry#NONE} if it is not there. */
  Entry entry(String key) {
    return byKey.getOrDefault(key, Entry.NONE);
  }

  /** The value of a key as a list; empty if there is none. */
  List<String> list(String key) {
    return Whitespace.foldAll(entry(key).values());
  }
}
