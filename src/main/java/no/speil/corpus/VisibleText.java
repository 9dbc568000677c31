package no.speil.corpus;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import no.speil.corpus.text.Normalization;

/**
 * What a reader sees of a Markdown text and where its links lead, in pieces. Two texts with equal
 * pieces differ only in markup.
 *
 * @param kinds of its blocks at top level, in order
 */
public record VisibleText(List<Piece> pieces, List<BlockKind> kinds) {

  public VisibleText {
    pieces = List.copyOf(pieces);
    kinds = List.copyOf(kinds);
  }

  /** A piece of a text. */
  public sealed interface Piece {}

  /** Words and punctuation, with escapes and character references decoded. */
  public record Words(String text, Manner manner) implements Piece {}

  /** How words are marked; of nested marks the last of these. */
  public enum Manner {
    PLAIN,
    ITALIC,
    BOLD,
    /** The title of a link or picture, in quotation marks. */
    TITLE,
    STRUCK
  }

  /** Code or a shortcode: every character counts. */
  public record Code(String text, boolean struck) implements Piece {}

  /** The end of a line, a table cell or a paragraph. */
  public enum Break implements Piece {
    LINE,
    CELL,
    BLOCK
  }

  /**
   * The beginning of a list item.
   *
   * @param number as written; empty for a bullet
   */
  public record Item(String number, Task task) implements Piece {}

  /** The state of a task list item. */
  public enum Task {
    NONE,
    OPEN,
    DONE
  }

  /** What a text refers to, or what decides how it is shown. */
  public sealed interface Target extends Piece {
    /** Where it leads; empty if it does not tell. */
    default String address() {
      return "";
    }
  }

  /** The address of a link; its words are pieces of their own. */
  public record Link(String address) implements Target {}

  /** The address of a picture; its alternative text is words. */
  public record Picture(String address) implements Target {}

  /**
   * A link or picture whose address is given by a definition.
   *
   * @param label empty if the words themselves are the label
   */
  public record Reference(String label, boolean picture) implements Target {}

  /** The address for references with the label. */
  public record Definition(String label, String address, String title) implements Target {}

  /** A reference to a footnote. */
  public record FootnoteCall(String label) implements Target {}

  /** The beginning of a footnote. */
  public record FootnoteLabel(String label) implements Target {}

  /** What is not seen but may change what is seen: attributes, scripts, unknown tags. */
  public record Unseen(String written) implements Target {}

  /**
   * The words and the code, white space folded, cells separated by a bar; without struck-out text.
   */
  public String text() {
    return String.join(" ", split(EnumSet.noneOf(Break.class)));
  }

  /** The struck-out words and code. */
  public String struck() {
    var struck = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece instanceof Words words && words.manner() == Manner.STRUCK) {
        struck.append(words.text());
      } else if (piece instanceof Code code && code.struck()) {
        struck.append(code.text());
      } else {
        struck.append(' ');
      }
    }
    return Normalization.normalize(struck.toString());
  }

  /** The text line by line and cell by cell; none is empty. */
  public List<String> lines() {
    return split(EnumSet.allOf(Break.class));
  }

  /** The text of each paragraph, item, row or other block; none is empty. */
  public List<String> paragraphs() {
    return split(EnumSet.of(Break.BLOCK));
  }

  /** The targets of links and footnotes, in order. */
  public List<Target> targets() {
    return all(Target.class);
  }

  /** The code and the shortcodes, in order, white space folded. */
  public List<String> code() {
    return all(Code.class).stream().map(code -> Normalization.normalize(code.text())).toList();
  }

  /** The same within running text, without the lines of blocks of code. */
  public List<String> inlineCode() {
    var inline = new ArrayList<String>();
    for (int i = 0; i < pieces.size(); i++) {
      boolean begins = i == 0 || pieces.get(i - 1) instanceof Break;
      boolean isLine = begins && i + 1 < pieces.size() && pieces.get(i + 1) == Break.LINE;
      if (pieces.get(i) instanceof Code code && !isLine) {
        inline.add(Normalization.normalize(code.text()));
      }
    }
    return inline;
  }

  /** The list items of all levels, in order. */
  public List<Item> items() {
    return all(Item.class);
  }

  /** Each run of words that are marked so, in order. */
  public List<String> marked(Manner manner) {
    var runs = new ArrayList<String>();
    boolean within = false;
    for (Piece piece : pieces) {
      if (piece instanceof Words words && words.manner() == manner) {
        runs.add(within ? runs.removeLast() + words.text() : words.text());
        within = true;
      } else if (piece instanceof Words words) {
        within &= words.manner() == Manner.TITLE;
      } else if (piece instanceof Break) {
        within &= piece == Break.LINE;
      }
    }
    return runs.stream().map(Normalization::normalize).filter(run -> !run.isEmpty()).toList();
  }

  private <P extends Piece> List<P> all(Class<P> kind) {
    return pieces.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private List<String> split(Set<Break> ends) {
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Words words -> part.append(words.manner() == Manner.STRUCK ? "" : words.text());
        case Code code -> part.append(code.struck() ? "" : code.text());
        case Break end -> {
          if (ends.contains(end)) {
            parts.add(Normalization.normalize(part.toString()));
            part.setLength(0);
          } else {
            part.append(end == Break.CELL ? " | " : "\n");
          }
        }
        case Item item -> {}
        case Target target -> {}
      }
    }
    parts.add(Normalization.normalize(part.toString()));
    parts.removeIf(String::isEmpty);
    return parts;
  }
}
