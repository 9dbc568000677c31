package no.speil.markdown.splice;

import java.util.LinkedHashSet;
import java.util.List;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.markdown.parse.BlockSpan;
import no.speil.markdown.parse.FrontMatter;
import no.speil.markdown.parse.LineBreaks;
import no.speil.markdown.parse.MergeConflict;
import no.speil.markdown.parse.ParsedBody;
import no.speil.markdown.parse.Whitespace;
import org.jspecify.annotations.Nullable;

/**
 * Changes a file's text in one place and leaves every other character as it was. Each result is
 * parsed again to verify that all other blocks are unchanged.
 */
public final class Splice {
  /** The text of a new translation's file, without a body. */
  public static final String NEW_TRANSLATION = "---\nlanguage: en\n---\n";

  private static final String SEPARATOR = "<!-- -->";

  /** What may be needed between a text and its neighbour, the usual first. */
  private static final List<String> GAPS = List.of("", "\n");

  private Splice() {}

  /**
   * The source with a run of blocks replaced; removed if the new text is blank.
   *
   * @throws IllegalArgumentException if the run is not in the source
   * @throws SpliceException if the text would change its neighbours
   */
  public static String replace(String source, List<Block> run, String markdown) {
    checkMerged(markdown);
    String typed = typed(markdown);
    if (typed.isEmpty()) {
      return remove(source, run);
    }
    SpliceSite site = SpliceSite.of(parsed(source), run);
    List<BlockSpan> spans = site.parsed().spans().subList(site.first(), site.last());
    BlockSpan first = spans.getFirst();
    String text = typed;
    if (spans.stream().allMatch(span -> span.kind() == BlockKind.ITEM)) {
      List<String> items = ListItemText.of(source, first).items(UnclosedMarkup.close(typed));
      text = String.join(site.isTight(spans) ? "\n" : "\n\n", items);
    }
    int end = spans.getLast().end();
    return spliceSafely(site, first.start(), end, text, GAPS, GAPS);
  }

  /**
   * The source with new blocks after a block, or at the start of the body.
   *
   * @param predecessor a block of the body, or null or the title for the start
   * @throws SpliceException if the text would change its neighbours
   */
  public static String insertAfter(String source, @Nullable Block predecessor, String markdown) {
    checkMerged(markdown);
    String typed = typed(markdown);
    ParsedBody parsed = parsed(source);
    if (typed.isEmpty()) {
      return source;
    }
    if (predecessor == null || predecessor.kind() == BlockKind.TITLE) {
      return insertFirst(parsed, typed);
    }
    SpliceSite found = SpliceSite.of(parsed, List.of(predecessor));
    SpliceSite site = new SpliceSite(parsed, found.last(), found.last());
    BlockSpan before = parsed.spans().get(found.first());
    List<String> ahead = List.of("\n\n");
    String text = typed;
    ListItemText form = ListItemText.of(source, before).next(1);
    boolean continuesList = before.kind() == BlockKind.ITEM && form.isSameKind(typed);
    if (!continuesList && beginsList(site, typed)) {
      return insertAhead(site, typed);
    }
    if (continuesList) {
      text = String.join("\n", form.split(UnclosedMarkup.close(typed)));
      String indent = " ".repeat(form.column());
      ahead = List.of((found.isTight(List.of(before)) ? "\n" : "\n\n") + indent, "\n\n" + indent);
    }
    return spliceSafely(site, before.end(), before.end(), text, ahead, GAPS);
  }

  /** Whether the typed text consists of items of the list that follows. */
  private static boolean beginsList(SpliceSite site, String typed) {
    List<BlockSpan> spans = site.parsed().spans();
    return site.last() < spans.size()
        && spans.get(site.last()).kind() == BlockKind.ITEM
        && ListItemText.of(site.parsed().source(), spans.get(site.last())).isSameKind(typed);
  }

