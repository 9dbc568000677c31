package no.speil.tracking;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.Normalization;

/** Takes the marks of blocks off a text, line by line, and reads what is left of each block. */
final class LineReader {
  private static final Pattern FENCE = Pattern.compile("\\s*(`{3,}|~{3,})(.*)");
  private static final Pattern HEADING = Pattern.compile("\\s*#{1,6}\\s+(.*?)(?:\\s+#+)?\\s*");
  private static final Pattern ROW = Pattern.compile("\\s*\\|(.*?)\\|?\\s*");
  private static final Pattern DEFINITION =
      Pattern.compile("\\s{0,3}\\[[^\\]^][^\\]]*\\]:\\s*\\S.*");
  private static final Pattern NOTE = Pattern.compile("\\s{0,3}\\[\\^([^\\]]+)\\]:\\s*(.*)");

  /** A bullet; or a number, but not one that the next word makes an ordinal: "24. august". */
  private static final Pattern ITEM =
      Pattern.compile(
          "\\s*(?:[-*+]|\\d{1,3}[.)](?=\\s+[^\\p{Ll}\\d\\s])"
              + "(?!\\s+(?:Jan|Feb|Mar|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Des)))\\s+(.*)");

  private static final Pattern TASK = Pattern.compile("\\[([ xX])\\]\\s+(.*)");

  private final VisibleText.Draft draft = new VisibleText.Draft();
  private final StringBuilder paragraph = new StringBuilder();
  private String fence = "";

  void line(String line) {
    Matcher opening = FENCE.matcher(line);
    if (!fence.isEmpty()) {
      fenced(line);
    } else if (opening.matches() && opening.group(2).indexOf('`') < 0) {
      endParagraph();
      fence = opening.group(1);
      draft.code.add(opening.group(2).strip());
    } else if (line.isBlank()) {
      endParagraph();
    } else {
      unquoted(withoutQuoteMarks(line));
    }
  }

  VisibleText finish() {
    endParagraph();
    return draft.finish();
  }

  private static String withoutQuoteMarks(String line) {
    int i = 0;
    int text = 0;
    while (i < line.length() && (line.charAt(i) == '>' || Character.isWhitespace(line.charAt(i)))) {
      text = line.charAt(i) == '>' ? i + 1 : text;
      i++;
    }
    return line.substring(text);
  }

  /** A rule, the underline of a heading, or the line below a table's head. */
  private static boolean isRule(String line) {
    String marks = Normalization.normalize(line).replace(" ", "");
    boolean underline = marks.chars().allMatch(c -> c == '=') || marks.equals("--");
    boolean rule =
        marks.length() > 2
            && "-*_".indexOf(marks.charAt(0)) >= 0
            && marks.chars().allMatch(c -> c == marks.charAt(0));
    boolean table =
        marks.contains("-")
            && marks.contains("|")
            && marks.chars().allMatch(c -> "|:-".indexOf(c) >= 0);
    return underline || rule || table;
  }

  private void fenced(String line) {
    if (line.strip().startsWith(fence) && line.strip().replace(fence.charAt(0), ' ').isBlank()) {
      fence = "";
      return;
    }
    draft.code.add(Normalization.normalize(line));
    draft.text.append('\n').append(line);
  }

  private void unquoted(String line) {
    Matcher heading = HEADING.matcher(line);
    Matcher note = NOTE.matcher(line);
    Matcher row = ROW.matcher(line);
    if (heading.matches()) {
      alone(heading.group(1));
    } else if (note.matches()) {
      endParagraph();
      draft.targets.add("^" + note.group(1) + ":");
      paragraph.append(note.group(2));
    } else if (DEFINITION.matcher(line).matches()) {
      endParagraph();
      draft.targets.add(Normalization.normalize(line));
    } else if (isRule(line)) {
      endParagraph();
    } else if (row.matches()) {
      alone(row.group(1));
    } else {
      item(line);
    }
  }

  private void item(String line) {
    Matcher item = ITEM.matcher(line);
    if (!item.matches()) {
      paragraph.append('\n').append(line);
      return;
    }
    endParagraph();
    draft.items++;
    Matcher task = TASK.matcher(item.group(1));
    if (task.matches()) {
      draft.targets.add(task.group(1).isBlank() ? "to do" : "done");
    }
    paragraph.append(task.matches() ? task.group(2) : item.group(1));
  }

  private void alone(String line) {
    endParagraph();
    paragraph.append(line);
    endParagraph();
  }

  private void endParagraph() {
    if (!paragraph.isEmpty()) {
      new InlineReader(paragraph.toString(), draft).read();
      draft.text.append('\n');
      paragraph.setLength(0);
    }
  }
}
