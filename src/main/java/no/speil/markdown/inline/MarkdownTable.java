package no.speil.markdown.inline;

import com.vladsch.flexmark.ext.tables.TableCaption;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.BlockKind;
import no.speil.markdown.parse.ParsedBody;
import no.speil.markdown.parse.Whitespace;

/**
 * A table of Markdown, parted into what its cells say and the frame around them.
 *
 * @param rows from the header on; they may have different numbers of cells
 * @param end the Markdown after the last cell
 */
public record MarkdownTable(List<List<Cell>> rows, String end) {
  /** Code, in which a bar stands as it is, or a character behind a backslash. */
  private static final Pattern KEPT_OR_ESCAPED =
      Pattern.compile("(?<!`)(`+)(?!`).*?[^`]\\1(?!`)|\\\\(.)", Pattern.DOTALL);

  public MarkdownTable {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /**
   * A cell.
   *
   * @param frame the Markdown between the cell before and this one; whatever is put between two
   *     frames, with its bars escaped, is one cell
   * @param written its Markdown as it stands in the table
   */
  public record Cell(String frame, String written) {
    /** Its Markdown as it would stand elsewhere, where a bar is nothing special. */
    public String text() {
      return KEPT_OR_ESCAPED
          .matcher(written)
          .replaceAll(
              found -> Matcher.quoteReplacement("|".equals(found.group(2)) ? "|" : found.group()));
    }
  }

  /** The table that a text is; empty if it is none, or has merged cells or a caption. */
  public static Optional<MarkdownTable> of(String markdown) {
    ParsedBody body = ParsedBody.ofFragment(markdown);
    if (body.spans().size() != 1 || body.spans().getFirst().kind() != BlockKind.TABLE) {
      return Optional.empty();
    }
    var reader = new Reader(markdown);
    Node table = body.spans().getFirst().node();
    return table != null && reader.read(table)
        ? Optional.of(new MarkdownTable(reader.rows, reader.end()))
        : Optional.empty();
  }

  /** What the cells say, row by row. */
  public List<String> texts() {
    return rows.stream().flatMap(List::stream).map(Cell::text).toList();
  }

  /** Whether the rows of both have the same numbers of cells. */
  public boolean isShapedAs(MarkdownTable other) {
    return rows.stream()
        .map(List::size)
        .toList()
        .equals(other.rows.stream().map(List::size).toList());
  }

  /** Reads one table. */
  private static final class Reader {
    private final String source;
    private final List<List<Cell>> rows = new ArrayList<>();
    private String opened = "";
    private int covered;

    Reader(String source) {
      this.source = source;
    }

    /** Whether all of it could be read. */
    boolean read(Node table) {
      for (Node node : table.getDescendants()) {
        boolean isRow = node instanceof TableRow && !(node.getParent() instanceof TableSeparator);
        if (node instanceof TableCaption || (isRow && !row(node))) {
          return false;
        }
      }
      return true;
    }

    private boolean row(Node row) {
      rows.add(new ArrayList<>());
      for (Node child : row.getChildren()) {
        if (!(child instanceof TableCell cell) || cell.getSpan() > 1) {
          return false;
        }
        cell(cell);
      }
      return true;
    }

    private void cell(TableCell cell) {
      int from = cell.getStartOffset() + cell.getOpeningMarker().length();
      int to = cell.getEndOffset() - cell.getClosingMarker().length();
      int start = Whitespace.skip(source, from, to);
      int end = Whitespace.trim(source, start, to);
      if (start == to) {
        end = Math.min(from + 1, to); // an empty cell keeps the width of its column
        start = end;
      }
      boolean isOpen = !rows.getLast().isEmpty() || !cell.getOpeningMarker().isEmpty();
      String frame = frame(start) + (isOpen ? "" : "|");
      rows.getLast()
          .add(new Cell(frame.endsWith("|") ? frame + " " : frame, source.substring(start, end)));
      covered = end;
      opened = cell.getClosingMarker().isEmpty() ? " |" : source.startsWith("|", end) ? " " : "";
    }

    private String frame(int to) {
      return opened + source.substring(covered, to);
    }

    String end() {
      return frame(source.length());
    }
  }
}
