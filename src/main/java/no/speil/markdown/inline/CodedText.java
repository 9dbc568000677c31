package no.speil.markdown.inline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.markdown.inline.InlineCode.Position;

/**
 * Words as a reader sees them, with the inline codes between them. Escapes and entities of Markdown
 * are decoded, and a line is as long as its paragraph.
 */
public record CodedText(List<Part> parts) {
  private static final Pattern GAP = Pattern.compile("[ \\t\\r\\n\\f]+");
  private static final Pattern ENDS = Pattern.compile("^%1$s|%1$s\\z".formatted(GAP));
  private static final Words SPACE = new Words(" ");

  public static final CodedText EMPTY = new CodedText(List.of());

  public CodedText {
    parts = List.copyOf(parts);
  }

  /** Words or a code. */
  public sealed interface Part permits Words, InlineCode {}

  /** Words with single spaces; no-break spaces are kept. */
  public static String fold(String words) {
    return GAP.matcher(words).replaceAll(" ").replaceAll("^ | $", "");
  }

  /** A run of words. */
  public record Words(String text) implements Part {}

  /** A text without codes. */
  public static CodedText of(String words) {
    return words.isEmpty() ? EMPTY : new CodedText(List.of(new Words(words)));
  }

  public List<InlineCode> codes() {
    return parts.stream().filter(InlineCode.class::isInstance).map(InlineCode.class::cast).toList();
  }

  /** The words alone, with single spaces. */
  public String words() {
    return fold(
        parts.stream()
            .map(part -> part instanceof Words words ? words.text() : isGap(part) ? " " : "")
            .collect(Collectors.joining()));
  }

  private static boolean isGap(Part part) {
    return part instanceof InlineCode code
        && (code.type() == InlineCode.Type.LINE_BREAK || code.type() == InlineCode.Type.BLOCK);
  }

  /** Whether there is anything to translate. */
  public boolean hasWords() {
    return words().codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /**
   * The same with single spaces, none at the ends, and none just inside a span: Markdown has no
   * emphasis that begins or ends with a space.
   */
  public CodedText normalized() {
    var parted = new ArrayList<Part>();
    var pending = new ArrayList<Part>(); // starts of spans, before which a space may still come
    boolean gap = false;
    for (Part part : parts.stream().flatMap(CodedText::withoutGaps).toList()) {
      Position edge =
          part instanceof InlineCode code && code.isEmphasis() ? code.position() : Position.ALONE;
      if (part.equals(SPACE)) {
        gap = true;
      } else if (edge == Position.OPEN) {
        pending.add(part);
      } else {
        if (gap && edge == Position.ALONE && !parted.isEmpty()) {
          parted.add(SPACE);
        }
        gap &= edge == Position.CLOSE; // what is before the end of a span comes behind it
        parted.addAll(pending);
        pending.clear();
        parted.add(part);
      }
    }
    parted.addAll(pending);
    return new CodedText(merged(parted));
  }

  /** Words apart from the white space around them. */
  private static Stream<Part> withoutGaps(Part part) {
    return part instanceof Words words
        ? Stream.of(ENDS.splitWithDelimiters(words.text(), -1))
            .filter(each -> !each.isEmpty())
            .map(each -> fold(each).isEmpty() ? SPACE : new Words(fold(each)))
        : Stream.of(part);
  }

  private static List<Part> merged(List<Part> parts) {
    var merged = new ArrayList<Part>();
    for (Part part : parts) {
      if (part instanceof Words next
          && !merged.isEmpty()
          && merged.getLast() instanceof Words before) {
        merged.set(merged.size() - 1, new Words(before.text() + next.text()));
      } else {
        merged.add(part);
      }
    }
    return merged;
  }

  /**
   * Whether a reader sees the same: the same words, with the same markup at the same places.
   * Asterisks or underscores, the numbers of codes and white space do not matter.
   */
  public boolean isSameAs(CodedText other) {
    return comparable().equals(other.comparable());
  }

  private List<Object> comparable() {
    return normalized().parts().stream()
        .map(
            part ->
                switch (part) {
                  case Words words -> (Object) words;
                  case InlineCode code ->
                      List.of(code.position(), code.type(), code.isEmphasis() ? "" : code.data());
                })
        .toList();
  }
}
