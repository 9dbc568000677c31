package no.speil.markdown;

import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.Language;
import org.jspecify.annotations.Nullable;

/**
 * Changes a file's text in one place and leaves every other character as it was. Each result has
 * been cut again to see that all other blocks are what they were.
 */
public final class Splice {
  private static final String SEPARATOR = "<!-- -->";

  private Splice() {}

  /**
   * The source with a run of blocks replaced; by nothing where the new text is blank.
   *
   * @throws IllegalArgumentException if the run does not stand in the source
   * @throws SwallowingTextException if the text would change its neighbours
   */
  public static String replace(String source, List<Block> run, String markdown) {
    String typed = typed(markdown);
    if (typed.isEmpty()) {
      return remove(source, run);
    }
    Cut cut = Cut.of(source);
    Gap gap = Gap.of(cut, run);
    List<Piece> pieces = cut.pieces().subList(gap.first(), gap.last());
    String text = typed;
    if (pieces.stream().allMatch(piece -> piece.kind() == BlockKind.ITEM)) {
      ItemText form = ItemText.of(source, pieces.getFirst());
      text = String.join(gap.isTight(pieces) ? "\n" : "\n\n", form.items(OpenEnd.close(typed)));
    }
    int start = pieces.getFirst().start();
    return fit(gap, start, pieces.getLast().end(), text, List.of("", "\n"), List.of("", "\n"));
  }

  /**
   * The source with new blocks after a block, or at the start of the body.
   *
   * @param predecessor a block of the body, or null or the title for the start
   * @throws SwallowingTextException if the text would change its neighbours
   */
  public static String insertAfter(String source, @Nullable Block predecessor, String markdown) {
    String typed = typed(markdown);
    Cut cut = Cut.of(source);
    if (typed.isEmpty()) {
      return source;
    }
    if (predecessor == null || predecessor.kind() == BlockKind.TITLE) {
      return insertFirst(cut, typed);
    }
    Gap found = Gap.of(cut, List.of(predecessor));
    Gap gap = new Gap(cut, found.last(), found.last());
    Piece before = cut.pieces().get(found.first());
    List<String> ahead = List.of("\n\n");
    String text = typed;
    ItemText form = ItemText.of(source, before).next(1);
    boolean continuesList = before.kind() == BlockKind.ITEM && form.isSameKind(typed);
    if (!continuesList && beginsList(gap, typed)) {
      return insertAhead(gap, typed);
    }
    if (continuesList) {
      text = String.join("\n", form.split(OpenEnd.close(typed)));
      String indent = " ".repeat(form.column());
      ahead = List.of((found.isTight(List.of(before)) ? "\n" : "\n\n") + indent, "\n\n" + indent);
    }
    return fit(gap, before.end(), before.end(), text, ahead, List.of("", "\n"));
  }

  /** Whether what is typed are items of the list that comes next. */
  private static boolean beginsList(Gap gap, String typed) {
    List<Piece> behind = gap.cut().pieces().subList(gap.last(), gap.cut().pieces().size());
    return !behind.isEmpty()
        && behind.getFirst().kind() == BlockKind.ITEM
        && ItemText.of(gap.cut().source(), behind.getFirst()).isSameKind(typed);
  }

  private static String insertAhead(Gap gap, String typed) {
    String source = gap.cut().source();
    Piece first = gap.cut().pieces().get(gap.last());
    ItemText form = ItemText.of(source, first);
    List<String> items = form.before(form.split(typed).size()).split(OpenEnd.close(typed));
    String indent = " ".repeat(form.column());
    String separator = gap.isTight(List.of(first)) ? "\n" : "\n\n";
    String text = indent + String.join(separator + indent, items);
    int at = Lines.startOf(source, first.start());
    return fit(gap, at, at, text, List.of("", "\n"), List.of(separator, "\n\n"));
  }

