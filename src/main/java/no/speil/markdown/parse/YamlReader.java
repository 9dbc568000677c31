package no.speil.markdown.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.Problem;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML into {@link FrontMatterEntries}. For one use. The text is only composed to nodes:
 * dates and numbers stay as written, and no tag creates an object.
 */
record YamlReader(String file, int firstLine, FrontMatterEntries entries) {
  private static final int LONGEST = 1 << 16;
  private static final int MOST_PARTS = 500;

  /** A list of mappings, each of values. */
  private static final int LEVELS = 2;

  private static final LoaderOptions LIMITS = limits();
  private static final Resolver RESOLVER = new Resolver();

  /** A line that begins with a key, and those up to the next such line. */
  private static final Pattern PART =
      Pattern.compile(
          "(?<![^\\r\\n])[\\p{L}\"][^\\r\\n]*+(?:%1$s(?![\\p{L}\"])[^\\r\\n]*+)*+(?:%1$s)?+"
              .formatted("(?:\\r\\n?+|\\n)"));

  /** A key with a value on the same line that does not begin with YAML syntax. */
  private static final Pattern PLAIN =
      Pattern.compile("([\\p{L}_-]+):[ \\t]+([\\p{L}\\p{N}(«“§].*)\\R?");

  void read(String yaml) {
    if (yaml.length() > LONGEST) {
      report(0, Problem.Kind.FRONT_MATTER_TOO_LONG);
      return;
    }
    try {
      take(compose(yaml), yaml, 0);
    } catch (YAMLException | IllegalArgumentException e) {
      report(line(e, yaml), Problem.Kind.FRONT_MATTER_INVALID, reason(e));
      readParts(yaml);
    }
  }

  /** Reads every key by itself, so that one invalid key does not affect the others. */
  private void readParts(String yaml) {
    for (MatchResult found : PART.matcher(yaml).results().limit(MOST_PARTS).toList()) {
      String part = found.group();
      int line = LineBreaks.count(yaml, 0, found.start());
      try {
        if (compose(part) instanceof MappingNode map) {
          take(map, part, line);
        }
      } catch (YAMLException | IllegalArgumentException e) {
        // The first error of the whole has been reported; this is the key that it lies in.
        takeLiterally(part, line);
      }
    }
  }

  /** Reads one line as people do: "title: Styret: et brev" has one key. */
  private void takeLiterally(String part, int line) {
    Matcher plain = PLAIN.matcher(part);
    if (plain.matches()) {
      var entry = new FrontMatterEntries.Entry(List.of(plain.group(2).strip()), firstLine + line);
      entries.byKey().putIfAbsent(plain.group(1), entry);
    }
  }

  private static @Nullable Node compose(String yaml) {
    var parser = new ParserImpl(new StreamReader(yaml), LIMITS);
    return new Composer(parser, RESOLVER, LIMITS).getSingleNode();
  }

  private static LoaderOptions limits() {
    var limits = new LoaderOptions();
    limits.setMaxAliasesForCollections(20);
    limits.setNestingDepthLimit(20);
    limits.setCodePointLimit(LONGEST);
    limits.setAllowRecursiveKeys(false);
    return limits;
  }

  private void take(@Nullable Node root, String yaml, int line) {
    if (root == null) {
      return;
    }
    if (!(root instanceof MappingNode map)) {
      report(line, Problem.Kind.FRONT_MATTER_WITHOUT_KEYS);
      return;
    }
    for (NodeTuple tuple : map.getValue()) {
      String key = text(tuple.getKeyNode(), yaml);
      int at = line + tuple.getKeyNode().getStartMark().getLine();
      FrontMatterEntries.Entry entry = entry(tuple.getValueNode(), yaml, line, at, LEVELS);
      if (entries.byKey().putIfAbsent(key, entry) != null) {
        report(at, Problem.Kind.KEY_TWICE, key);
      }
    }
  }

  /** With parts as many levels down; a value may hold itself. */
  private FrontMatterEntries.Entry entry(Node value, String yaml, int line, int at, int levels) {
    Map<String, FrontMatterEntries.Entry> parts = new LinkedHashMap<>();
    if (levels > 0 && value instanceof MappingNode map) {
      for (NodeTuple tuple : map.getValue()) {
        int below = line + tuple.getKeyNode().getStartMark().getLine();
        parts.putIfAbsent(
            text(tuple.getKeyNode(), yaml),
            entry(tuple.getValueNode(), yaml, line, below, levels - 1));
      }
    }
    List<FrontMatterEntries.Entry> elements = new ArrayList<>();
    if (levels > 0 && value instanceof SequenceNode list) {
      for (Node each : list.getValue()) {
        int below = line + each.getStartMark().getLine();
        elements.add(entry(each, yaml, line, below, levels - 1));
      }
    }
    return new FrontMatterEntries.Entry(
        values(value, yaml), parts, elements, firstLine + at, isNested(value));
  }

  private static boolean isNested(Node node) {
    return switch (node) {
      case MappingNode map -> name(map) == null;
      case SequenceNode list ->
          list.getValue().stream().anyMatch(each -> each instanceof SequenceNode || isNested(each));
      default -> false;
    };
  }

  private static List<String> values(Node node, String yaml) {
    if (node instanceof SequenceNode list) {
      return list.getValue().stream().map(element -> text(element, yaml)).toList();
    }
    String text = text(node, yaml);
    return text.isEmpty() ? List.of() : List.of(text);
  }

  /** A scalar's value, a person's {@code name}, or otherwise the YAML source. */
  private static String text(Node node, String yaml) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue();
    }
    String name = node instanceof MappingNode map ? name(map) : null;
    if (name != null) {
      return name;
    }
    int from = yaml.offsetByCodePoints(0, node.getStartMark().getIndex());
    int to = yaml.offsetByCodePoints(0, node.getEndMark().getIndex());
    return yaml.substring(from, to).strip();
  }

  private static @Nullable String name(MappingNode map) {
    for (NodeTuple tuple : map.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key
          && key.getValue().equals("name")
          && tuple.getValueNode() instanceof ScalarNode name) {
        return name.getValue();
      }
    }
    return null;
  }

  private static int line(RuntimeException e, String yaml) {
    if (e instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      return marked.getProblemMark().getLine();
    }
    if (e instanceof ReaderException unreadable) {
      return LineBreaks.count(yaml, 0, Math.min(unreadable.getPosition(), yaml.length()));
    }
    return 0;
  }

  private static String reason(RuntimeException e) {
    String problem = e instanceof MarkedYAMLException marked ? marked.getProblem() : e.getMessage();
    return problem == null ? "it cannot be read" : Whitespace.fold(problem);
  }

  private void report(int line, Problem.Kind kind, String... details) {
    entries.problems().add(Problem.of(file, firstLine + line, kind, details));
  }
}
