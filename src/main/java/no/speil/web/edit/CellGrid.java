package no.speil.web.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.TextRole;
import no.speil.corpus.VisibleText.Words;
import no.speil.markdown.inline.MarkdownTable;
import no.speil.markdown.visible.VisibleMarkdownReader;
import no.speil.search.analysis.BuiltInDictionary;
import no.speil.status.TrackedSection;

/**
 * A table that is translated cell by cell: cells with words are written, all others are kept.
 *
 * @param rows none where the translation is no table with the rows and cells of its original
 * @param end the Markdown after the last cell that is written
 */
public record CellGrid(List<List<Place>> rows, String end) {
  private static final VisibleMarkdownReader READER = new VisibleMarkdownReader();

  /** Cells of a larger table are too many for a page. */
  private static final int MOST = 500;

  private static final int MOST_COLUMNS = 5;

  /** Characters that are easily written in one of these columns. */
  private static final int LONGEST = 150;

  private static final Pattern ADDRESS = Pattern.compile("\\S*(?:://|www\\.|@)\\S*");

  /** Numbers and dates that English writes in another way. */
  private static final Pattern NUMBER =
      Pattern.compile("\\d,\\d|\\b\\d{1,2}\\. ?\\d{1,2}\\. ?\\d{2,4}\\b");

  /** Words that specifications write in capitals and the dictionary has as forms only. */
  private static final Set<String> REQUIREMENTS = Set.of("må", "kan", "bør", "skal");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+");

  public CellGrid {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /**
   * A place of the table.
   *
   * @param number from 0, row by row
   * @param row from 1
   * @param column from 1
   * @param original what the original says there, without markup
   * @param markdown the same with its markup
   * @param frame the Markdown between the last cell that is written and this one
   * @param text what the translation says; without markup where it is kept
   */
  public record Place(
      int number,
      int row,
      int column,
      String original,
      String markdown,
      String frame,
      String text,
      boolean isKept) {
    public boolean isHeading() {
      return row == 1;
    }
  }

  /**
   * The cells of a section's translation; empty if the original is no table, or nothing of it is to
   * be translated.
   *
   * @param text the translation, blank where there is none
   */
  static Optional<CellGrid> of(TrackedSection section, String text) {
    List<Block> original = section.section().original();
    return original.size() == 1 && original.getFirst().kind() == BlockKind.TABLE
        ? of(original.getFirst().markdown(), text)
        : Optional.empty();
  }

  static Optional<CellGrid> of(String original, String text) {
    return MarkdownTable.of(original)
        .filter(table -> table.texts().size() <= MOST)
        .filter(table -> table.texts().stream().anyMatch(CellGrid::hasWords))
        .map(
            table ->
                text.isBlank()
                    ? of(table, table, true)
                    : MarkdownTable.of(text)
                        .filter(table::isShapedAs)
                        .map(translation -> of(table, translation, false))
                        .orElseGet(() -> new CellGrid(List.of(), "")));
  }

  /** A place of a section's original by its number, from 0; empty if there is none. */
  static Optional<Place> place(TrackedSection section, int number) {
    return of(section, "").stream()
        .flatMap(grid -> grid.rows().stream())
        .flatMap(List::stream)
        .skip(number)
        .findFirst();
  }

  private static CellGrid of(MarkdownTable original, MarkdownTable translation, boolean isEmpty) {
    var rows = new ArrayList<List<Place>>();
    String frame = "";
    int number = 0;
    for (List<MarkdownTable.Cell> cells : translation.rows()) {
      var row = new ArrayList<Place>();
      for (MarkdownTable.Cell cell : cells) {
        String markdown = original.rows().get(rows.size()).get(row.size()).text();
        boolean isKept = !hasWords(markdown) && (isEmpty || !hasWords(cell.text()));
        String text = isKept ? words(cell.text()) : isEmpty ? "" : cell.text();
        frame += cell.frame();
        row.add(
            new Place(
                number++,
                rows.size() + 1,
                row.size() + 1,
                words(markdown),
                markdown,
                frame,
                text,
                isKept));
        frame = isKept ? frame + cell.written() : "";
      }
      rows.add(row);
    }
    return new CellGrid(rows, frame + translation.end());
  }

  private static String words(String markdown) {
    return READER.read(markdown, TextRole.BODY).text();
  }

  /**
   * Whether there may be something to translate. Numbers, codes, addresses and abbreviations that
   * are no words are not.
   */
  private static boolean hasWords(String markdown) {
    return READER.read(markdown, TextRole.BODY).pieces().stream()
        .filter(Words.class::isInstance)
        .map(piece -> ADDRESS.matcher(((Words) piece).text()).replaceAll(" "))
        .anyMatch(
            text ->
                NUMBER.matcher(text).find()
                    || Stream.of(NO_WORD.split(text, -1)).anyMatch(CellGrid::isWord));
  }

  private static boolean isWord(String token) {
    if (token.length() < 2 || !token.chars().allMatch(Character::isLetter)) {
      return false;
    }
    String lower = token.toLowerCase(Locale.ROOT);
    return !token.equals(token.toUpperCase(Locale.ROOT))
        || REQUIREMENTS.contains(lower)
        || !BuiltInDictionary.get().english(lower).isEmpty();
  }

  /** Whether it can be written cell by cell. */
  public boolean isWritable() {
    return !rows.isEmpty();
  }

  /** Whether its cells stand below each other: its columns are too narrow for what they hold. */
  public boolean isStacked() {
    return rows.stream()
        .anyMatch(
            row ->
                row.size() > MOST_COLUMNS
                    || row.stream().anyMatch(place -> place.original().length() > LONGEST));
  }
}
