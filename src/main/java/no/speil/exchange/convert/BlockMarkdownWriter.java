package no.speil.exchange.convert;

import static no.speil.markdown.parse.LineBreaks.indent;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.speil.corpus.text.ResourceFile;
import no.speil.markdown.inline.MarkdownEscape;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Writes a part of an HTML document as Markdown blocks. Recursion is as deep as the document, which
 * {@link HtmlConverter} bounds.
 */
final class BlockMarkdownWriter {
  private static final Set<String> BLOCKS =
      Set.copyOf(ResourceFile.words(BlockMarkdownWriter.class, "block-elements.txt"));
  private static final Pattern CODE_LANGUAGE =
      Pattern.compile("(?:^|.*\\s)lang(?:uage)?-([\\w+#.-]{1,30})(?:\\s.*|$)");

  private final InlineMarkdownWriter inline;

  BlockMarkdownWriter(InlineMarkdownWriter inline) {
    this.inline = inline;
  }

  /** One block as it is written. */
  private record Written(Kind kind, String text) {
    /** What matters to the block after it. */
    enum Kind {
      BULLETS,
      NUMBERS,
      OTHER
    }
  }

  static boolean isBlock(Element element) {
    return BLOCKS.contains(element.normalName());
  }

  /** The Markdown of a text and its footnotes, with a line break at its end. */
  String write(Element body, List<Element> notes) {
    var parts = new ArrayList<String>();
    blocks(body).forEach(block -> parts.add(block.text()));
    for (int i = 0; i < notes.size(); i++) {
      String label = "[^" + (i + 1) + "]: ";
      parts.add(label + indent(joined(blocks(notes.get(i)), "\n\n"), 4));
    }
    return parts.isEmpty() ? "" : String.join("\n\n", parts) + "\n";
  }

  private static String joined(List<Written> blocks, String between) {
    return blocks.stream().map(Written::text).collect(Collectors.joining(between));
  }

  private List<Written> blocks(Element holder) {
    var blocks = new ArrayList<Written>();
    addBlocks(holder, blocks);
    return blocks;
  }

  private void addBlocks(Element holder, List<Written> blocks) {
    var line = new ArrayList<Node>();
    for (Node child : holder.childNodes()) {
      // an element of a line may hold blocks, as links around cards do
      if (child instanceof Element element
          && element.stream().anyMatch(BlockMarkdownWriter::isBlock)) {
        addParagraphs(line, blocks);
        line.clear();
        addBlock(element, blocks);
      } else {
        line.add(child);
      }
    }
    addParagraphs(line, blocks);
  }

  private void addParagraphs(List<Node> line, List<Written> blocks) {
    inline.paragraphs(line).forEach(text -> add(text, blocks));
  }

  /** Adds a block that is no list, unless it is empty. */
  private static void add(String text, List<Written> blocks) {
    if (!text.isEmpty()) {
      blocks.add(new Written(Written.Kind.OTHER, text));
    }
  }