  private static String insertAhead(SpliceSite site, String typed) {
    String source = site.parsed().source();
    BlockSpan first = site.parsed().spans().get(site.last());
    ListItemText form = ListItemText.of(source, first);
    List<String> items = form.before(form.split(typed).size()).split(UnclosedMarkup.close(typed));
    String indent = " ".repeat(form.column());
    String separator = site.isTight(List.of(first)) ? "\n" : "\n\n";
    String text = indent + String.join(separator + indent, items);
    int at = LineBreaks.startOf(source, first.start());
    return spliceSafely(site, at, at, text, GAPS, List.of(separator, "\n\n"));
  }

  private static String insertFirst(ParsedBody parsed, String typed) {
    String source = parsed.source();
    var site = new SpliceSite(parsed, 0, 0);
    if (beginsList(site, typed)) {
      return insertAhead(site, typed);
    }
    if (parsed.spans().isEmpty()) {
      boolean closed = parsed.body() == 0 || LineBreaks.isEnd(source.charAt(source.length() - 1));
      boolean bare = parsed.body() == FrontMatter.start(source);
      String ahead = bare ? "" : closed ? "\n" : "\n\n";
      return spliceSafely(
          site, parsed.body(), source.length(), typed, List.of(ahead), List.of("\n"));
    }
    int at = Math.max(parsed.body(), LineBreaks.startOf(source, parsed.spans().getFirst().start()));
    return spliceSafely(site, at, at, typed, GAPS, List.of("\n\n"));
  }

  /** The source without a run of blocks and without the gap they leave. */
  public static String remove(String source, List<Block> run) {
    ParsedBody parsed = parsed(source);
    SpliceSite site = SpliceSite.of(parsed, run);
    List<BlockSpan> spans = parsed.spans();
    int start =
        Math.max(parsed.body(), LineBreaks.startOf(source, spans.get(site.first()).start()));
    int end = spans.get(site.last() - 1).end();
    if (site.last() < spans.size()) {
      end = LineBreaks.startOf(source, spans.get(site.last()).start());
    } else if (site.first() > 0) {
      start = spans.get(site.first() - 1).end();
    }
    List<String> ahead = List.of("", "\n", SEPARATOR + "\n\n", "\n" + SEPARATOR + "\n\n");
    return spliceSafely(site, start, end, "", ahead, List.of(""));
  }

  /**
   * Tries the text as it is, then with closed markup, each with more and more blank lines around
   * it.
   */
  private static String spliceSafely(
      SpliceSite site, int start, int end, String text, List<String> ahead, List<String> behind) {
    String source = site.parsed().source();
    String lineBreak = LineBreaks.breakOf(source);
    for (String form : new LinkedHashSet<>(List.of(text, UnclosedMarkup.close(text)))) {
      for (String before : ahead) {
        for (String after : behind) {
          String middle = (before + form + after).replace("\n", lineBreak);
          String candidate = source.substring(0, start) + middle + source.substring(end);
          if (site.isKept(candidate)) {
            return candidate;
          }
        }
      }
    }
    throw new SpliceException(
        "This text would change the text before or after it. Close what it opens, such as code"
            + " or HTML, and try again.");
  }

  private static ParsedBody parsed(String source) {
    checkMerged(source);
    return ParsedBody.of(source);
  }

  /** Refuses text with merge conflict markers. */
  static void checkMerged(String text) {
    if (!MergeConflict.in(text).isEmpty()) {
      throw new SpliceException(
          "A merge has left two versions of a passage here. Keep the right one and remove the lines"
              + " of marks (<<<<<<<, =======, >>>>>>>) first.");
    }
  }

  /**
   * Line breaks as LF, no empty lines around, indentation kept; without the control characters that
   * come along when text is pasted, and for which git would call the whole file binary.
   */
  static String typed(String markdown) {
    String text =
        markdown
            .replace("\r\n", "\n")
            .replace('\r', '\n')
            .replaceAll("[\uFEFF\\p{Cc}&&[^\t\n]]", "");
    int first = Whitespace.skip(text, 0, text.length());
    return text.substring(
        LineBreaks.startOf(text, first),
        Math.max(first, Whitespace.trim(text, first, text.length())));
  }
}
