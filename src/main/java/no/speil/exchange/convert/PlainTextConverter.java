package no.speil.exchange.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.speil.corpus.text.Message;
import no.speil.markdown.inline.MarkdownEscape;

/**
 * Reads plain text as Markdown: finds paragraphs in lines that were broken to a width, keeps lists,
 * quotations with {@code >} and deliberate line breaks, and escapes what would be markup. For one
 * text.
 */
public final class PlainTextConverter {
  /** Longer lines were not broken by hand or by a program: each is a paragraph. */
  private static final int WIDEST = 110;

  private static final int NARROWEST = 40;

  /** In texts with longer lines, a line that is a paragraph and not one of an address. */
  private static final int LONG = 60;

  /** Nobody counts letters when breaking a line. */
  private static final int SLACK = 4;

  private static final int LONGEST_TITLE = 150;
  private static final int DEEPEST = 10;

  private static final Pattern QUOTE = Pattern.compile("\\s{0,3}> ?(.*)");
  private static final Pattern COLUMNS = Pattern.compile("\\S.*\\S {3,}\\S.*");
  private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?:…][)\\]»”\"'’]*");
  private static final Pattern LOWER = Pattern.compile("\\p{Ll}.*");
  private static final Pattern CONJUNCTION = Pattern.compile("(?:og|eller|and|or|samt)\\b.*");

  private final int width;
  private final List<Message> losses = new ArrayList<>();
  private boolean hasColumns;

  private PlainTextConverter(int width) {
    this.width = width;
  }

  /** Reads a text; its title is its first line where that stands alone and is no sentence. */
  public static ConvertedText convert(DecodedText text) {
    List<String> lines = lines(text.text());
    var converter = new PlainTextConverter(width(lines));
    var blocks = new ArrayList<>(converter.blocks(lines, 0));
    String title = title(blocks, lines);
    if (!title.isEmpty()) {
      blocks.removeFirst();
    }
    if (converter.hasColumns) {
      converter.losses.add(Message.of("convert.columns"));
    }
    converter.losses.addAll(text.losses());
    String markdown = blocks.isEmpty() ? "" : String.join("\n\n", blocks) + "\n";
    return new ConvertedText(
        Map.of("title", List.of(title)), markdown, List.of(), converter.losses);
  }

  private static List<String> lines(String text) {
    return text.replace("\f", "\n\n")
        .replace("\u2028", "\n")
        .replace("\u2029", "\n\n")
        .replace("\t", "    ")
        .replaceAll("[\\p{Cc}\\p{Cf}&&[^\\r\\n\u00AD\u200D]]|\u00AD", "")
        .lines()
        .map(String::stripTrailing)
        .toList();
  }

  /** How wide lines are that are full: nine of ten are no longer. */
  private static int width(List<String> lines) {
    int[] lengths =
        lines.stream().filter(line -> !line.isBlank()).mapToInt(String::length).sorted().toArray();
    return lengths.length == 0
        ? NARROWEST
        : Math.max(NARROWEST, lengths[(int) (lengths.length * 0.9)]);
  }

  private static String title(List<String> blocks, List<String> lines) {
    String first = lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("").strip();
    if (blocks.size() < 2 || first.length() > LONGEST_TITLE) {
      return "";
    }
    String block = blocks.getFirst();
    boolean isHeading = block.startsWith("# ") || block.startsWith("## ");
    boolean isLine =
        block.equals(escaped(first))
            && !first.matches(".*[.,;:]")
            && first.codePoints().anyMatch(Character::isLetter);
    return isHeading || isLine ? first : "";
  }

  private List<String> blocks(List<String> lines, int depth) {
    var blocks = new ArrayList<String>();
    int at = 0;
    while (at < lines.size()) {
      String line = lines.get(at);
      if (line.isBlank()) {
        at++;
      } else if (depth < DEEPEST && QUOTE.matcher(line).matches()) {
        at = quotation(lines, at, depth, blocks);
      } else if (PlainTextItem.isRule(line)) {
        blocks.add("* * *");
        at++;
      } else if (PlainTextItem.opens(line)) {
        at = list(lines, at, blocks);
      } else {
        at = paragraphs(lines, at, blocks);
      }
    }
    return blocks;
  }

  private int quotation(List<String> lines, int from, int depth, List<String> blocks) {
    List<String> inner =
        lines.stream()
            .skip(from)
            .map(QUOTE::matcher)
            .takeWhile(Matcher::matches)
            .map(quote -> quote.group(1))
            .toList();
    String quoted = String.join("\n\n", blocks(inner, depth + 1));
    if (!quoted.isEmpty()) {
      blocks.add(
          quoted.lines().map(each -> ("> " + each).strip()).collect(Collectors.joining("\n")));
    }
    return from + inner.size();
  }

  private int list(List<String> lines, int from, List<String> blocks) {
    var list = new ArrayList<String>();
    var levels = new PlainTextItem.Levels();
    int at = from;
    while (at < lines.size()) {
      PlainTextItem item = PlainTextItem.of(lines.get(at));
      if (item == null || !levels.enter(item)) {
        break;
      }
      var text = new ArrayList<String>(List.of(item.text()));
      at++;
      while (at < lines.size() && isMoreOfItem(lines.get(at), levels)) {
        text.add(lines.get(at).strip());
        at++;
      }
      list.add("    ".repeat(levels.depth() - 1) + item.mark() + escaped(joined(text)));
      int next = at;
      while (next < lines.size() && lines.get(next).isBlank()) {
        next++;
      }
      at = next < lines.size() && levels.isItem(lines.get(next)) ? next : at;
    }
    blocks.add(String.join("\n", list));
    return at;
  }

  private static boolean isMoreOfItem(String line, PlainTextItem.Levels levels) {
    return !line.isBlank()
        && !QUOTE.matcher(line).matches()
        && !PlainTextItem.isRule(line)
        && !levels.isItem(line);
  }

  private int paragraphs(List<String> lines, int from, List<String> blocks) {
    int at = from + 1;
    while (at < lines.size() && !endsBefore(lines, at)) {
      at++;
    }
    List<String> own = lines.subList(from, at).stream().map(String::strip).toList();
    String rule =
        at < lines.size() && PlainTextItem.isRule(lines.get(at)) ? lines.get(at).strip() : "";
    if (own.size() == 1 && (rule.startsWith("=") || rule.startsWith("-"))) {
      String mark = rule.startsWith("=") ? "# " : "## ";
      blocks.add(mark + MarkdownEscape.words(own.getFirst(), false));
      return at + 1;
    }
    blocks.addAll(paragraphs(own));
    return at;
  }

  /** A line within a paragraph can begin with a date or a dash. */
  private boolean endsBefore(List<String> lines, int at) {
    String line = lines.get(at);
    String before = lines.get(at - 1).strip();
    boolean isAfterEnd = SENTENCE_END.matcher(before).matches() || isBroken(before, line.strip());
    return line.isBlank()
        || QUOTE.matcher(line).matches()
        || PlainTextItem.isRule(line)
        || (PlainTextItem.opens(line) && isAfterEnd);
  }

  /** Whether somebody broke the line: there was room for the next word. */
  private boolean isBroken(String line, String next) {
    int space = next.indexOf(' ');
    int word = space < 0 ? next.length() : space;
    return width > WIDEST || line.length() + 1 + word + SLACK < width;
  }

  /** Lines without empty ones between them as one paragraph or several, escaped. */
  private List<String> paragraphs(List<String> lines) {
    var paragraphs = new ArrayList<String>();
    var paragraph = new StringBuilder();
    var line = new StringBuilder(lines.getFirst());
    for (int i = 1; i < lines.size(); i++) {
      String before = lines.get(i - 1);
      String next = lines.get(i);
      boolean isTable = COLUMNS.matcher(before).matches() || COLUMNS.matcher(next).matches();
      hasColumns |= isTable;
      if (!isTable && !isBroken(before, next)) {
        join(line, next);
        continue;
      }
      paragraph.append(escaped(line.toString()));
      line.setLength(0);
      line.append(next);
      if (!isTable && isEnd(before, next)) {
        paragraphs.add(paragraph.toString());
        paragraph.setLength(0);
      } else {
        paragraph.append("\\\n");
      }
    }
    paragraphs.add(paragraph.append(escaped(line.toString())).toString());
    return paragraphs;
  }

  private boolean isEnd(String line, String next) {
    return width > WIDEST
        ? line.length() >= LONG || next.length() >= LONG
        : SENTENCE_END.matcher(line).matches();
  }

  private static String joined(List<String> lines) {
    var line = new StringBuilder(lines.getFirst());
    lines.stream().skip(1).forEach(next -> join(line, next));
    return line.toString();
  }

  /** Puts a divided word together, with its hyphen, which may be the word's own. */
  private static void join(StringBuilder line, String next) {
    int last = line.length() - 1;
    boolean isDivided =
        last > 0
            && line.charAt(last) == '-'
            && Character.isLetter(line.charAt(last - 1))
            && LOWER.matcher(next).matches()
            && !CONJUNCTION.matcher(next).matches();
    line.append(isDivided ? "" : " ").append(next);
  }

  private static String escaped(String line) {
    return MarkdownEscape.lineStart(
        MarkdownEscape.words(line.replaceAll("\\s+", " ").strip(), false));
  }
}
