package no.speil.markdown.inline;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.markdown.inline.CodedText.Part;
import no.speil.markdown.inline.InlineCode.Position;
import no.speil.markdown.parse.BlockSpan;
import no.speil.markdown.parse.ListNumbers;
import no.speil.markdown.parse.ParsedBody;
import no.speil.markdown.parse.Whitespace;
import org.jspecify.annotations.Nullable;

/**
 * Blocks of Markdown parted into texts to translate and the block markup around them: the marks of
 * headings, items, tasks, quotations and footnotes, the frame of a table, and whatever is not
 * translated, such as blocks of code.
 */
public final class MarkdownTemplate {
  private static final String PARAGRAPH_BREAK = "\n\n";

  /** Before a text, so that it is no other block than a paragraph. */
  private static final String WORD = "x ";

  private final List<String> markup;
  private final List<Slot> slots;

  /**
   * @param markup before, between and after the texts: one more than texts
   */
  private MarkdownTemplate(List<String> markup, List<Slot> slots) {
    this.markup = List.copyOf(markup);
    this.slots = List.copyOf(slots);
  }

  /**
   * A place for a text.
   *
   * @param kind of the innermost block around it
   */
  private record Slot(CodedText text, Kind kind) {}

  /** What a text is, as far as that decides how it is written. */
  public enum Kind {
    TITLE,
    HEADING,
    PARAGRAPH,
    CELL,
    HTML
  }

  /** The template of a run of blocks, as a section has them. */
  public static MarkdownTemplate of(List<Block> blocks) {
    var markup = new ArrayList<String>(List.of(""));
    var slots = new ArrayList<Slot>();
    @Nullable Block before = null;
    for (Block block : blocks) {
      if (before != null) {
        boolean isList = before.kind() == BlockKind.ITEM && block.kind() == BlockKind.ITEM;
        append(markup, isList ? "\n" : PARAGRAPH_BREAK);
      }
      MarkdownTemplate one =
          block.kind() == BlockKind.TITLE ? title(block.markdown()) : of(block.markdown());
      append(markup, one.markup.getFirst());
      markup.addAll(one.markup.subList(1, one.markup.size()));
      slots.addAll(one.slots);
      before = block;
    }
    return new MarkdownTemplate(markup, slots);
  }

  private static void append(List<String> markup, String more) {
    markup.set(markup.size() - 1, markup.getLast() + more);
  }

  /** Title and description, which have no markup. */
  private static MarkdownTemplate title(String text) {
    List<Slot> slots =
        Stream.of(text.strip().split("\\R\\s*\\R", 2))
            .map(each -> new Slot(CodedText.of(CodedText.fold(each)), Kind.TITLE))
            .toList();
    return new MarkdownTemplate(
        slots.size() == 1 ? List.of("", "") : List.of("", PARAGRAPH_BREAK, ""), slots);
  }

  /** The template of Markdown without front matter. */
  public static MarkdownTemplate of(String markdown) {
    return new Splitter(markdown).split();
  }

  /** A text as Markdown of one line, without the markup of a block. */
  public static String inline(CodedText text) {
    if (!isRaw(text)) {
      var parts = new ArrayList<Part>(List.of(new CodedText.Words(WORD)));
      parts.addAll(text.parts());
      try {
        String line = of(WORD.strip()).fill(List.of(new CodedText(parts)));
        if (line.startsWith(WORD)) {
          return line.substring(WORD.length());
        } // without words the space after the first word is lost
      } catch (UnwritableTextException e) {
        // written as it is, below
      }
    }
    return CodedTextWriter.write(text, CodedTextWriter.Escaping.NONE, true);
  }

  /**
   * Reads what {@link #inline} wrote. What would begin another block at the start of a line is text
   * here.
   *
   * @param model a text of the same kind
   */
  public static CodedText parseInline(String markdown, CodedText model) {
    return isRaw(model) ? CodedTextReader.ofHtml(markdown) : withoutWord(of(WORD + markdown));
  }

  private static CodedText withoutWord(MarkdownTemplate template) {
    var parts = new ArrayList<>(template.joined().parts());
    String first = ((CodedText.Words) parts.removeFirst()).text();
    if (first.length() > WORD.length()) {
      parts.addFirst(new CodedText.Words(first.substring(WORD.length())));
    }
    return new CodedText(parts);
  }

  /** Whether it is of a block of HTML, where nothing else is markup. */
  private static boolean isRaw(CodedText text) {
    return !text.parts().isEmpty()
        && text.parts().getFirst() instanceof InlineCode
        && text.codes().stream()
            .allMatch(
                code ->
                    code.type() == InlineCode.Type.HTML
                        || code.type() == InlineCode.Type.SHORTCODE);
  }

  /** The texts in their order. */
  public List<CodedText> texts() {
    return slots.stream().map(Slot::text).toList();
  }

  /** The Markdown before, between and after the texts. */
  public List<String> markup() {
    return markup;
  }

