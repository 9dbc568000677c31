package no.speil.corpus.text;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of well-formed HTML, and where each of its characters is written, so that a word is
 * found and marked even where a tag begins inside it.
 */
public final class HtmlText {
  /** Elements inside words and sentences; every other tag separates words. */
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s",
          "small", "span", "strong", "sub", "u", "var");

  /** A comment, a tag with its name, a character reference, or other characters. */
  private static final Pattern PIECE =
      Pattern.compile("(?s)<!--.*?(?:-->|\\z)|</?(\\w*)[^>]*>?|&([^;]{1,31});|[^<&]+|&");

  private final String html;
  private final StringBuilder plain = new StringBuilder();

  /** Where each character is written; the one after the last is where the HTML ends. */
  private final int[] starts;

  private final int[] ends;

  public HtmlText(String html) {
    this.html = html;
    this.starts = new int[html.length()];
    this.ends = new int[html.length()];
    Matcher piece = PIECE.matcher(html);
    while (piece.find()) {
      add(piece);
    }
  }

  private void add(Matcher piece) {
    int start = piece.start();
    int end = piece.end();
    if (html.charAt(start) == '<') {
      String name = Objects.toString(piece.group(1), "");
      if (!INLINE.contains(name.toLowerCase(Locale.ROOT))) {
        add('\n', start, start);
      }
    } else if (piece.group(2) != null) {
      String characters = decoded(piece.group(2));
      add(characters.charAt(0), start, end);
      characters.chars().skip(1).forEach(c -> add((char) c, end, end));
    } else {
      for (int i = start; i < end; i++) {
        add(html.charAt(i), i, i + 1);
      }
    }
  }

  public String plain() {
    return plain.toString();
  }

  /**
   * The HTML with marks.
   *
   * @param marks the tag that opens the mark of each character; null where none is wanted
   * @param close the tag that closes them
   */
  public String marked(@Nullable String[] marks, String close) {
    var out = new StringBuilder(html.length() + 64);
    @Nullable String open = null;
    int copied = 0;
    for (int i = 0; i < plain.length(); i++) {
      if (starts[i] == ends[i]) {
        continue; // stands for a tag
      }
      boolean apart = starts[i] > copied;
      if (open != null && (apart || !open.equals(marks[i]))) {
        out.append(close);
        open = null;
      }
      out.append(html, copied, starts[i]);
      if (open == null && marks[i] != null) {
        open = marks[i];
        out.append(open);
      }
      out.append(html, starts[i], ends[i]);
      copied = ends[i];
    }
    if (open != null) {
      out.append(close);
    }
    return out.append(html, copied, html.length()).toString();
  }

  /** One character, as one or two units; a space for a name that is not known. */
  private static String decoded(String reference) {
    if (reference.matches("#[0-9]{1,7}")) {
      return ofNumber(Integer.parseInt(reference.substring(1)));
    }
    if (reference.matches("#[xX][0-9a-fA-F]{1,6}")) {
      return ofNumber(Integer.parseInt(reference.substring(2), 16));
    }
    return switch (reference) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      default -> " ";
    };
  }

  private static String ofNumber(int number) {
    return Character.isValidCodePoint(number) ? Character.toString(number) : " ";
  }

  private void add(char character, int start, int end) {
    starts[plain.length()] = start;
    ends[plain.length()] = end;
    plain.append(character);
  }
}
