package no.speil.corpus;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import no.speil.corpus.text.Normalization;

/**
 * What a reader sees and follows of a Markdown text, piece by piece. Two texts with equal pieces
 * differ in nothing but markup.
 */
public record VisibleText(List<Piece> pieces) {

  public VisibleText {
    pieces = List.copyOf(pieces);
  }

  /** What a text is made of. */
  public sealed interface Piece {}

  /** Words and punctuation, escapes and character references undone. */
  public record Words(String text, Manner manner) implements Piece {}

  /** How words are said. */
  public enum Manner {
    PLAIN,
    STRESSED,
    STRUCK
  }

  /** Code, a line of it or a shortcode, every character of which counts. */
  public record Code(String text, boolean struck) implements Piece {}

  /** Where a line, a cell of a table, or a paragraph ends. */
  public enum Break implements Piece {
    LINE,
    CELL,
    BLOCK
  }

  /**
   * The beginning of a list's item.
   *
   * @param number as written; empty where there is a bullet
   */
  public record Item(String number, Task task) implements Piece {}

  /** Whether an item is something to do. */
  public enum Task {
    NONE,
    OPEN,
    DONE
  }

  /** What a reader follows from a text, or what decides what they see. */
  public sealed interface Target extends Piece {}

  /** The address of a link; its words are pieces of their own. */
  public record Link(String address) implements Target {}

  /** The address of a picture; its alternative text is words. */
  public record Picture(String address) implements Target {}

  /**
   * A link or picture whose address stands elsewhere.
   *
   * @param label empty where the words themselves are it
   */
  public record Reference(String label, boolean picture) implements Target {}

  /** An address for the references with that label. */
  public record Definition(String label, String address, String title) implements Target {}

  /** The mark of a footnote. */
  public record FootnoteCall(String label) implements Target {}

  /** The beginning of a footnote. */
  public record FootnoteLabel(String label) implements Target {}

  /** What is not seen and may change what is: attributes, scripts, tags that are none of HTML. */
  public record Unseen(String written) implements Target {}

  /** The words and the code, white space folded and cells apart by a bar; what is struck is not. */
  public String text() {
    return String.join(" ", split(EnumSet.noneOf(Break.class)));
  }

  /** The same of what is struck out. */
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

  /** The text in lines as they were written, cells apart; none is empty. */
  public List<String> lines() {
    return split(EnumSet.allOf(Break.class));
  }

  /** The text of each paragraph, item, row or other block; none is empty. */
  public List<String> paragraphs() {
    return split(EnumSet.of(Break.BLOCK));
  }

  /** Where links and notes lead, in order. */
  public List<Target> targets() {
    return all(Target.class);
  }

  /** The code and the shortcodes, in order, white space folded. */
  public List<String> code() {
    return all(Code.class).stream().map(code -> Normalization.normalize(code.text())).toList();
  }

  /** The items of lists on all levels, in order. */
  public List<Item> items() {
    return all(Item.class);
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
