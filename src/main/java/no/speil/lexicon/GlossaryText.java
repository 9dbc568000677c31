package no.speil.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The text of a glossary, of which one line can be added, changed or removed. Comments, the order
 * and all other lines stay as they are, with their line ends. Line numbers are those of {@link
 * Glossary#parse}.
 */
public record GlossaryText(String text) {
  private static final String MARK = "\uFEFF";
  private static final Pattern LINE_END = Pattern.compile("[\r\n]+$");
  private static final Pattern AFTER_LINE = Pattern.compile("(?<=\n)|(?<=\r)(?!\n)");

  /** With lines at the end, in the line ends of the file. */
  public GlossaryText adding(List<GlossaryEntry> added) {
    boolean isOpen = !text.isEmpty() && end(text).isEmpty() && !text.equals(MARK);
    var longer = new StringBuilder(text).append(isOpen ? lineEnd() : "");
    added.forEach(entry -> longer.append(columns(entry)).append(lineEnd()));
    return new GlossaryText(longer.toString());
  }

  /** With the line of that number replaced; columns that it has beyond the note are kept. */
  public GlossaryText changing(GlossaryEntry entry) {
    List<String> lines = lines();
    String old = lines.get(entry.line() - 1);
    List<String> further =
        Stream.of(body(old).split("\t", -1)).skip(3).map(column -> "\t" + column).toList();
    String note = further.isEmpty() || !entry.note().isEmpty() ? "" : "\t";
    lines.set(
        entry.line() - 1, mark(old) + columns(entry) + note + String.join("", further) + end(old));
    return new GlossaryText(String.join("", lines));
  }

  /** Without the line of that number. */
  public GlossaryText removing(int number) {
    List<String> lines = lines();
    lines.set(number - 1, mark(lines.get(number - 1)));
    return new GlossaryText(String.join("", lines));
  }

  private static String columns(GlossaryEntry entry) {
    String pair = entry.norwegian() + "\t" + entry.english();
    return entry.note().isEmpty() ? pair : pair + "\t" + entry.note();
  }

  /** Each with its end. */
  private List<String> lines() {
    return new ArrayList<>(AFTER_LINE.splitAsStream(text).toList());
  }

  /** That of the first line. */
  private String lineEnd() {
    String end = text.isEmpty() ? "" : end(lines().getFirst());
    return end.isEmpty() ? "\n" : end;
  }

  private static String end(String line) {
    return line.substring(body(line).length());
  }

  private static String body(String line) {
    return LINE_END.matcher(line).replaceFirst("");
  }

  private static String mark(String line) {
    return line.startsWith(MARK) ? MARK : "";
  }
}
