package no.speil.search.query;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import no.speil.corpus.text.Normalization;
import no.speil.search.SearchNotice.Kind;

/** The text of a query, normalised and limited in length, with the position of the parser. */
public final class QueryText {
  static final int LONGEST = 512;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\x{FFFE}]");
  private static final String OPENING = "\"«“”„»";

  private final String text;
  private int at;

  QueryText(String query, NoticeCollector notices) {
    // Composed before it is measured, but not all of a hundred thousand characters.
    String start = query.substring(0, Math.min(query.length(), 4 * LONGEST));
    String composed = Normalization.compose(start);
    boolean cut = composed.length() > LONGEST || start.length() < query.length();
    int end = Normalization.onCharacter(composed, Math.min(composed.length(), LONGEST));
    text = UNPRINTABLE.matcher(composed.substring(0, end)).replaceAll(" ");
    if (cut) {
      notices.add(Kind.QUERY_CUT, String.valueOf(LONGEST));
    }
  }

  /** The whole text. */
  String whole() {
    return text;
  }

  int position() {
    return at;
  }

  boolean isDone() {
    return at >= text.length();
  }

  /** The next character, or NUL at the end, which the text itself never holds. */
  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
  }

  void skip(int characters) {
    at = Math.min(text.length(), at + characters);
  }

  void skipSpace() {
    while (!isDone() && isSpace(peek())) {
      at++;
    }
  }

  /** Takes the operator if it is here as a word of its own. */
  boolean take(String operator) {
    if (!isOperator(operator)) {
      return false;
    }
    at += operator.length();
    return true;
  }

  boolean isOperator(String operator) {
    return startsWith(operator) && endsWord(peek(operator.length()));
  }

  boolean startsWith(String prefix) {
    return text.startsWith(prefix, at);
  }

  /** Takes a field name and its colon if a value follows at once. */
  boolean takeField(String name) {
    int end = name.length();
    if (!text.regionMatches(true, at, name, 0, end) || peek(end) != ':') {
      return false;
    }
    char next = peek(end + 1);
    if (next == 0 || next == ')' || isSpace(next)) {
      return false;
    }
    at += end + 1;
    return true;
  }

  /** Takes a known field name before a parenthesis, as in {@code title:(a OR b)}. */
  Optional<String> takeGroupName() {
    int end = at;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    String name = text.substring(at, end);
    if (!text.startsWith(":(", end) || !FieldValueParser.isField(name)) {
      return Optional.empty();
    }
    at = end + 1;
    return Optional.of(name);
  }

  /** Takes up to the next space, quotation mark or parenthesis; may be empty. */
  String takeWord() {
    return takeWhile(c -> !endsWord((char) c));
  }

  /** Takes a whole number and gives its first four digits, which is enough for any number here. */
  String takeDigits() {
    String digits = takeWhile(c -> c >= '0' && c <= '9');
    return digits.substring(0, Math.min(digits.length(), 4));
  }

  /**
   * Takes everything up to the closing quotation mark, and the mark itself; the text may end before
   * it.
   */
  String takeQuoted(NoticeCollector notices) {
    char open = peek();
    at++;
    String quoted = takeWhile(c -> !closes(open, (char) c));
    if (isDone()) {
      notices.add(Kind.UNCLOSED_QUOTE);
    }
    skip(1);
    return quoted;
  }

  static boolean isQuote(char c) {
    return OPENING.indexOf(c) >= 0;
  }

  public static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private String takeWhile(IntPredicate isWanted) {
    int start = at;
    while (!isDone() && isWanted.test(peek())) {
      at++;
    }
    return text.substring(start, at);
  }

  private static boolean endsWord(char c) {
    return c == 0 || isSpace(c) || isQuote(c) || c == '(' || c == ')';
  }

  private static boolean closes(char open, char c) {
    return switch (open) {
      case '«' -> c == '»';
      case '»' -> c == '«';
      case '"' -> c == '"';
      default -> c == '”' || c == '“' || c == '"';
    };
  }
}