  /** What the texts are, in their order. */
  public List<Kind> kinds() {
    return slots.stream().map(Slot::kind).toList();
  }

  /** All texts as one, with the markup between them as codes of type BLOCK. */
  public CodedText joined() {
    var parts = new ArrayList<Part>();
    int lastId = 0;
    for (int i = 0; i < slots.size(); i++) {
      if (i > 0) {
        parts.add(new InlineCode(++lastId, Position.ALONE, InlineCode.Type.BLOCK, markup.get(i)));
      }
      int before = lastId;
      for (Part part : slots.get(i).text().parts()) {
        if (part instanceof InlineCode code) {
          parts.add(code.withId(before + code.id()));
          lastId = Math.max(lastId, before + code.id());
        } else {
          parts.add(part);
        }
      }
    }
    return new CodedText(parts);
  }

  /** The texts that {@link #joined} put together. */
  public static List<CodedText> parted(CodedText joined) {
    var texts = new ArrayList<CodedText>();
    var parts = new ArrayList<Part>();
    for (Part part : joined.parts()) {
      if (part instanceof InlineCode code && code.type() == InlineCode.Type.BLOCK) {
        texts.add(new CodedText(parts));
        parts.clear();
      } else {
        parts.add(part);
      }
    }
    texts.add(new CodedText(parts));
    return texts;
  }

  /**
   * The Markdown with other texts in these places; read again, it gives exactly these texts.
   *
   * @param texts as many as {@link #texts}
   * @throws UnwritableTextException if there is no such Markdown
   */
  public String fill(List<CodedText> texts) throws UnwritableTextException {
    if (texts.size() != slots.size()) {
      throw new IllegalArgumentException(texts.size() + " texts for " + slots.size());
    }
    List<CodedText> normalized = texts.stream().map(CodedText::normalized).toList();
    for (CodedTextWriter.Escaping escaping : CodedTextWriter.Escaping.values()) {
      String markdown = fill(normalized, escaping);
      if (isRead(markdown, normalized)) {
        return markdown;
      }
    }
    throw new UnwritableTextException();
  }

  private String fill(List<CodedText> texts, CodedTextWriter.Escaping escaping) {
    var markdown = new StringBuilder(markup.getFirst());
    for (int i = 0; i < texts.size(); i++) {
      Kind kind = slots.get(i).kind();
      boolean isRaw = kind == Kind.HTML || kind == Kind.TITLE;
      markdown.append(CodedTextWriter.write(texts.get(i), escaping, isRaw));
      markdown.append(markup.get(i + 1));
    }
    return markdown.toString();
  }

  private boolean isRead(String markdown, List<CodedText> texts) {
    boolean isTitle = !slots.isEmpty() && slots.getFirst().kind() == Kind.TITLE;
    MarkdownTemplate read = isTitle ? title(markdown) : of(markdown);
    return read.kinds().equals(kinds())
        && IntStream.range(0, texts.size())
            .allMatch(i -> read.slots.get(i).text().isSameAs(texts.get(i)));
  }

  /** Parts one body. */
  private static final class Splitter {
    private final String source;
    private final List<String> markup = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    private int covered;

    Splitter(String source) {
      this.source = source;
    }

    MarkdownTemplate split() {
      for (BlockSpan span : ParsedBody.ofFragment(source).spans()) {
        if (span.kind() == BlockKind.HTML) {
          html(span);
        } else if (span.node() != null) {
          walk(span.node());
        }
      }
      markup.add(source.substring(covered));
      return new MarkdownTemplate(markup, slots);
    }

    private void walk(Node node) {
      switch (node) {
        case Paragraph paragraph -> text(paragraph, Kind.PARAGRAPH);
        case Heading heading -> text(heading, Kind.HEADING);
        case TableCell cell -> text(cell, Kind.CELL);
        case TableSeparator separator -> {}
        default -> node.getChildren().forEach(this::walk);
      }
    }

    private void text(Node node, Kind kind) {
      if (!node.hasChildren()) {
        return;
      }
      Node first = node.getFirstChild();
      int begin = ListNumbers.isTaskMark(first) ? first.getEndOffset() : first.getStartOffset();
      int start = Math.max(covered, begin);
      int end = Whitespace.trim(source, start, node.getLastChild().getEndOffset());
      start = Whitespace.skip(source, start, end);
      CodedText text = CodedTextReader.ofChildren(node, source).normalized();
      if (start < end && !text.parts().isEmpty()) {
        add(start, end, new Slot(text, kind));
      }
    }

    private void html(BlockSpan span) {
      CodedText text = CodedTextReader.ofHtml(source.substring(span.start(), span.end()));
      if (text.hasWords()) {
        add(span.start(), span.end(), new Slot(text, Kind.HTML));
      }
    }

    private void add(int start, int end, Slot slot) {
      markup.add(source.substring(covered, start));
      slots.add(slot);
      covered = end;
    }
  }
}
