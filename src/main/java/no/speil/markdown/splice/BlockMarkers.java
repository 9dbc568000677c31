package no.speil.markdown.splice;

import static no.speil.markdown.parse.LineBreaks.indent;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.markdown.parse.BlockSpan;
import no.speil.markdown.parse.ParsedBody;

/**
 * Adds the block marker of the original to text that was typed without it: of a heading, an item, a
 * quotation or a footnote. A marker that was typed stays.
 */
public final class BlockMarkers {
  private static final Pattern GLUED = Pattern.compile("(#{1,6})(?=[^#\\s])");
  private static final Pattern CLOSING = Pattern.compile("(?<=\\s)#(?=#*$)");
  private static final Pattern QUOTED = Pattern.compile("(?:> ?)++");
  private static final Pattern LABEL = Pattern.compile("\\[\\^[^\\]\\n]+\\]:");

  private final List<Block> models;
  private final boolean replacesItems;
  private final String typed;
  private final List<BlockSpan> spans;

  private BlockMarkers(List<Block> models, boolean replacesItems, String typed) {
    this.models = models;
    this.replacesItems = replacesItems;
    this.typed = typed;
    this.spans = ParsedBody.ofFragment(typed).spans();
  }

  /**
   * The text with the missing markers, so that its blocks have the same kinds.
   *
   * @param original the blocks that it translates; may be empty
   * @param translation the blocks that it replaces; may be empty
   */
  public static String complete(List<Block> original, List<Block> translation, String markdown) {
    String typed = Splice.typed(markdown);
    List<Block> wanted = original.isEmpty() ? translation : original;
    if (typed.isEmpty() || wanted.isEmpty()) {
      return typed;
    }
    var models = new ArrayList<Block>();
    for (int i = 0; i < wanted.size(); i++) {
      boolean own =
          translation.size() == wanted.size() && translation.get(i).kind() == wanted.get(i).kind();
      models.add(own ? translation.get(i) : wanted.get(i));
    }
    boolean replacesItems = !translation.isEmpty() && areAll(BlockKind.ITEM, translation);
    return new BlockMarkers(models, replacesItems, typed).complete();
  }

  private String complete() {
    Block first = models.getFirst();
    if (models.size() == 1 && first.kind() == BlockKind.ITEM && replacesItems) {
      return typed; // Splice knows the list around it
    }
    if (spans.size() == models.size()) {
      return each(models);
    }
    if (areAll(BlockKind.ITEM, models)) {
      return items();
    }
    if (first.kind() == BlockKind.HEADING) {
      return each(List.of(first));
    }
    boolean isMarked = spans.stream().anyMatch(span -> span.kind() == first.kind());
    if (isMarked || !areAll(first.kind(), models)) {
      return typed;
    }
    return switch (first.kind()) {
      case QUOTATION -> quotation(first, typed);
      case FOOTNOTE -> footnote(first, typed);
      case TITLE, HEADING, PARAGRAPH, ITEM, TABLE, CODE -> typed;
      case HTML, IMAGE, DEFINITIONS, SHORTCODE, RULE -> typed;
    };
  }

  /** Completes the first typed blocks, each by its model. */
  private String each(List<Block> wanted) {
    var completed = new StringBuilder(typed);
    for (int i = wanted.size() - 1; i >= 0; i--) {
      BlockSpan span = spans.get(i);
      completed.replace(span.start(), span.end(), one(wanted.get(i), span));
    }
    return completed.toString();
  }

  private String one(Block model, BlockSpan span) {
    String text = typed.substring(span.start(), span.end());
    return switch (model.kind()) {
      case HEADING -> heading(model, span.kind(), text);
      case ITEM -> item(model, text);
      case QUOTATION -> span.kind() == BlockKind.QUOTATION ? text : quotation(model, text);
      case FOOTNOTE -> span.kind() == BlockKind.FOOTNOTE ? text : footnote(model, text);
      case PARAGRAPH ->
          ListItemText.isNumberOf(model.text(), text)
              ? ListItemText.escaped(text)
              : escapeYear(text);
      case TITLE, TABLE, CODE, HTML, IMAGE, DEFINITIONS, SHORTCODE, RULE -> text;
    };
  }

  /** Makes items of the lines if there are as many as items; else one item of all. */
  private String items() {
    List<String> lines = typed.lines().toList();
    boolean isPlain = spans.size() == 1 && spans.getFirst().kind() == BlockKind.PARAGRAPH;
    if (isPlain && lines.size() == models.size()) {
      var items = new ArrayList<String>();
      for (int i = 0; i < lines.size(); i++) {
        items.add(item(models.get(i), lines.get(i).strip()));
      }
      return String.join("\n", items);
    }
    return replacesItems ? typed : item(models.getFirst(), typed);
  }

  private static String item(Block model, String text) {
    ListItemText form = ListItemText.of(model.markdown());
    return form.isMarked(text.stripLeading()) ? text : String.join("\n", form.items(text));
  }

  /**
   * Makes a heading of one line, unless it begins like another block, as intended by the writer.
   */
  private static String heading(Block model, BlockKind kind, String text) {
    boolean isText =
        kind == BlockKind.PARAGRAPH
            || (kind == BlockKind.CODE && !text.startsWith("`") && !text.startsWith("~"))
            || (kind == BlockKind.ITEM && !ListItemText.isBullet(text));
    String line = text.strip();
    if (!isText || line.contains("\n")) {
      return text;
    }
    Matcher glued = GLUED.matcher(line);
    if (glued.lookingAt()
        && (glued.end() > 1 || model.level() == 1)
        && !model.text().startsWith("#")) {
      return glued.group() + " " + line.substring(glued.end());
    }
    return "#".repeat(model.level()) + " " + CLOSING.matcher(line).replaceFirst("\\\\#");
  }

  private static String quotation(Block model, String text) {
    Matcher quoted = QUOTED.matcher(model.markdown());
    String mark = (quoted.lookingAt() ? quoted.group().strip() : ">") + " ";
    return escapeYear(text)
        .lines()
        .map(line -> (mark + line).stripTrailing())
        .collect(Collectors.joining("\n"));
  }

  private static String footnote(Block model, String text) {
    Matcher label = LABEL.matcher(model.markdown());
    return label.lookingAt() ? label.group() + " " + indent(escapeYear(text), 4) : text;
  }

  /** Escapes a year at the beginning, which would start a list. */
  private static String escapeYear(String text) {
    return ListItemText.beginsWithYear(text) ? ListItemText.escaped(text) : text;
  }

  private static boolean areAll(BlockKind kind, List<Block> blocks) {
    return blocks.stream().allMatch(block -> block.kind() == kind);
  }
}
