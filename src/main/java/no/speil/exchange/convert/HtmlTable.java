package no.speil.exchange.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** A table as rows of cells; merged cells are cells beside empty ones. */
final class HtmlTable {
  private static final int MOST_CELLS = 100_000;
  private static final int WIDEST_CELL = 50;
  private static final int HIGHEST_CELL = 500;

  private final Element table;
  private final List<Element> rows;

  HtmlTable(Element table) {
    this.table = table;
    this.rows = table.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr");
  }

  /** Whether it holds data; else it places text on the page, as was done before style sheets. */
  boolean isData() {
    return !table.attr("role").matches("presentation|none")
        && !rows.isEmpty()
        && table.selectFirst(
                "table table, h1, h2, h3, h4, h5, h6, pre, blockquote, td ul ul, td ol ol")
            == null
        && (rows.stream().anyMatch(row -> row.childrenSize() > 1)
            || table.selectFirst("th") != null)
        && (long) rows.size() * columns() <= MOST_CELLS;
  }

  /** The table in Markdown, which begins with a header row, always. */
  String write(Function<Element, String> text, Losses losses) {
    List<List<String>> grid = grid(text, losses);
    int columns = grid.stream().mapToInt(List::size).max().orElse(0);
    if (grid.stream().allMatch(row -> row.stream().allMatch(String::isEmpty))) {
      return "";
    }
    if (!hasHeader()) {
      losses.say("convert.table.header");
    }
    var lines = new ArrayList<String>();
    for (List<String> row : grid) {
      while (row.size() < columns) {
        row.add("");
      }
      lines.add(row.stream().collect(Collectors.joining(" | ", "| ", " |")));
    }
    lines.add(1, "|" + "---|".repeat(columns));
    return String.join("\n", lines);
  }

  private boolean hasHeader() {
    Element first = rows.getFirst();
    return first.is("thead > tr") || first.children().not("th").isEmpty();
  }

  private int columns() {
    return rows.stream()
        .mapToInt(row -> row.children().stream().mapToInt(HtmlTable::width).sum())
        .max()
        .orElse(0);
  }

  private List<List<String>> grid(Function<Element, String> text, Losses losses) {
    var grid = new ArrayList<List<String>>();
    int[] covered = new int[columns() + WIDEST_CELL];
    for (Element row : rows) {
      var cells = new ArrayList<String>();
      for (Element cell : row.children()) {
        cover(cells, covered);
        int width = width(cell);
        int height = span(cell, "rowspan", HIGHEST_CELL);
        if (width > 1 || height > 1) {
          losses.say("convert.table.merged");
        }
        for (int i = 0; i < width; i++) {
          if (cells.size() < covered.length) {
            covered[cells.size()] = height - 1;
          }
          cells.add(i == 0 ? text.apply(cell) : "");
        }
      }
      cover(cells, covered);
      grid.add(cells);
    }
    return grid;
  }

  /** Passes over places that a cell of a row above reaches down into. */
  private static void cover(List<String> cells, int[] covered) {
    while (cells.size() < covered.length && covered[cells.size()] > 0) {
      covered[cells.size()]--;
      cells.add("");
    }
  }

  private static int width(Element cell) {
    return span(cell, "colspan", WIDEST_CELL);
  }

  private static int span(Element cell, String attribute, int most) {
    String span = cell.attr(attribute);
    return span.matches("[1-9]\\d{0,5}") ? Math.min(most, Integer.parseInt(span)) : 1;
  }
}
