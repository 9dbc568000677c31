package no.speil.markdown.inline;

import java.util.regex.Pattern;

/** Writes words so that Markdown shows them as they are. */
public final class MarkdownEscape {
  /** A quotation, a heading, an item, and what would make the line before a heading or a table. */
  private static final Pattern BLOCK =
      Pattern.compile("(?s)>.*|#{1,6}(?:\\s.*)?|[-+](?:\\s.*)?|=+\\s*|[|: ]*-[-|: ]*");

  private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})([.)](\\s.*|$))");
  private static final Pattern ENTITY =
      Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");

  /** CommonMark 0.31, link label. */
  private static final int LONGEST_LABEL = 1000;

  private MarkdownEscape() {}

  /** Escapes what could be markup within a line. */
  public static String words(String words, boolean inLink) {
    var escaped = new StringBuilder(words.length() + 8);
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      char before = i > 0 ? words.charAt(i - 1) : ' ';
      boolean isLast = i + 1 == words.length();
      char next = isLast ? ' ' : words.charAt(i + 1);
      boolean markup =
          switch (c) {
            case '\\', '`', '*', '{' -> true;
            case '_' -> !(Character.isLetterOrDigit(before) && Character.isLetterOrDigit(next));
            case '<' -> isLast || Character.isLetter(next) || "/!?".indexOf(next) >= 0;
            case '[' -> inLink || isLast || "^ xX".indexOf(next) >= 0 || isLinkLike(words, i);
            case ']' -> inLink || isLast || "([:".indexOf(next) >= 0;
            case '~' -> isLast || next == '~' || before == '~' || i == 0;
            case '&' -> ENTITY.matcher(words).region(i, words.length()).lookingAt();
            default -> false;
          };
      escaped.append(markup ? "\\" : "").append(c);
    }
    return escaped.toString();
  }

  /** A run of backticks, at least as long as that, which does not occur in the code. */
  public static String fence(String least, String code) {
    String fence = least;
    while (code.contains(fence)) {
      fence += "`";
    }
    return fence;
  }

  /** Escapes what would be the mark of a block at the beginning of a line. */
  public static String lineStart(String line) {
    if (BLOCK.matcher(line).matches()) {
      return "\\" + line;
    }
    var number = NUMBER.matcher(line);
    return number.matches() ? number.group(1) + "\\" + number.group(2) : line;
  }

  private static boolean isLinkLike(String words, int at) {
    int close = words.indexOf(']', at, Math.min(words.length(), at + LONGEST_LABEL));
    return close < 0 || close + 1 == words.length() || "([:".indexOf(words.charAt(close + 1)) >= 0;
  }
}