  private static String insertFirst(Cut cut, String typed) {
    String source = cut.source();
    var gap = new Gap(cut, 0, 0);
    if (beginsList(gap, typed)) {
      return insertAhead(gap, typed);
    }
    if (cut.pieces().isEmpty()) {
      boolean closed = cut.body() == 0 || Lines.isEnd(source.charAt(source.length() - 1));
      boolean bare = cut.body() == FrontMatter.start(source);
      String ahead = bare ? "" : closed ? "\n" : "\n\n";
      int at =
          bare ? cut.body() : Math.max(cut.body(), Blank.trim(source, cut.body(), source.length()));
      return fit(gap, at, source.length(), typed, List.of(ahead), List.of("\n"));
    }
    int at = Math.max(cut.body(), Lines.startOf(source, cut.pieces().getFirst().start()));
    return fit(gap, at, at, typed, List.of("", "\n"), List.of("\n\n"));
  }

  /** The source without a run of blocks and without the gap that they leave. */
  public static String remove(String source, List<Block> run) {
    Cut cut = Cut.of(source);
    Gap gap = Gap.of(cut, run);
    List<Piece> pieces = cut.pieces();
    int start = Math.max(cut.body(), Lines.startOf(source, pieces.get(gap.first()).start()));
    int end = pieces.get(gap.last() - 1).end();
    if (gap.last() < pieces.size()) {
      end = Lines.startOf(source, pieces.get(gap.last()).start());
    } else if (gap.first() > 0) {
      start = pieces.get(gap.first() - 1).end();
    }
    return fit(
        gap,
        start,
        end,
        "",
        List.of("", "\n", SEPARATOR + "\n\n", "\n" + SEPARATOR + "\n\n"),
        List.of(""));
  }

  /**
   * The source with another title and description in its front matter, which is made where there is
   * none; a value that is read as wanted already stays as it is written.
   *
   * @throws SwallowingTextException if the front matter is written so that it cannot be changed
   */
  public static String retitle(String source, String title, String description) {
    return FrontMatterLines.retitle(source, title, description);
  }

  /** The text of a new translation's file, without a body. */
  public static String create(String title, String description, Language language) {
    String head =
        "---\n"
            + (title.isBlank() ? "" : "title: " + FrontMatterLines.quoted(title) + "\n")
            + ("language: " + language + "\n");
    return description.isBlank()
        ? head + "---\n"
        : head + "description: " + FrontMatterLines.quoted(description) + "\n---\n";
  }

  /** Tries the text as it is, then closed, each with more and more room around it. */
  private static String fit(
      Gap gap, int start, int end, String text, List<String> ahead, List<String> behind) {
    String source = gap.cut().source();
    String lineBreak = Lines.breakOf(source);
    List<String> forms = new ArrayList<>(List.of(text));
    String closed = text.isEmpty() ? text : OpenEnd.close(text);
    if (!closed.equals(text)) {
      forms.add(closed);
    }
    for (String form : forms) {
      for (String before : ahead) {
        for (String after : behind) {
          String middle = (before + form + after).replace("\n", lineBreak);
          String candidate = source.substring(0, start) + middle + source.substring(end);
          if (gap.isKept(candidate)) {
            return candidate;
          }
        }
      }
    }
    throw new SwallowingTextException(
        "This text would change the text before or after it. Close what it opens, such as code"
            + " or HTML, and try again.");
  }

  /**
   * Line breaks as LF, no empty lines around, indentation kept; without the control characters that
   * come along when text is pasted, and for which git would call the whole file binary.
   */
  private static String typed(String markdown) {
    String text =
        markdown
            .replace("\r\n", "\n")
            .replace('\r', '\n')
            .replaceAll("[\uFEFF\\p{Cc}&&[^\t\n]]", "");
    int first = Blank.skip(text, 0, text.length());
    return text.substring(
        Lines.startOf(text, first), Math.max(first, Blank.trim(text, first, text.length())));
  }
}