  private void addBlock(Element element, List<Written> blocks) {
    switch (element.normalName()) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> addHeading(element, blocks);
      case "ul", "menu", "dir" -> addList(element, false, blocks);
      case "ol" -> addList(element, true, blocks);
      case "blockquote" -> addQuotation(element, blocks);
      case "pre", "listing", "xmp" -> addCode(element, blocks);
      case "hr" -> add("---", blocks);
      case "table" -> addTable(element, blocks);
      case "dt", "summary", "legend" -> addTerm(element, blocks);
      default -> addBlocks(element, blocks);
    }
  }

  private void addHeading(Element heading, List<Written> blocks) {
    String words = inline.line(heading.childNodes());
    if (!words.isEmpty()) {
      String closed = words.endsWith("#") ? words.substring(0, words.length() - 1) + "\\#" : words;
      int level = heading.normalName().charAt(1) - '0';
      add("#".repeat(level) + " " + closed, blocks);
    }
  }

  private void addTerm(Element term, List<Written> blocks) {
    inline.links().losses.say("convert.terms");
    add(inline.line(List.of(new Element("strong").appendChildren(term.childNodes()))), blocks);
  }

  private void addQuotation(Element quotation, List<Written> blocks) {
    String quoted =
        joined(blocks(quotation), "\n\n")
            .lines()
            .map(line -> line.isEmpty() ? ">" : "> " + line)
            .collect(Collectors.joining("\n"));
    add(quoted, blocks);
  }

  private static void addCode(Element pre, List<Written> blocks) {
    pre.select("br").forEach(each -> each.replaceWith(new TextNode("\n")));
    String code = pre.wholeText().replace("\r\n", "\n").replaceAll("\\s+$", "");
    if (code.isBlank()) {
      return;
    }
    String fence = MarkdownEscape.fence("```", code);
    Element inner = pre.selectFirst("code");
    String classes = pre.className() + " " + (inner == null ? "" : inner.className());
    Matcher language = CODE_LANGUAGE.matcher(classes);
    String name = language.matches() ? language.group(1) : "";
    add(fence + name + "\n" + code + "\n" + fence, blocks);
  }

  private void addList(Element list, boolean numbered, List<Written> blocks) {
    List<List<Written>> items = items(list);
    if (items.isEmpty()) {
      return;
    }
    Written.Kind kind = numbered ? Written.Kind.NUMBERS : Written.Kind.BULLETS;
    Written before = blocks.isEmpty() ? null : blocks.getLast();
    // else the two would be read as one list
    boolean other = before != null && before.kind() == kind && !before.text().startsWith("* ");
    String between = items.stream().allMatch(BlockMarkdownWriter::isTight) ? "\n" : "\n\n";
    int number = numbered ? start(list) : 0;
    var lines = new ArrayList<String>();
    for (List<Written> item : items) {
      String mark = numbered ? number++ + (other ? ") " : ". ") : other ? "* " : "- ";
      lines.add((mark + indent(joined(item, between), mark.length())).stripTrailing());
    }
    blocks.add(new Written(kind, String.join(between, lines)));
  }

  private List<List<Written>> items(Element list) {
    var items = new ArrayList<List<Written>>();
    for (Node child : list.childNodes()) {
      boolean isItem = child instanceof Element element && element.normalName().equals("li");
      if (isItem || items.isEmpty()) {
        items.add(new ArrayList<>());
      }
      if (child instanceof Element element) {
        // a list in a list without an item around it belongs to the item before
        addBlock(element, items.getLast());
      } else {
        addParagraphs(List.of(child), items.getLast());
      }
    }
    items.removeIf(List::isEmpty);
    return items;
  }

  /** Whether an item is one paragraph, with lists that can follow it without an empty line. */
  private static boolean isTight(List<Written> item) {
    return !item.getFirst().text().contains("\n\n")
        && item.stream().skip(1).allMatch(BlockMarkdownWriter::endsParagraph);
  }

  /** Whether a block ends the paragraph before it; of lists only those that begin with 1 do. */
  private static boolean endsParagraph(Written block) {
    return block.kind() == Written.Kind.BULLETS
        || (block.kind() == Written.Kind.NUMBERS && block.text().matches("(?s)1[.)] .*"));
  }

  private static int start(Element list) {
    String start = list.attr("start");
    return start.matches("\\d{1,8}") ? Integer.parseInt(start) : 1;
  }

  private void addTable(Element element, List<Written> blocks) {
    var table = new HtmlTable(element);
    if (!table.isData()) {
      inline.links().losses.say("convert.table.layout");
      addBlocks(element, blocks);
      return;
    }
    element.select("> caption").forEach(caption -> addBlocks(caption, blocks));
    add(table.write(this::cell, inline.links().losses), blocks);
  }

  private String cell(Element cell) {
    return joined(blocks(cell), "\n")
        .replace("\\\n", "<br>")
        .replace("\n", "<br>")
        .replace("|", "\\|");
  }
}
